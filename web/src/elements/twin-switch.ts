/** The switch between a picture and its table. */
import {css, html, type TemplateResult} from 'lit';
import type {FrameWords} from '../i18n/messages.js';

export const switchStyles = css`
  .twin {
    flex: none;
    font-size: var(--text-xs);
    min-height: 28px;
    padding: 4px 8px;
    margin: -4px -8px 0 0;
  }
  @media print {
    .twin {
      display: none;
    }
  }
`;

export function twinSwitch(words: FrameWords, asTable: boolean, flip: () => void): TemplateResult {
  return html`<button class="twin quiet" aria-pressed=${asTable} @click=${flip}>
    ${asTable ? words.asPicture : words.asTable}
  </button>`;
}
