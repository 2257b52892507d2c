import {LitElement, css, html, nothing, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {lorenz, tenths} from '../charts/lorenz.js';
import type {Metrics} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {chart} from '../styles/chart.js';
import {pinButton} from './rg-pin.js';
import {switchStyles, Twin, wordCard} from './twin-switch.js';
import {show, showDeed} from './show.js';

const kFrame = {side: 260, left: 40, top: 8};
const kSize = {width: 340, height: 308};

/**
 * How much of the revenue comes from how few customers.
 * @fires rg-show - Detail: the filter and order of the customers to show.
 */
@customElement('rg-concentration')
export class RgConcentration extends LitElement {
  static override styles = [
    base,
    switchStyles,
    chart,
    css`
      svg.chart {
        max-width: 380px;
      }
      .show {
        margin-top: var(--space-3);
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) concentration: Metrics['concentration'] | null = null;

  /** How many there are. */
  @property({type: Number}) customers = 0;

  readonly #twin = new Twin(this);

  #picture(curve: Metrics['concentration']['curve'], topTenth: number) {
    const {words, format} = this.locale;
    const {concentration} = words.returns;
    const {side, left, top} = kFrame;
    const drawn = lorenz(curve, topTenth, kFrame);
    const share = format.percent(topTenth);
    return html`<svg
      class="chart"
      viewBox="0 0 ${kSize.width} ${kSize.height}"
      role="img"
      aria-label=${concentration.top(share)}
    >
      <title>${concentration.title}</title>
      <path class="wash" d=${drawn.gap} />
      <path class="dashed" d=${drawn.equal} />
      <path class="curve" d=${drawn.line} />
      <path class="axis" fill="none" d="M${left},${top}V${top + side}H${left + side}" />
      ${
        hasTenth(curve)
          ? svg`<g class="opens tenth" @click=${() => this.#showFirst(1 / 10)}>
              <title>${this.#first(1 / 10)}</title>
              <circle class="dot" cx=${drawn.tenth.x} cy=${drawn.tenth.y} r="4" />
              <text class="strong end" x=${drawn.tenth.x - 9} y=${drawn.tenth.y - 3}>${concentration.tenth(share)}</text>
            </g>`
          : nothing
      }
      <text class="end" x=${drawn.x(0.3) - 8} y=${drawn.y(0.3) - 4}>${concentration.equal}</text>
      <text class="end" x=${left - 6} y=${top + 8}>${format.percent(1, 0)}</text>
      <text class="end" x=${left - 6} y=${top + side}>${format.percent(0, 0)}</text>
      <text x=${left + 6} y=${top + 8}>${concentration.money}</text>
      <text x=${left} y=${top + side + 16}>${format.percent(0, 0)}</text>
      <text class="end" x=${left + side} y=${top + side + 16}>${format.percent(1, 0)}</text>
      <text class="middle" x=${left + side / 2} y=${top + side + 32}>${concentration.people}</text>
    </svg>`;
  }

  /** The largest place by revenue among a share of the customers, rounded up. */
  #last(share: number): number {
    return Math.ceil(share * this.customers - 1e-9);
  }

  #first(share: number): string {
    const {words, format} = this.locale;
    return words.customers.deed.ranked(format.number(1), format.number(this.#last(share)));
  }

  #showFirst(share: number) {
    showDeed(this, {did: 'ranked', from: 1, to: this.#last(share)});
  }

  /** Those who spent least, as a share of all. */
  #showLeast(share: number) {
    showDeed(this, {did: 'ranked', from: this.#last(1 - share) + 1, to: this.customers});
  }

  #table(curve: Metrics['concentration']['curve']) {
    const {words, format} = this.locale;
    const {columns} = words.returns.concentration;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${columns.people}</th>
          <th scope="col" class="number">${columns.money}</th>
        </tr>
      </thead>
      <tbody>
        ${tenths(curve).map(
          ([people, money]) =>
            html`<tr>
              <th scope="row">
                <button
                  class="link"
                  title=${words.customers.deed.ranked(format.number(this.#last(1 - people) + 1), format.number(this.customers))}
                  @click=${() => this.#showLeast(people)}
                >
                  ${format.percent(people)}
                </button>
              </th>
              <td class="number">${format.percent(money)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  override render() {
    if (!this.concentration) return nothing;
    const {words, format} = this.locale;
    const {returns, figures, frame} = words;
    const {title, how, top, gini: say, show: label} = returns.concentration;
    const {gini, top_tenth: tenth, curve} = this.concentration;
    if (gini.value === null || tenth.value === null) {
      return wordCard(title, figures.reason[gini.reason ?? tenth.reason ?? 'too_little_data']);
    }
    const {value: share} = tenth;
    return this.#twin.card(frame, {
      pin: pinButton('concentration', this.locale),
      title,
      how,
      picture: () => this.#picture(curve, share),
      table: () => this.#table(curve),
      after: html`<p class="verdict">
          ${hasTenth(curve) ? top(format.percent(share)) : nothing}
          ${say(format.number(gini.value, 2))}
        </p>
        <button class="show" @click=${() => show(this, {sort: 'revenue', descending: true})}>
          ${label}
        </button>`,
    });
  }
}

/** Of fewer than ten customers nobody is a tenth; the curve has a point for each, and one before. */
function hasTenth(curve: readonly unknown[]): boolean {
  return curve.length > 10;
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-concentration': RgConcentration;
  }
}
