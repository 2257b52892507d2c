import {LitElement, html, nothing, svg} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {timeline} from '../charts/timeline.js';
import type {CustomerDetail, CustomerRow, Report} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import type {OpenCustomer} from '../state/app-state.js';
import {remarkOf, tagsInUse, type Remark} from '../state/remarks.js';
import {base} from '../styles/base.js';
import {sheet} from '../styles/sheet.js';
import {cssVars} from './css-vars.js';
import {rewardText, segmentPill} from './customer-columns.js';
import {icon} from './icons.js';
import {dialogStyles} from './rg-customer-dialog.styles.js';
import './rg-future.js';
import './rg-grants.js';
import './rg-merges.js';
import './rg-remark.js';
import type {RgRemark} from './rg-remark.js';

type Letter = 'r' | 'f' | 'm';
const kLine = {width: 100, height: 34};
/** Signs of a file's name beside an order. */
const kShort = 30;

/**
 * Everything about one customer.
 * @fires rg-close - The dialog was closed.
 * @fires rg-remark - Detail: what is said of the customer now.
 * @fires rg-apart - Detail: the sign, and whether it is to stay a customer of its own.
 * @fires rg-next - Detail: how many rows further in the table the one to open stands.
 */
@customElement('rg-customer-dialog')
export class RgCustomerDialog extends LitElement {
  static override styles = [base, sheet, dialogStyles];

  @query('rg-remark') private remark!: RgRemark | null;
  @query('dialog') private dialog!: HTMLDialogElement | null;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The shop. */
  @property({attribute: false}) report: Report | null = null;
  /** The program in force, as text; null is the default. */
  @property({attribute: false}) program: string | null = null;
  /** Notes and tags of all customers. */
  @property({attribute: false}) remarks: readonly Remark[] = [];
  /** The files are being looked at anew. */
  @property({type: Boolean}) busy = false;
  /** Who is shown; nobody closes the dialog. */
  @property({attribute: false}) customer: OpenCustomer | null = null;
  /** How many there are in the table; null while that is not known. */
  @property({attribute: false}) total: number | null = null;

  protected override updated() {
    const {dialog} = this;
    if (!dialog) return;
    if (this.customer && !dialog.open) dialog.showModal();
    else if (!this.customer && dialog.open) dialog.close();
  }

  #closed() {
    if (!this.customer) return;
    this.remark?.commit();
    this.dispatchEvent(new CustomEvent('rg-close', {bubbles: true, composed: true}));
  }

  /** What the owner knows, and what was taken for this person. */
  #own({row, merges}: CustomerDetail) {
    const {remarks} = this.locale.words;
    const others = merges.filter(({apart}) => !apart).map(({from}) => from);
    const all = [row.customer, ...others.filter((sign) => sign !== row.customer)];
    return html`<section>
        <h3>${remarks.title}</h3>
        <rg-remark
          .locale=${this.locale}
          .customer=${row.customer}
          .others=${all.slice(1)}
          .remark=${remarkOf(this.remarks, all)}
          .known=${tagsInUse(this.remarks)}
          ?busy=${this.busy}
        ></rg-remark>
      </section>
      ${
        merges.length > 0
          ? html`<section class="merges">
              <h3>${remarks.mergesTitle}</h3>
              <p class="small soft">${remarks.mergesHow}</p>
              <rg-merges
                bare
                .locale=${this.locale}
                .merges=${merges}
                .total=${merges.length}
              ></rg-merges>
            </section>`
          : nothing
      }`;
  }

  #next(by: 1 | -1) {
    this.dispatchEvent(new CustomEvent('rg-next', {detail: by, bubbles: true, composed: true}));
  }

  /** The one before or after in the table; at its ends the button stays in the way of the keyboard. */
  #step(by: 1 | -1, {at}: OpenCustomer) {
    const {dialog} = this.locale.words;
    const [name, key] = by < 0 ? ([dialog.before, 'K'] as const) : ([dialog.after, 'J'] as const);
    const idle = at === null || at === (by < 0 ? 0 : (this.total ?? 0) - 1);
    return html`<button
      class="quiet step ${by < 0 ? 'before' : 'after'}"
      aria-label=${name}
      aria-disabled=${idle ? 'true' : 'false'}
      aria-keyshortcuts=${key}
      title="${name} (${key})"
      @click=${() => !idle && this.#next(by)}
    >
      ${icon(by < 0 ? 'before' : 'after')}
    </button>`;
  }

  #line({row, orders}: CustomerDetail, asOf: string) {
    const {one} = this.locale.words.forecast;
    const {next_order_from: from = null, next_order_to: to = null} = row.future ?? {};
    const next = from === null ? null : {from, to};
    const {ticks, years, known, ahead} = timeline(orders, row.first_order, asOf, kLine, next);
    const base = kLine.height + 4;
    return html`<div class="rhythm" aria-hidden="true">
        <svg viewBox="0 0 ${kLine.width} ${base + 2}" preserveAspectRatio="none">
          ${ahead ? svg`<rect class=${ahead.open ? 'ahead open' : 'ahead'} x=${ahead.x} y="0" width=${ahead.width} height=${base} />` : nothing}
          <line class="time" x1="0" x2=${known} y1=${base} y2=${base} />
          ${
            known < kLine.width
              ? svg`<line class="time dashed" x1=${known} x2=${kLine.width} y1=${base} y2=${base} />
                <line class="known" x1=${known} x2=${known} y1="0" y2=${base} />`
              : nothing
          }
          ${ticks.map(({x, height}) => svg`<line class="tick" x1=${x} x2=${x} y1=${base} y2=${base - height} />`)}
        </svg>
        ${years.map(({x, year}) => html`<span ${cssVars({'--x': `${x}%`})}>${year}</span>`)}
      </div>
      ${
        ahead
          ? html`<p class="key" aria-hidden="true">
              <i class="now"></i>${one.today} ${this.locale.format.date(asOf)}<i class="next"></i
              >${one.band}
            </p>`
          : nothing
      }`;
  }

  #score(letter: Letter, row: CustomerRow) {
    const {words, format} = this.locale;
    const {dialog} = words;
    const value = row[letter];
    const reasons = {
      r: () => dialog.reason.r(format.days(row.days_since_last)),
      f: () => dialog.reason.f(format.count(row.orders)),
      m: () => dialog.reason.m(format.money(row.revenue)),
    };
    const scale = value >= 4 ? 'high' : value === 3 ? 'middle' : 'low';
    return html`<li>
      <span class="letter">${letter.toUpperCase()}</span>
      <span class="five" role="img" aria-label=${dialog.score(letter.toUpperCase(), value)}>
        ${[1, 2, 3, 4, 5].map((step) => html`<i class=${step <= value ? 'on' : ''}></i>`)}
      </span>
      <span>${reasons[letter]()}<small>${dialog.scale[letter][scale]}</small></span>
    </li>`;
  }

  #offers({recommendations}: CustomerDetail) {
    const {words, format} = this.locale;
    const {dialog} = words;
    if (recommendations.length === 0) return html`<p class="soft">${dialog.noOffers}</p>`;
    return html`<ul class="offers">
      ${recommendations.map(({product, reason, because, customers}) => {
        const people = format.count(customers);
        const why =
          reason === 'bought_with'
            ? dialog.boughtWith(named(because), people)
            : dialog.popular(people);
        return html`<li><b class="long">${product}</b><span>${why}</span></li>`;
      })}
    </ul>`;
  }

  #orders({orders}: CustomerDetail, amounts: boolean) {
    const {words, format} = this.locale;
    const {columns, status, line} = words.dialog;
    const several = (this.report?.intake.files.length ?? 1) > 1;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.dialog.orders}>
      <table class="orders">
        <thead>
          <tr>
            <th scope="col">${columns.date}</th>
            <th scope="col">${columns.order}</th>
            <th scope="col">${columns.products}</th>
            <th scope="col" class="number">${columns.amount}</th>
            <th scope="col">${columns.status}</th>
            <th scope="col" class="number">${columns.line}</th>
          </tr>
        </thead>
        <tbody>
          ${orders.map(
            (order) =>
              html`<tr class=${order.status === 'counted' ? '' : 'out'}>
                <td class="date">${format.dateShort(order.date)}</td>
                <td><div class="long">${order.order}</div></td>
                <td title=${order.products.join('\n')}>
                  ${order.products.map((product) => named(product)).join(words.frame.dot)}
                </td>
                <td class="number">${amounts ? format.money(order.amount) : ''}</td>
                <td>${status(order.status)}</td>
                <td class="number" title=${order.file}>
                  ${line(format.number(order.line))}${several ? html`<small>${named(order.file, kShort)}</small>` : nothing}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #body(detail: CustomerDetail, report: Report) {
    const {words, format} = this.locale;
    const {dialog} = words;
    const {row} = detail;
    const amounts = report.intake.revenue !== null;
    const letters: readonly Letter[] = amounts ? ['r', 'f', 'm'] : ['r', 'f'];
    return html`
      <p class="facts">
        ${segmentPill(row.segment, this.locale)}
        <span>${dialog.since(format.date(row.first_order))}</span>
        ${row.name && row.name !== row.customer ? html`<div class="faint long">${row.customer}</div>` : nothing}
      </p>
      <dl class="figures">
        <div>
          <dt>${dialog.orders}</dt>
          <dd>${format.number(row.orders)}</dd>
        </div>
        ${
          amounts
            ? html`<div>
                <dt>${dialog.paid}</dt>
                <dd>${format.money(row.revenue)}</dd>
              </div>`
            : nothing
        }
        <div>
          <dt>${dialog.lastOrder}</dt>
          <dd>${format.date(row.last_order)}</dd>
        </div>
        <div>
          <dt>${words.customers.column.reward}</dt>
          <dd>${rewardText(row.reward, report, this.locale)}</dd>
        </div>
      </dl>
      ${this.#line(detail, report.metrics.as_of)}
      <section>
        <h3>${words.forecast.one.title}</h3>
        <rg-future .locale=${this.locale} .detail=${detail} .report=${report}></rg-future>
      </section>
      ${this.#own(detail)}
      <div class="two">
        <section>
          <h3>${dialog.scoresTitle}</h3>
          <ul class="scores">
            ${letters.map((letter) => this.#score(letter, row))}
          </ul>
        </section>
        <section>
          <h3>${dialog.offersTitle}</h3>
          ${this.#offers(detail)}
        </section>
      </div>
      <section>
        <h3>${dialog.rewardsTitle}</h3>
        <rg-grants
          .locale=${this.locale}
          .grants=${detail.grants}
          ?held-out=${detail.held_out}
          .unit=${report.rewards.unit}
        ></rg-grants>
      </section>
      <section>
        <h3>${dialog.historyTitle(format.count(detail.orders.length))}</h3>
        ${detail.orders.length >= 200 ? html`<p class="small faint">${dialog.historyLimit}</p>` : nothing}
        ${this.#orders(detail, amounts)}
      </section>
    `;
  }

  override render() {
    const {report, customer} = this;
    const {words} = this.locale;
    const row = customer?.detail?.row;
    return html`<dialog aria-labelledby="name" @close=${() => this.#closed()} closedby="any">
      ${
        customer && report
          ? html`<div class="sheet">
              <header role="none">
                <h2 id="name" class="long">
                  ${row ? row.name || row.customer : words.dialog.loading}
                </h2>
                <div class="acts">
                  ${this.#step(-1, customer)} ${this.#step(1, customer)}
                  <button
                    class="quiet print"
                    aria-label=${words.remarks.print}
                    title=${words.remarks.print}
                    @click=${() => print()}
                  >
                    ${icon('print')}
                  </button>
                  <button
                    class="quiet close"
                    aria-label=${words.frame.close}
                    @click=${() => this.dialog?.close()}
                  >
                    ${icon('close')}
                  </button>
                </div>
              </header>
              ${customer.detail ? this.#body(customer.detail, report) : nothing}
            </div>`
          : nothing
      }
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-customer-dialog': RgCustomerDialog;
  }
}
