import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {TextSize, Theme} from '../i18n/frame-words.js';
import {kLanguages, localeOf, type LanguageCode, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {icon, type IconName} from './icons.js';

const kThemes: readonly {theme: Theme; sign: IconName}[] = [
  {theme: 'system', sign: 'system'},
  {theme: 'light', sign: 'sun'},
  {theme: 'dark', sign: 'moon'},
];

const kTextSizes: readonly TextSize[] = ['normal', 'large', 'largest'];

/**
 * The three switches: language, colours and the size of the text.
 * @fires rg-language - Detail: the language chosen.
 * @fires rg-theme - Detail: the theme chosen.
 * @fires rg-text-size - Detail: the size chosen.
 */
@customElement('rg-preferences')
export class RgPreferences extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
      }
      .group {
        display: flex;
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        background: var(--sheet);
      }
      button {
        border: 0;
        background: none;
        min-height: 32px;
        padding: 0 9px;
        border-radius: 5px;
        color: var(--ink-soft);
        font-size: var(--text-xs);
        white-space: nowrap;
      }
      button svg.icon {
        width: 16px;
        height: 16px;
      }
      button[aria-pressed='true'] {
        background: var(--accent-wash);
        color: var(--accent);
        font-weight: 600;
      }
      /* Each shows its own size, whatever the page's is. */
      [data-size='normal'] {
        font-size: 12px;
      }
      [data-size='large'] {
        font-size: 15px;
      }
      [data-size='largest'] {
        font-size: 18px;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The colours in force. */
  @property() theme: Theme = 'system';
  /** The size in force. */
  @property() textSize: TextSize = 'normal';

  #choose(
    name: 'rg-language' | 'rg-theme' | 'rg-text-size',
    detail: LanguageCode | Theme | TextSize,
  ) {
    this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
  }

  override render() {
    const {frame} = this.locale.words;
    return html`
      <div class="group" role="group" aria-label=${frame.language}>
        ${kLanguages.map(
          ({code, name, short}) =>
            html`<button
              lang=${code}
              aria-label="${short}: ${name}"
              aria-pressed=${code === this.locale.code}
              @click=${() => this.#choose('rg-language', code)}
            >
              ${short}
            </button>`,
        )}
      </div>
      <div class="group" role="group" aria-label=${frame.theme}>
        ${kThemes.map(
          ({theme, sign}) =>
            html`<button
              aria-label=${frame.themes[theme]}
              title=${frame.themes[theme]}
              aria-pressed=${theme === this.theme}
              @click=${() => this.#choose('rg-theme', theme)}
            >
              ${icon(sign)}
            </button>`,
        )}
      </div>
      <div class="group" role="group" aria-label=${frame.textSize}>
        ${kTextSizes.map(
          (size) =>
            html`<button
              data-size=${size}
              aria-label=${frame.textSizes[size]}
              title=${frame.textSizes[size]}
              aria-pressed=${size === this.textSize}
              @click=${() => this.#choose('rg-text-size', size)}
            >
              A
            </button>`,
        )}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-preferences': RgPreferences;
  }
}
