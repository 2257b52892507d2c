import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {kNoHistory, kNoSettings, type History, type Settings} from '../state/settings.js';
import {stepBetween, stepsOf} from '../state/steps.js';
import {base} from '../styles/base.js';
import {popover} from '../styles/popover.js';
import {icon, type IconName} from './icons.js';
import {stepText} from './step-text.js';

/**
 * The way back and forth through what was decided, one step at a time or to any of them, and the way to keep it.
 * @fires rg-back - The last step is to be taken back.
 * @fires rg-forth - The step taken back last is to be taken again.
 * @fires rg-step - Detail: the place of the step to go to, 0 before the first.
 * @fires rg-save-project - What was decided is to be written to a file.
 */
@customElement('rg-steps')
export class RgSteps extends LitElement {
  static override styles = [
    base,
    popover,
    css`
      :host {
        display: flex;
        gap: var(--space-1);
        align-items: center;
      }
      button {
        padding: 6px 8px;
      }
      .list {
        anchor-name: --anchor;
      }
      .save {
        margin-left: var(--space-1);
        padding: 6px 10px;
      }
      button[aria-disabled='true'] {
        opacity: 0.5;
        cursor: default;
      }
      h2 {
        font-size: var(--text-m);
      }
      ol {
        margin-top: var(--space-3);
      }
      li button {
        width: 100%;
        justify-content: space-between;
        text-align: left;
        padding: 7px 10px;
        overflow-wrap: anywhere;
      }
      li [aria-current] {
        background: var(--accent-wash);
        color: var(--accent);
        font-weight: 600;
      }
      li small {
        flex: none;
        font-weight: 400;
        font-size: var(--text-xs);
      }
      @media (max-width: 760px) {
        .save span {
          display: none;
        }
        .save {
          margin: 0;
          padding: 6px 8px;
        }
        button {
          padding: 6px;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @query('[popover]') private panel!: HTMLElement;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The steps that can be gone. */
  @property({attribute: false}) history: History = kNoHistory;
  /** What is decided now. */
  @property({attribute: false}) settings: Settings = kNoSettings;

  #tell(name: string, detail?: number) {
    this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
  }

  #choose(place: number) {
    this.panel.hidePopover();
    this.#tell('rg-step', place);
  }

  /** Stays in the way of the keyboard when there is nothing to do, so that the focus is not lost. */
  #button(name: 'back' | 'forth', sign: IconName, text: string, keys: string, ways: number) {
    const idle = ways === 0;
    return html`<button
      class="quiet ${name}"
      aria-label=${text}
      aria-disabled=${idle ? 'true' : 'false'}
      aria-keyshortcuts=${keys}
      title="${text} (${keys.replace('Control', 'Ctrl')})"
      @click=${() => !idle && this.#tell(`rg-${name}`)}
    >
      ${icon(sign)}
    </button>`;
  }

  #name(all: readonly Settings[], place: number): string {
    const [before, after] = [all[place - 1], all[place]];
    if (!before || !after) return this.locale.words.steps.beginning;
    return stepText(stepBetween(before, after), this.locale);
  }

  #list() {
    const {steps} = this.locale.words;
    const {all, here} = stepsOf(this.history, this.settings);
    const note = (place: number) => (place === here ? steps.here : steps.undone);
    return html`<ol reversed>
      ${all.map((_, index) => {
        const place = all.length - 1 - index;
        return html`<li>
          <button
            class="quiet"
            aria-current=${place === here ? 'step' : nothing}
            @click=${() => this.#choose(place)}
          >
            ${this.#name(all, place)}${place >= here ? html`<small>${note(place)}</small>` : nothing}
          </button>
        </li>`;
      })}
    </ol>`;
  }

  override render() {
    const {cleaning, steps, frame} = this.locale.words;
    const {past, future} = this.history;
    return html`
      ${this.#button('back', 'undo', cleaning.undo, 'Control+Z', past.length)}
      ${this.#button('forth', 'redo', cleaning.redo, 'Control+Shift+Z', future.length)}
      <button
        class="quiet list"
        popovertarget="panel"
        aria-haspopup="dialog"
        aria-label=${steps.title}
        title=${steps.title}
      >
        ${icon('steps')}
      </button>
      <button
        class="save"
        aria-label=${cleaning.save}
        aria-keyshortcuts="Control+S"
        title="${cleaning.save} (Ctrl+S). ${cleaning.saveHow}"
        @click=${() => this.#tell('rg-save-project')}
      >
        ${icon('save')}<span>${frame.save}</span>
      </button>
      <div id="panel" popover role="dialog" aria-label=${steps.title}>
        <h2>${steps.title}</h2>
        <p class="soft">${steps.how}</p>
        ${this.#list()}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-steps': RgSteps;
  }
}
