import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {kNoHistory, type History} from '../state/settings.js';
import {base} from '../styles/base.js';

/**
 * The way back and forth through what was decided, and the way to keep it.
 * @fires rg-back - The last step is to be taken back.
 * @fires rg-forth - The step taken back last is to be taken again.
 * @fires rg-save-project - What was decided is to be written to a file.
 */
@customElement('rg-steps')
export class RgSteps extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        align-items: center;
      }
      p {
        font-size: var(--text-s);
        color: var(--ink-soft);
        flex: 1 1 18rem;
      }
      button[aria-disabled='true'] {
        opacity: 0.5;
        cursor: default;
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
  /** The steps that can be gone. */
  @property({attribute: false}) history: History = kNoHistory;

  #tell(name: string) {
    this.dispatchEvent(new CustomEvent(name, {bubbles: true, composed: true}));
  }

  /** Stays in the way of the keyboard when there is nothing to do, so that the focus is not lost. */
  #button(name: string, text: string, keys: string, steps: readonly unknown[]) {
    const idle = steps.length === 0;
    return html`<button
      class=${name}
      aria-disabled=${idle ? 'true' : 'false'}
      aria-keyshortcuts=${keys}
      title=${keys.replace('Control', 'Ctrl')}
      @click=${() => !idle && this.#tell(`rg-${name}`)}
    >
      ${text}
    </button>`;
  }

  override render() {
    const {cleaning} = this.locale.words;
    return html`
      ${this.#button('back', cleaning.undo, 'Control+Z', this.history.past)}
      ${this.#button('forth', cleaning.redo, 'Control+Shift+Z', this.history.future)}
      <button class="save" @click=${() => this.#tell('rg-save-project')}>${cleaning.save}</button>
      <p>${cleaning.saveHow}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-steps': RgSteps;
  }
}
