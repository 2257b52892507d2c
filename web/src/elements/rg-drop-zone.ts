import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {icon} from './icons.js';

/**
 * The large field for files. Drops are caught by the whole page; this one only says where.
 * @fires rg-files - Detail: the files chosen.
 * @fires rg-sample - The sample shop was asked for.
 */
@customElement('rg-drop-zone')
export class RgDropZone extends LitElement {
  static override styles = [
    base,
    css`
      .zone {
        display: grid;
        justify-items: center;
        align-content: center;
        gap: var(--space-2);
        text-align: center;
        min-height: clamp(230px, 34vh, 330px);
        padding: var(--space-6) var(--space-4);
        background: var(--sheet);
        border: 1.5px dashed var(--line-strong);
        border-radius: var(--radius-l);
        transition:
          border-color 150ms ease,
          background-color 150ms ease;
      }
      :host([over]) .zone {
        border-color: var(--accent);
        border-style: solid;
        background: var(--accent-wash);
      }
      .zone > svg.icon {
        width: 34px;
        height: 34px;
        color: var(--accent);
        stroke-width: 1.3;
        margin-bottom: var(--space-1);
      }
      h2 {
        font-size: var(--text-l);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--space-3);
        margin-top: var(--space-4);
      }
      .buttons button {
        min-height: 40px;
        padding: 10px 18px;
        font-size: var(--text-m);
      }
      .buttons button:not(.primary) {
        background: none;
      }
      .sample {
        margin-top: var(--space-2);
      }
    `,
  ];

  @query('input') private input!: HTMLInputElement;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** Something is being dragged over the page. */
  @property({type: Boolean, reflect: true}) over = false;
  /** A sample shop can be had. */
  @property({type: Boolean}) sample = false;

  #chosen() {
    const files = [...(this.input.files ?? [])];
    // The same file may be chosen again after it was mended.
    this.input.value = '';
    if (files.length === 0) return;
    this.dispatchEvent(new CustomEvent('rg-files', {detail: files, bubbles: true, composed: true}));
  }

  #askForSample() {
    this.dispatchEvent(new CustomEvent('rg-sample', {bubbles: true, composed: true}));
  }

  override render() {
    const {start} = this.locale.words;
    return html`
      <div class="zone">
        ${icon('drop')}
        <h2>${this.over ? start.dropNow : start.drop}</h2>
        <p class="small faint">${start.dropHint}</p>
        <div class="buttons">
          <button class="primary choose" @click=${() => this.input.click()}>${start.choose}</button>
          ${
            this.sample
              ? html`<button class="try" @click=${() => this.#askForSample()}>
                  ${start.sample}
                </button>`
              : nothing
          }
        </div>
        ${this.sample ? html`<p class="sample small faint">${start.sampleHint}</p>` : nothing}
        <input
          type="file"
          multiple
          hidden
          aria-label=${start.choose}
          @change=${() => this.#chosen()}
        />
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-drop-zone': RgDropZone;
  }
}
