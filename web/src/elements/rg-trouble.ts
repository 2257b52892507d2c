import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {ReadProgress} from '../engine/reading.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import type {Trouble} from '../state/app-state.js';
import {base} from '../styles/base.js';

/** Signs of what a detail quotes: a list of columns may be told. */
const kLongest = 300;

/**
 * Why a file could not be used, in one sentence.
 * @fires rg-again - The same files are to be tried once more.
 */
@customElement('rg-trouble')
export class RgTrouble extends LitElement {
  static override styles = [
    base,
    css`
      .note {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        align-items: center;
        justify-content: space-between;
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius-m);
        background: var(--bad-wash);
        border-left: 4px solid var(--bad);
      }
      .note > div {
        flex: 1 1 20rem;
        min-width: 0;
      }
      b {
        display: block;
        color: var(--bad);
        font-weight: 650;
      }
      p + p {
        margin-top: 2px;
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What went wrong; nothing is shown without it. */
  @property({attribute: false}) error: Trouble | null = null;
  /** How far reading had come when the engine died. */
  @property({attribute: false}) progress: ReadProgress | null = null;
  /** The files are still at hand. */
  @property({type: Boolean}) repeatable = false;

  #again() {
    this.dispatchEvent(new CustomEvent('rg-again', {bubbles: true, composed: true}));
  }

  override render() {
    const {trouble} = this.locale.words;
    if (!this.error) return nothing;
    const {error} = this;
    const place = trouble.place(error);
    const facts = {...error, file: named(error.file), detail: named(error.detail, kLongest)};
    return html`
      <div class="note" role="alert">
        <div>
          <b>${trouble.title}</b>
          <p class="sentence">${trouble.error[error.code](facts)}</p>
          ${
            this.progress && this.error.code === 'engine_died'
              ? html`<p class="much">
                  ${trouble.tooMuch(this.locale.format.count(this.progress.rows))}
                </p>`
              : nothing
          }
          <p class="small soft">
            ${place ? html`${place}${this.locale.words.frame.dot}` : nothing}${trouble.ready}
          </p>
        </div>
        ${
          this.repeatable
            ? html`<button class="again" @click=${() => this.#again()}>${trouble.again}</button>`
            : nothing
        }
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-trouble': RgTrouble;
  }
}
