import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import type {Pin} from '../state/pins.js';
import {base} from '../styles/base.js';
import {icon} from './icons.js';
import {pinName} from './pin-name.js';

/** Hears what is pinned, at once and whenever that changes. */
export type PinListener = (pins: readonly Pin[]) => void;

/**
 * Asks whoever keeps the pins to tell them: a pin stands in every card, and no card between has to know of pins.
 * Whoever answers says how to be left.
 */
export class PinsWanted extends Event {
  leave: (() => void) | null = null;

  constructor(readonly listener: PinListener) {
    super('rg-pins-wanted', {bubbles: true, composed: true});
  }
}

/** Those who want to know what is pinned. */
export class PinBoard {
  readonly #listeners = new Set<PinListener>();
  #pins: readonly Pin[] = [];

  answer(event: PinsWanted): void {
    event.stopPropagation();
    const {listener} = event;
    this.#listeners.add(listener);
    event.leave = () => this.#listeners.delete(listener);
    listener(this.#pins);
  }

  show(pins: readonly Pin[]): void {
    if (pins === this.#pins) return;
    this.#pins = pins;
    for (const listener of this.#listeners) listener(pins);
  }
}

/** The button for a heading. */
export function pinButton(pin: Pin, locale: Locale) {
  return html`<rg-pin .locale=${locale} .pin=${pin}></rg-pin>`;
}

/**
 * Pins a figure or a picture to the report, or takes it off. Without a keeper of pins around it there is nothing.
 * @fires rg-paper - Detail: the step.
 */
@customElement('rg-pin')
export class RgPin extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
        flex: none;
      }
      button {
        min-height: 28px;
        padding: 4px 6px;
        margin: -4px 0 0;
        font-size: var(--text-xs);
      }
      :host([labelled]) {
        display: inline-flex;
      }
      :host([labelled]) button {
        min-height: 34px;
        margin: 0;
        padding: 8px 10px;
        font-size: var(--text-s);
      }
      svg.icon {
        width: 16px;
        height: 16px;
      }
      button.quiet[aria-pressed='true'] {
        color: var(--accent);
        background: var(--accent-wash);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** null while nobody has told. */
  @state() private pins: readonly Pin[] | null = null;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is pinned by it. */
  @property({attribute: false}) pin: Pin | null = null;
  /** Whether words stand beside the sign. */
  @property({type: Boolean, reflect: true}) labelled = false;

  #wanted: PinsWanted | null = null;

  override connectedCallback() {
    super.connectedCallback();
    this.#wanted = new PinsWanted((pins) => (this.pins = pins));
    this.dispatchEvent(this.#wanted);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#wanted?.leave?.();
    this.#wanted = null;
  }

  #press(pin: Pin, isPinned: boolean) {
    const detail = {did: isPinned ? 'unpinned' : 'pinned', pin};
    this.dispatchEvent(new CustomEvent('rg-paper', {detail, bubbles: true, composed: true}));
  }

  override render() {
    const {pin, pins} = this;
    if (!pin || !pins) return nothing;
    const {paper} = this.locale.words;
    const isPinned = pins.includes(pin);
    const name = paper.pin(pinName(pin, this.locale));
    return html`<button
      class="quiet"
      aria-pressed=${isPinned}
      aria-label=${name}
      title=${name}
      @click=${() => this.#press(pin, isPinned)}
    >
      ${icon('pin')}${this.labelled ? html`<span>${paper.toPin}</span>` : nothing}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-pin': RgPin;
  }
}
