import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {ReadProgress} from '../engine/reading.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import type {Trouble} from '../state/app-state.js';
import {base} from '../styles/base.js';
import './rg-drop-zone.js';
import './rg-trouble.js';

/** The page before there is anything to show: the promise, and the field for files. */
@customElement('rg-start')
export class RgStart extends LitElement {
  static override styles = [
    base,
    css`
      .column {
        max-width: 920px;
        margin: 0 auto;
        padding: clamp(24px, 6vh, 64px) clamp(16px, 4vw, 32px) var(--space-7);
      }
      h1 {
        font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.75rem);
        letter-spacing: -0.022em;
        font-weight: 650;
        text-wrap: balance;
      }
      .explain {
        font-size: var(--text-l);
        color: var(--ink-soft);
        margin: var(--space-3) 0 var(--space-5);
        max-width: 56ch;
      }
      rg-trouble,
      .stopped {
        margin-bottom: var(--space-4);
      }
      .stopped {
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius-m);
        background: var(--sunk);
        color: var(--ink-soft);
      }
      .answers {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
        margin-top: var(--space-6);
        gap: var(--space-5);
      }
      .answers li {
        border-top: 2px solid var(--ink);
        padding-top: var(--space-3);
      }
      .answers h2 {
        font-size: var(--text-l);
        letter-spacing: 0;
      }
      .answers p {
        color: var(--ink-soft);
        margin-top: var(--space-1);
      }
      details {
        margin-top: var(--space-6);
        border-top: 1px solid var(--line);
        padding-top: var(--space-4);
      }
      summary {
        cursor: pointer;
        font-weight: 600;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(9rem, auto) 1fr;
        gap: var(--space-2) var(--space-5);
        margin-top: var(--space-3);
      }
      dt {
        font-weight: 600;
      }
      dd {
        color: var(--ink-soft);
      }
      @media (max-width: 560px) {
        dl {
          grid-template-columns: 1fr;
        }
        dd {
          margin-bottom: var(--space-2);
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** Why the last files could not be used. */
  @property({attribute: false}) error: Trouble | null = null;
  /** How far reading had come when the engine died. */
  @property({attribute: false}) progress: ReadProgress | null = null;
  /** Name of the project that waits for files; empty where there is none. */
  @property() project = '';
  /** Those files are still at hand. */
  @property({type: Boolean}) repeatable = false;
  /** The last reading was stopped. */
  @property({type: Boolean}) cancelled = false;
  /** A drag is over the page. */
  @property({type: Boolean}) over = false;
  /** A sample shop can be had. */
  @property({type: Boolean}) sample = false;

  override render() {
    const {start, reading} = this.locale.words;
    return html`
      <div class="column">
        <h1>${start.promise}</h1>
        <p class="explain">${start.explain}</p>
        <rg-trouble
          .locale=${this.locale}
          .error=${this.error}
          .progress=${this.progress}
          ?repeatable=${this.repeatable}
          ?hidden=${!this.error}
        ></rg-trouble>
        ${this.cancelled ? html`<p class="stopped" role="status">${reading.cancelled}</p>` : nothing}
        ${this.project ? html`<p class="stopped project" role="status">${start.project(named(this.project))}</p>` : nothing}
        <rg-drop-zone
          .locale=${this.locale}
          ?over=${this.over}
          ?sample=${this.sample}
        ></rg-drop-zone>
        <ul class="answers">
          ${start.answers.map(
            ({title, text}) =>
              html`<li>
                <h2>${title}</h2>
                <p>${text}</p>
              </li>`,
          )}
        </ul>
        <details>
          <summary>${start.sources}</summary>
          <dl>
            ${start.source.map(
              ({name, steps}) =>
                html`<dt>${name}</dt>
                  <dd>${steps}</dd>`,
            )}
          </dl>
        </details>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-start': RgStart;
  }
}
