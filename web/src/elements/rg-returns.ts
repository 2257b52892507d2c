import {LitElement, css, html, nothing, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {intervalBars, type Bar} from '../charts/interval-bars.js';
import type {Metrics} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {hatch} from './hatch.js';
import {pinButton} from './rg-pin.js';
import {cameWithin} from './figure-views.js';
import {show} from './show.js';
import {switchStyles, Twin} from './twin-switch.js';

type Window = Metrics['repurchase_within'][number];

const kFrame = {width: 460, height: 290, top: 26, bottom: 40};

/**
 * How soon customers come back: a bar per window with its interval as a wash.
 * @fires rg-show - Detail: the filter of the customers to show.
 */
@customElement('rg-returns')
export class RgReturns extends LitElement {
  static override styles = [
    base,
    switchStyles,
    css`
      svg {
        display: block;
        width: 100%;
        height: auto;
        max-width: 560px;
        font-family: var(--font);
        overflow: visible;
      }
      .bar {
        fill: var(--ramp-4);
      }
      .wash {
        fill: var(--accent);
        opacity: 0.22;
      }
      .opens {
        cursor: pointer;
      }
      .opens:hover .bar {
        stroke: var(--ink);
        stroke-width: 2;
      }
      .unknown {
        fill: url(#hatch);
      }
      .stroke {
        stroke: var(--line-strong);
      }
      .base {
        stroke: var(--line-strong);
      }
      .label {
        font-size: 14px;
        font-weight: 600;
        fill: var(--ink);
        text-anchor: middle;
        font-variant-numeric: tabular-nums;
      }
      .label.none {
        font-size: 12px;
        font-weight: 400;
        fill: var(--ink-faint);
      }
      .category {
        font-size: 12px;
        fill: var(--ink-soft);
        text-anchor: middle;
      }
      .count {
        font-size: 11px;
        fill: var(--ink-faint);
        text-anchor: middle;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** Shares by window. */
  @property({attribute: false}) windows: readonly Window[] = [];

  /** Days of the first order and of the figures. */
  @property() from = '';
  @property() asOf = '';

  readonly #twin = new Twin(this);

  #interval({low, high}: Window) {
    const {format, words} = this.locale;
    if (low === null || high === null) return '';
    return words.figures.between(format.percent(low), format.percent(high));
  }

  #show({days, numerator}: Window) {
    if (numerator > 0) show(this, cameWithin(days, this.from, this.asOf));
  }

  #counts(window: Window) {
    const {words, format} = this.locale;
    const {numerator, denominator} = window;
    const text = words.figures.ofThem(format.count(numerator), format.count(denominator));
    if (numerator === 0) return text;
    return html`<button
      class="link"
      title=${words.customers.deed.second(format.days(window.days))}
      @click=${() => this.#show(window)}
    >
      ${text}
    </button>`;
  }

  #bar(bar: Bar, window: Window, base: number) {
    const {words, format} = this.locale;
    const {figures} = words;
    const share = window.value === null ? figures.young : format.percent(window.value);
    const counts = figures.ofThem(format.count(window.numerator), format.count(window.denominator));
    const tip = [figures.within(format.count(window.days)), share, counts, this.#interval(window)];
    return svg`<g class=${window.numerator > 0 ? 'opens' : nothing} @click=${() => this.#show(window)}>
      <title>${tip.filter(Boolean).join(words.frame.dot)}</title>
      <rect class=${bar.known ? 'bar' : 'unknown'} x=${bar.x} y=${bar.y} width=${bar.width} height=${bar.height} rx="3" />
      ${bar.wash ? svg`<rect class="wash" x=${bar.x - 6} y=${bar.wash.y} width=${bar.width + 12} height=${bar.wash.height} rx="3" />` : nothing}
      <text class=${bar.known ? 'label' : 'label none'} x=${bar.center} y=${bar.label}>${share}</text>
      <text class="category" x=${bar.center} y=${base + 17}>${figures.within(format.count(window.days))}</text>
      <text class="count" x=${bar.center} y=${base + 33}>${bar.known ? `n = ${format.number(window.denominator)}` : ''}</text>
    </g>`;
  }

  #picture() {
    const {figures} = this.locale.words;
    const {bars, base} = intervalBars(this.windows, kFrame);
    return html`<svg
      viewBox="0 0 ${kFrame.width} ${kFrame.height}"
      role="img"
      aria-label=${this.#description()}
    >
      <title>${figures.returnsTitle}</title>
      ${hatch}
      ${bars.map((bar, index) => {
        const window = this.windows[index];
        return window ? this.#bar(bar, window, base) : nothing;
      })}
      <line class="base" x1="0" x2=${kFrame.width} y1=${base} y2=${base} />
    </svg>`;
  }

  #description(): string {
    const {words, format} = this.locale;
    const parts = this.windows.map(
      ({days, value}) =>
        `${words.figures.within(format.count(days))} ${value === null ? words.figures.young : format.percent(value)}`,
    );
    return parts.join(words.frame.dot);
  }

  #table() {
    const {words, format} = this.locale;
    const {within, share, counts, interval} = words.figures.returnsColumns;
    return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${within}</th>
            <th scope="col" class="number">${share}</th>
            <th scope="col" class="number">${counts}</th>
            <th scope="col" class="number">${interval}</th>
          </tr>
        </thead>
        <tbody>
          ${this.windows.map(
            (window) =>
              html`<tr>
                <th scope="row">${words.figures.within(format.count(window.days))}</th>
                <td class="number">
                  ${window.value === null ? words.figures.young : format.percent(window.value)}
                </td>
                <td class="number">${this.#counts(window)}</td>
                <td class="number">${this.#interval(window)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  override render() {
    const {figures, frame} = this.locale.words;
    const card = {
      pin: pinButton('returns', this.locale),
      title: figures.returnsTitle,
      how: figures.returnsHow,
      picture: () => this.#picture(),
      table: () => this.#table(),
    };
    return this.#twin.card(frame, card, 'h2');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-returns': RgReturns;
  }
}
