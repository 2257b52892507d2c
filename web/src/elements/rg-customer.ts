import {LitElement, html, nothing, svg} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {timeline} from '../charts/timeline.js';
import type {AwardRow, CustomerDetail, CustomerRow, Report} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import type {OpenCustomer, Screen} from '../state/app-state.js';
import type {Reminder} from '../state/calendar.js';
import {remarkOf, tagsInUse, type Remark} from '../state/remarks.js';
import {base} from '../styles/base.js';
import {cssVars} from './css-vars.js';
import {rewardText, segmentPill} from './customer-columns.js';
import {icon} from './icons.js';
import {inTurn} from './in-turn.js';
import {customerStyles} from './rg-customer.styles.js';
import './rg-future.js';
import './rg-grants.js';
import './rg-why.js';
import './rg-merges.js';
import './rg-remark.js';
import type {RgRemark} from './rg-remark.js';

/** A part of what is known, with its heading. */
const card = (name: string, title: string, content: unknown) =>
  html`<section class="card ${name}" aria-labelledby="${name}-title">
    <h2 id="${name}-title">${title}</h2>
    ${content}
  </section>`;

type Letter = 'r' | 'f' | 'm';
const kLine = {width: 100, height: 34};
/** Signs of a file's name beside an order. */
const kShort = 30;

/** Orders that are listed at first. */
const kFirst = 12;

/**
 * Everything about one customer: a screen above the one it was opened from.
 * @fires rg-close - Back to where the customer was opened.
 * @fires rg-remark - Detail: what is said of the customer now.
 * @fires rg-apart - Detail: the sign, and whether it is to stay a customer of its own.
 * @fires rg-next - Detail: how many rows further in the table the one to open stands.
 * @fires rg-remind - Detail: what to write into a calendar file.
 */
@customElement('rg-customer')
export class RgCustomer extends LitElement {
  static override styles = [base, customerStyles];

  @query('h1') private heading!: HTMLElement | null;
  @query('rg-remark') private remark!: RgRemark | null;
  /** Whether all orders are listed. */
  @state() private all = false;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The shop. */
  @property({attribute: false}) report: Report | null = null;
  /** Notes and tags of all customers. */
  @property({attribute: false}) remarks: readonly Remark[] = [];
  /** The files are being looked at anew. */
  @property({type: Boolean}) busy = false;
  /** Who is shown. */
  @property({attribute: false}) customer: OpenCustomer | null = null;
  /** The screen the customer was opened from. */
  @property() from: Screen = 'customers';
  /** How many there are in the table; null while that is not known. */
  @property({attribute: false}) total: number | null = null;

  /** Puts the keyboard on the customer's name. */
  land() {
    this.heading?.focus({preventScroll: true});
  }

  /** Keeps what was typed last of the customer. */
  commit() {
    this.remark?.commit();
  }

  /** What the owner knows, and what was taken for this person. */
  #own({row, merges}: CustomerDetail) {
    const {remarks} = this.locale.words;
    const others = merges.filter(({apart}) => !apart).map(({from}) => from);
    const all = [row.customer, ...others.filter((sign) => sign !== row.customer)];
    const note = html`<rg-remark
      .locale=${this.locale}
      .customer=${row.customer}
      .others=${all.slice(1)}
      .remark=${remarkOf(this.remarks, all)}
      .known=${tagsInUse(this.remarks)}
      ?busy=${this.busy}
    ></rg-remark>`;
    const told = html`<p class="how">${remarks.mergesHow}</p>
      <rg-merges
        bare
        .locale=${this.locale}
        .merges=${merges}
        .total=${merges.length}
      ></rg-merges>`;
    return html`${card('notes', remarks.title, note)}
    ${merges.length > 0 ? card('merges', remarks.mergesTitle, told) : nothing}`;
  }

  #close() {
    this.dispatchEvent(new CustomEvent('rg-close', {bubbles: true, composed: true}));
  }

  #next(by: 1 | -1) {
    this.commit();
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
    const {frame} = words;
    const several = (this.report?.intake.files.length ?? 1) > 1;
    const shown = this.all ? orders : orders.slice(0, kFirst);
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
            ${shown.map(
              (order) =>
                html`<tr class=${order.status === 'counted' ? '' : 'out'}>
                  <td class="date">${format.dateShort(order.date)}</td>
                  <td class="which"><div class="long">${order.order}</div></td>
                  <td class="goods" title=${order.products.join('\n')}>
                    <div>${order.products.map((product) => named(product)).join(frame.dot)}</div>
                  </td>
                  <td class="number">${amounts ? format.money(order.amount) : ''}</td>
                  <td class="counts">${status(order.status)}</td>
                  <td class="number where" title=${order.file}>
                    ${line(format.number(order.line))}${several ? html`<small>${named(order.file, kShort)}</small>` : nothing}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        orders.length > kFirst
          ? html`<button class="quiet all" @click=${() => (this.all = !this.all)}>
              ${this.all ? frame.showLess : frame.showAll(format.count(orders.length))}
            </button>`
          : nothing
      }`;
  }

  /** What the points of the program came to for this customer, between never and always redeeming. */
  #club({earned, balance, redeemed, tier}: AwardRow) {
    const {words, format} = this.locale;
    const {dialog, rewards} = words;
    const points = (amount: number | undefined) => rewards.points(format.count(amount ?? 0));
    return html`<p class="how">${dialog.clubHow}</p>
      <dl class="figures">
        ${tier === null || tier === undefined ? nothing : this.#fact(dialog.tier, tier)}
        ${this.#fact(dialog.pointsEarned, points(earned))}
        ${this.#fact(dialog.pointsLeft, points(balance))}
        ${this.#fact(dialog.pointsSpent, points(redeemed))}
      </dl>`;
  }

  #fact(name: string, value: unknown) {
    return html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  #summary(detail: CustomerDetail, report: Report) {
    const {words, format} = this.locale;
    const {dialog} = words;
    const {row} = detail;
    return html`<div class="card whole">
      <p class="facts">
        ${segmentPill(row.segment, this.locale)}
        <span>${dialog.since(format.date(row.first_order))}</span>
        ${row.name && row.name !== row.customer ? html`<div class="faint long">${row.customer}</div>` : nothing}
      </p>
      <dl class="figures">
        ${this.#fact(dialog.orders, format.number(row.orders))}
        ${report.intake.revenue === null ? nothing : this.#fact(dialog.paid, format.money(row.revenue))}
        ${this.#fact(dialog.lastOrder, format.date(row.last_order))}
        ${this.#fact(words.customers.column.reward, rewardText(row.reward, report, this.locale))}
      </dl>
      ${this.#line(detail, report.metrics.as_of)}
    </div>`;
  }

  #remind({row}: CustomerDetail, from: string, to: string | null) {
    const {words, format} = this.locale;
    const {one} = words.forecast;
    const name = named(row.name || row.customer);
    const window =
      to === null
        ? one.windowOpen(format.date(from))
        : one.window(format.date(from), format.date(to));
    const detail: Reminder = {
      of: row.customer,
      title: words.dialog.writeTo(name),
      text: window,
      from,
      to: to ?? from,
      asOf: this.report?.metrics.as_of ?? from,
    };
    this.dispatchEvent(new CustomEvent('rg-remind', {detail, bubbles: true, composed: true}));
  }

  #future(detail: CustomerDetail, report: Report) {
    const {dialog} = this.locale.words;
    const {next_order_from: from = null, next_order_to: to = null} = detail.row.future ?? {};
    return html`<rg-future .locale=${this.locale} .detail=${detail} .report=${report}></rg-future>
      ${
        from === null
          ? nothing
          : html`<p class="remind">
              <button @click=${() => this.#remind(detail, from, to)}>
                ${icon('downloads')}${dialog.remind}
              </button>
              <small>${dialog.remindHow}</small>
            </p>`
      }`;
  }

  #body({club, why = null}: OpenCustomer, detail: CustomerDetail, report: Report) {
    const {words, format} = this.locale;
    const {dialog} = words;
    const {row} = detail;
    const amounts = report.intake.revenue !== null;
    const letters: readonly Letter[] = amounts ? ['r', 'f', 'm'] : ['r', 'f'];
    const scores = html`<ul class="scores">
      ${letters.map((letter) => this.#score(letter, row))}
    </ul>`;
    const grants = why
      ? html`<rg-why
          .locale=${this.locale}
          .why=${why}
          .document=${report.rewards.document}
        ></rg-why>`
      : html`<rg-grants
          .locale=${this.locale}
          .grants=${detail.grants}
          ?held-out=${detail.held_out}
          .document=${report.rewards.document}
          .unit=${report.rewards.unit}
        ></rg-grants>`;
    const history = html`${detail.orders.length >= 200 ? html`<p class="how">${dialog.historyLimit}</p>` : nothing}
    ${this.#orders(detail, amounts)}`;
    return html`
      ${this.#summary(detail, report)}
      <div class="columns">
        <div class="stack">
          ${inTurn(card('next', words.forecast.one.title, this.#future(detail, report)))}
          ${inTurn(
            html`${card('granted', dialog.rewardsTitle, grants)}
            ${club ? card('club', dialog.clubTitle, this.#club(club)) : nothing}`,
          )}
        </div>
        <div class="stack">
          ${inTurn(this.#own(detail))} ${inTurn(card('standing', dialog.scoresTitle, scores))}
          ${inTurn(card('offered', dialog.offersTitle, this.#offers(detail)))}
        </div>
      </div>
      ${inTurn(card('history', dialog.historyTitle(format.count(detail.orders.length)), history))}
    `;
  }

  #place({at}: OpenCustomer): string {
    const {words, format} = this.locale;
    if (at === null || this.total === null) return '';
    return words.dialog.place(format.number(at + 1), format.number(this.total));
  }

  override render() {
    const {report, customer} = this;
    if (!report || !customer) return nothing;
    const {dialog, frame, remarks} = this.locale.words;
    const row = customer.detail?.row;
    const name = row ? row.name || row.customer : dialog.loading;
    const place = this.#place(customer);
    return html`<div class="bar">
        <button
          class="quiet close"
          @click=${() => this.#close()}
          title="${frame.screen[this.from]} (Esc)"
        >
          ${icon('back')}${dialog.back(frame.screen[this.from])}
        </button>
        <span class="place">${place}</span>
        ${this.#step(-1, customer)} ${this.#step(1, customer)}
        <button
          class="quiet print"
          aria-label=${remarks.print}
          title=${remarks.print}
          @click=${() => print()}
        >
          ${icon('print')}
        </button>
      </div>
      <h1 id="name" class="long" tabindex="-1">${name}</h1>
      <p class="unseen" role="status">${row ? `${named(name)} ${place}` : ''}</p>
      ${customer.detail ? this.#body(customer, customer.detail, report) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-customer': RgCustomer;
  }
}
