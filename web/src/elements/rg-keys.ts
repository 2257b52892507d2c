import {LitElement, css, html} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import type {KeyDeed} from '../i18n/frame-words.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {kScreenKeys} from '../state/keys.js';
import {kScreens} from '../state/places.js';
import {base} from '../styles/base.js';
import {sheet} from '../styles/sheet.js';
import {icon} from './icons.js';

/** Keys of which either will do, for each deed. */
const kKeys: Record<KeyDeed, readonly string[]> = {
  next: ['J', 'K'],
  undo: ['Ctrl+Z'],
  redo: ['Ctrl+Shift+Z'],
  save: ['Ctrl+S'],
  keys: ['?'],
  close: ['Esc'],
  arrows: ['←', '→', '↑', '↓'],
  ends: ['Home', 'End'],
  open: ['Enter'],
};

/** The list of keys. */
@customElement('rg-keys')
export class RgKeys extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      dialog {
        width: min(34rem, calc(100vw - 24px));
        padding: var(--space-5);
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-2) var(--space-4);
        margin-top: var(--space-4);
        font-size: var(--text-s);
        align-items: baseline;
      }
      dt {
        color: var(--ink-faint);
      }
      kbd {
        font: 600 var(--text-xs)/1.4 var(--font-mono);
        color: var(--ink);
        background: var(--sunk);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-s);
        padding: 1px 6px;
        white-space: nowrap;
      }
      .close {
        margin: -6px -8px 0 0;
        padding: 6px 8px;
      }
    `,
  ];

  @query('dialog') private dialog!: HTMLDialogElement;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');

  /** Whether it is open. */
  get isOpen(): boolean {
    return this.dialog.open;
  }

  show() {
    if (!this.dialog.open) this.dialog.showModal();
  }

  #row(keys: unknown, deed: string) {
    return html`<dt>${keys}</dt>
      <dd>${deed}</dd>`;
  }

  override render() {
    const {frame} = this.locale.words;
    return html`<dialog aria-labelledby="title" closedby="any">
      <div class="head">
        <h2 id="title">${frame.keys}</h2>
        <button class="quiet close" aria-label=${frame.close} @click=${() => this.dialog.close()}>
          ${icon('close')}
        </button>
      </div>
      <p class="small soft">${frame.keysHow}</p>
      <dl>
        ${kScreens.map((screen) =>
          this.#row(
            html`<kbd>G</kbd> ${frame.then} <kbd>${kScreenKeys[screen].toUpperCase()}</kbd>`,
            frame.goTo(frame.screen[screen]),
          ),
        )}
        ${Object.entries(kKeys).map(([deed, keys]) =>
          this.#row(
            keys.map((key, place) => html`${place > 0 ? ` ${frame.or} ` : ''}<kbd>${key}</kbd>`),
            frame.key[deed as KeyDeed],
          ),
        )}
      </dl>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-keys': RgKeys;
  }
}
