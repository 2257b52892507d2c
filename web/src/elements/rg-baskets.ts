import {LitElement, css, html, nothing, svg} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Recommendations} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import {base} from '../styles/base.js';
import {pinButton} from './rg-pin.js';

type Pair = Recommendations['pairs'][number];

/** Shown before somebody asks for all. */
const kFirst = 8;

/** What is bought together, and what most people buy. */
@customElement('rg-baskets')
export class RgBaskets extends LitElement {
  static override styles = [
    base,
    css`
      .bond {
        width: 20%;
        min-width: 90px;
      }
      .bond svg {
        display: block;
        width: 100%;
        height: 8px;
        margin-top: 6px;
      }
      .bond .track {
        fill: var(--line);
      }
      .bond .share {
        fill: var(--ramp-4);
      }
      td,
      tbody th {
        overflow-wrap: anywhere;
      }
      tbody th {
        font-weight: 600;
      }
      .more {
        margin-top: var(--space-3);
      }
      h4 {
        font-size: var(--text-s);
        font-weight: 600;
        margin: var(--space-5) 0 var(--space-2);
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-5);
        font-size: var(--text-s);
      }
      @media (max-width: 560px) {
        .bond {
          display: none;
        }
      }
    `,
  ];

  @state() private all = false;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) baskets: Recommendations | null = null;

  #pair(pair: Pair) {
    const {words, format} = this.locale;
    const {people, strength} = words.baskets;
    const says = strength(format.number(pair.cosine, 2));
    return html`<tr>
      <th scope="row"><div class="long">${pair.product}</div></th>
      <td><div class="long">${pair.with}</div></td>
      <td class="number">
        ${people(format.number(pair.customers_both), format.number(pair.customers_product))}
      </td>
      <td class="bond" title=${says}>
        <span class="unseen">${says}</span>
        ${svg`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect class="track" width="100" height="8" rx="2" /><rect class="share" width=${100 * pair.cosine} height="8" rx="2" />
        </svg>`}
      </td>
    </tr>`;
  }

  #pairs({pairs}: Recommendations) {
    const {words, format} = this.locale;
    const {columns, noPairs} = words.baskets;
    if (pairs.length === 0) return html`<p class="soft">${noPairs}</p>`;
    const shown = this.all ? pairs : pairs.slice(0, kFirst);
    return html`<table>
        <thead>
          <tr>
            <th scope="col">${columns.product}</th>
            <th scope="col">${columns.with}</th>
            <th scope="col" class="number">${columns.people}</th>
            <th scope="col" class="bond">${columns.strength}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((pair) => this.#pair(pair))}
        </tbody>
      </table>
      ${
        pairs.length > kFirst
          ? html`<button
              class="more"
              aria-expanded=${this.all}
              @click=${() => (this.all = !this.all)}
            >
              ${this.all ? words.frame.showLess : words.frame.showAll(format.count(pairs.length))}
            </button>`
          : nothing
      }`;
  }

  #popular({popular}: Recommendations) {
    const {words, format} = this.locale;
    if (popular.length === 0) return nothing;
    return html`<h4>${words.baskets.popularTitle}</h4>
      <ol>
        ${popular.slice(0, 6).map(
          ({product, customers}) =>
            html`<li>
              <bdi>${named(product)}</bdi>
              <span class="faint">${words.baskets.buyers(format.count(customers))}</span>
            </li>`,
        )}
      </ol>`;
  }

  override render() {
    if (!this.baskets) return nothing;
    const {words, format} = this.locale;
    const {baskets} = this;
    const reasons = {
      too_little_data: words.baskets.tooLittle,
      no_product_column: words.frame.noProducts,
    };
    return html`<section class="card">
      <div class="head">
        <h3>${words.baskets.title}</h3>
        ${pinButton('baskets', this.locale)}
      </div>
      ${
        baskets.status === 'ready'
          ? html`<p class="how">${words.baskets.how(format.count(baskets.min_support))}</p>
              ${this.#pairs(baskets)} ${this.#popular(baskets)}`
          : html`<p class="how reason">${reasons[baskets.status]}</p>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-baskets': RgBaskets;
  }
}
