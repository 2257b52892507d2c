import {LitElement, html, nothing, svg, type PropertyValues} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {differenceBar} from '../charts/difference-bar.js';
import type {
  ComparedFigure,
  ComparedGroup,
  Comparison,
  DifferenceVerdict,
  FigureComparison,
  Report,
  TraitComparison,
  TraitKind,
} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import {segmentName} from '../i18n/segment-name.js';
import type {CustomerView} from '../state/app-state.js';
import {tagsInUse, type Remark} from '../state/remarks.js';
import {base} from '../styles/base.js';
import {comparisonStyles} from './rg-comparison.styles.js';
import {show} from './show.js';

/** Answers two groups side by side, without a second one everybody else; null where nobody can say. */
export type ComparisonSource = (
  first: Partial<CustomerView>,
  second: Partial<CustomerView> | null,
) => Promise<Comparison | null>;

type Kind = 'share' | 'money' | 'days' | 'number';
const kKinds: Record<ComparedFigure, Kind> = {
  came_back: 'share',
  came_back_90d: 'share',
  orders_per_customer: 'number',
  average_order_value: 'money',
  revenue_per_customer: 'money',
  days_between_orders: 'days',
  days_since_last: 'days',
  lifetime_value: 'money',
};
const kTraits: readonly TraitKind[] = ['product', 'category', 'first_channel'];
/** Width of a picture of a difference, in px. */
const kBar = 140;

/** Of which customers a group is: a segment or a tag. */
interface Group {
  key: string;
  name: string;
  view: Partial<CustomerView>;
}

/**
 * Two groups of customers side by side, with what chance alone would give.
 * @fires rg-show - Detail: the filter of the customers to show.
 */
@customElement('rg-comparison')
export class RgComparison extends LitElement {
  static override styles = [base, comparisonStyles];

  @state() private first = '';
  /** Empty: everybody else. */
  @state() private second = '';
  @state() private found: Comparison | null | 'failed' = null;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) report: Report | null = null;
  /** Notes and tags of customers. */
  @property({attribute: false}) remarks: readonly Remark[] = [];
  /** Where the comparison comes from. */
  @property({attribute: false}) source: ComparisonSource | null = null;

  protected override willUpdate(changed: PropertyValues<this>) {
    // Other figures, other groups: what was found is of the figures before.
    if (changed.has('report') || changed.has('remarks')) this.found = null;
  }

  get #segments(): Group[] {
    const {segments} = this.locale.words;
    return (this.report?.rfm.segments ?? [])
      .filter(({name, customers}) => customers > 0 && name !== 'prospects')
      .map(({name}) => ({
        key: `s${name}`,
        name: segmentName(segments, name),
        view: {segment: name},
      }));
  }

  get #tags(): Group[] {
    return tagsInUse(this.remarks).map((tag) => ({key: `t${tag}`, name: named(tag), view: {tag}}));
  }

  #group(key: string): Group | null {
    return [...this.#segments, ...this.#tags].find((group) => group.key === key) ?? null;
  }

  async #compare() {
    const {report, first, second} = this;
    const one = this.#group(first) ?? this.#segments[0];
    if (!this.source || !one || one.key === second) return;
    const found = await this.source(one.view, this.#group(second)?.view ?? null);
    // An answer to an old question is dropped.
    if (this.report === report && this.first === first && this.second === second)
      this.found = found ?? 'failed';
  }

  #choose(side: 'first' | 'second', key: string) {
    this[side] = key;
    const asked = this.found !== null;
    this.found = null;
    if (asked) void this.#compare();
  }

  #select(side: 'first' | 'second', key: string) {
    const {compare} = this.locale.words;
    const options = (groups: Group[]) =>
      groups.map(
        (one) => html`<option value=${one.key} ?selected=${one.key === key}>${one.name}</option>`,
      );
    const tags = this.#tags;
    return html`<label
      >${compare[side]}
      <select
        id=${side}
        @change=${(event: Event) => this.#choose(side, (event.target as HTMLSelectElement).value)}
      >
        ${side === 'second' ? html`<option value="" ?selected=${key === ''}>${compare.others}</option>` : nothing}
        <optgroup label=${compare.segments}>${options(this.#segments)}</optgroup>
        ${tags.length > 0 ? html`<optgroup label=${compare.tags}>${options(tags)}</optgroup>` : nothing}
      </select>
    </label>`;
  }

  #text(kind: Kind, value: number | null): string {
    const {words, format} = this.locale;
    if (value === null) return '–';
    if (kind === 'share') return format.percent(value);
    if (kind === 'money') return format.money(value);
    return kind === 'days' ? words.compare.days(format.number(value, 1)) : format.number(value, 2);
  }

  #signed(kind: Kind, value: number): string {
    const {format} = this.locale;
    if (kind === 'money') return format.signedMoney(value);
    if (kind === 'share') return format.signed(100 * value);
    return format.signed(value, kind === 'days' ? 1 : 2);
  }

  #difference(
    kind: Kind,
    {
      difference,
      low,
      high,
      verdict,
    }: Pick<FigureComparison, 'difference' | 'low' | 'high'> & {
      verdict: DifferenceVerdict;
    },
  ) {
    const {compare} = this.locale.words;
    if (difference === null || low === null || high === null)
      return html`<span class="pill plain">${compare.verdict[verdict]}</span>`;
    const one = this.#signed(kind, difference);
    const unit = kind === 'share' ? compare.points(one) : kind === 'days' ? compare.days(one) : one;
    const bar = differenceBar({difference, low, high}, kBar);
    return html`<span
        >${compare.more(unit, this.#signed(kind, low), this.#signed(kind, high))}</span
      >
      ${svg`<svg class=${verdict} viewBox="-4 0 ${kBar + 8} 14" aria-hidden="true">
        <line class="zero" x1=${bar.zero} x2=${bar.zero} y1="0" y2="14" />
        <line class="reach" x1=${bar.from} x2=${bar.to} y1="7" y2="7" />
        <circle cx=${bar.point} cy="7" r="4" />
      </svg>`}
      <span class="pill ${verdict === 'beyond_chance' ? '' : 'plain'}"
        >${compare.verdict[verdict]}</span
      >`;
  }

  #row(name: string, what: unknown, cells: readonly [unknown, unknown, unknown], sides: string[]) {
    return html`<tr>
      <th scope="row">
        ${
          what === null
            ? html`<span class="long">${name}</span>`
            : html`<details>
                <summary>${name}</summary>
                <p>${what}</p>
              </details>`
        }
      </th>
      <td class="number" data-label=${sides[0] ?? ''}>${cells[0]}</td>
      <td class="number" data-label=${sides[1] ?? ''}>${cells[1]}</td>
      <td class="apart"><div>${cells[2]}</div></td>
    </tr>`;
  }

  #figure(one: FigureComparison, sides: string[]) {
    const {words, format} = this.locale;
    const kind = kKinds[one.figure];
    const {name, what} = words.compare.figure[one.figure];
    const rests = words.compare.rests(format.number(one.first.of), format.number(one.second.of));
    const cells = [
      this.#text(kind, one.first.value),
      this.#text(kind, one.second.value),
      this.#difference(kind, one),
    ] as const;
    return this.#row(name, `${what} ${rests}`, cells, sides);
  }

  #head(title: string, sides: string[]) {
    const {columns} = this.locale.words.compare;
    return html`<thead>
      <tr>
        <th scope="col">${title}</th>
        ${sides.map((side) => html`<th scope="col" class="number">${side}</th>`)}
        <th scope="col">${columns.difference}</th>
      </tr>
    </thead>`;
  }

  #traits(kind: TraitKind, {traits, tried, first, second}: Comparison, sides: string[]) {
    const {words, format} = this.locale;
    const these = traits.filter((trait) => trait.kind === kind);
    if (these.length === 0) return nothing;
    const share = (hits: number, {compared}: ComparedGroup) =>
      html`${format.percent(hits / compared)}<small>${format.number(hits)}</small>`;
    const row = (trait: TraitComparison) =>
      this.#row(
        named(trait.name),
        null,
        [share(trait.first, first), share(trait.second, second), this.#difference('share', trait)],
        sides,
      );
    return html`<h3>${words.compare.traits[kind]}</h3>
      <p class="how">${words.compare.traitsHow(format.count(tried[kind]))}</p>
      <table>
        ${this.#head(words.compare.columns.name, sides)}
        <tbody>
          ${these.map(row)}
        </tbody>
      </table>`;
  }

  #told(found: Comparison, report: Report) {
    const {words, format} = this.locale;
    const {compare} = words;
    const one = this.#group(this.first) ?? this.#segments[0];
    const two = this.#group(this.second);
    const sides = [one?.name ?? '', two?.name ?? compare.others];
    const {revenue} = report.intake;
    const count = (group: Group | null | undefined, {customers}: ComparedGroup) =>
      group
        ? html`<button class="link" @click=${() => show(this, group.view)}>
            ${format.number(customers)}
          </button>`
        : format.number(customers);
    const share = ({revenue: part}: ComparedGroup) =>
      revenue && part !== null ? format.percent(part / revenue) : '–';
    const figures = found.figures.filter(({first, second}) => first.of > 0 || second.of > 0);
    return html`${found.both > 0 ? html`<p class="both">${compare.both(format.count(found.both))}</p>` : nothing}
      <table class="figures">
        ${this.#head(compare.columns.figure, sides)}
        <tbody>
          ${this.#row(compare.customers, null, [count(one, found.first), count(two, found.second), ''], sides)}
          ${revenue ? this.#row(compare.share, compare.shareWhat, [share(found.first), share(found.second), ''], sides) : nothing}
          ${figures.map((figure) => this.#figure(figure, sides))}
        </tbody>
      </table>
      <p class="small soft">${compare.byChance}</p>
      ${kTraits.map((kind) => this.#traits(kind, found, sides))}`;
  }

  #answer(report: Report) {
    const {compare} = this.locale.words;
    const {found} = this;
    if (found === null) return nothing;
    return found === 'failed'
      ? html`<p class="soft">${compare.failed}</p>`
      : this.#told(found, report);
  }

  override render() {
    const {report} = this;
    const [largest] = this.#segments;
    if (!report || !largest) return nothing;
    const {compare} = this.locale.words;
    const first = this.first || largest.key;
    const isSame = first === this.second;
    return html`<section class="card" aria-labelledby="title">
      <h3 id="title">${compare.title}</h3>
      <p class="how">${compare.how}</p>
      <div class="choice">
        ${this.#select('first', first)} ${this.#select('second', this.second)}
        <button class="primary" ?disabled=${isSame} @click=${() => void this.#compare()}>
          ${compare.compare}
        </button>
      </div>
      <div role="status">${isSame ? html`<p class="soft">${compare.same}</p>` : nothing}</div>
      ${isSame ? nothing : this.#answer(report)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-comparison': RgComparison;
  }
}
