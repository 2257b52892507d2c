import {LitElement, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {classMap} from 'lit/directives/class-map.js';
import {guard} from 'lit/directives/guard.js';
import {
  cohortMap,
  kCohortMeasures,
  stepTo,
  watched,
  type CohortMap,
  type CohortMeasure,
  type Field,
  type Place,
  type Row,
} from '../charts/cohort-map.js';
import type {
  CohortBy,
  CohortPeriod,
  Cohorts,
  ShareDifference,
  TwoShares,
} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {kUntouched, type CleaningState} from '../state/app-state.js';
import {kDefaultCohorts, type CohortChoice} from '../state/settings.js';
import {base} from '../styles/base.js';
import {choices} from '../styles/choices.js';
import {heatMap} from '../styles/heat-map.js';
import {ramp} from '../styles/ramp.js';
import {cohortTable, showCohort, showName} from './cohort-table.js';
import {
  cellFacts,
  cohortName,
  cohortSentence,
  firstPair,
  pairSentence,
  sharesOf,
} from './cohort-words.js';
import {cssVars} from './css-vars.js';
import {pinButton} from './rg-pin.js';
import {cohortStyles} from './rg-cohorts.styles.js';
import {switchStyles, Twin} from './twin-switch.js';
import {showDeed} from './show.js';

/** Rows at first, and how wide the panel beside a cell is, in px. */
const kRows = 18;
const kTipWidth = 224;
const kBeginnings: readonly CohortBy[] = [
  'first_order',
  'first_product',
  'first_discount',
  'first_channel',
];
const kPeriods: readonly CohortPeriod[] = ['week', 'month', 'quarter'];

/** Says by how much two shares differ; null where nobody can. */
export type DifferenceSource = (of: TwoShares) => Promise<ShareDifference | null>;

interface Tip {
  cell: HTMLElement;
  title: string;
  facts: readonly string[];
  x: number;
  y: number;
}

/**
 * Who began alike, and how many of them came back since. Cells whose period is not over are hatched.
 * @fires rg-show - Detail: the filter of the customers to show.
 * @fires rg-cohorts - Detail: what is to be cut or shown otherwise.
 */
@customElement('rg-cohorts')
export class RgCohorts extends LitElement {
  static override styles = [base, ramp, choices, switchStyles, heatMap, cohortStyles];

  @state() private whole = false;
  /** Where the arrow keys stand. */
  @state() private at: Place = {row: 0, column: 0};
  @state() private tip: Tip | null = null;
  /** The cohorts that are compared, by place; null: those that tell most. */
  @state() private pair: readonly [number, number] | null = null;
  /** What the engine says of them; null until it does. */
  @state() private found: ShareDifference | null = null;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) cohorts: Cohorts | null = null;
  /** How they are put together, and what is shown of them. */
  @property({attribute: false}) choice: CohortChoice = kDefaultCohorts;
  /** What the files do not allow to put them together by. */
  @property({attribute: false}) missing: readonly CohortBy[] = [];
  /** Whether they are being put together anew. */
  @property({attribute: false}) cleaning: CleaningState = kUntouched;
  /** Where the difference of two cohorts comes from. */
  @property({attribute: false}) difference: DifferenceSource | null = null;
  /** Amounts are known. */
  @property({type: Boolean}) amounts = false;

  readonly #twin = new Twin(this);

  #drawn: {of: readonly unknown[]; map: CohortMap} | null = null;

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('cohorts')) return;
    this.#compareWith(null);
    this.at = {row: 0, column: 0};
    this.tip = null;
  }

  get #measures(): readonly CohortMeasure[] {
    return this.amounts ? kCohortMeasures : kCohortMeasures.slice(0, 3);
  }

  /** Without amounts a choice of another time may not be possible. */
  get #measure(): CohortMeasure {
    const {measure} = this.choice;
    return this.#measures.includes(measure) ? measure : 'share';
  }

  #map(cohorts: Cohorts): CohortMap {
    const newest = this.whole ? Infinity : kRows;
    const of = [cohorts, this.#measure, newest];
    if (!this.#drawn || of.some((one, index) => one !== this.#drawn?.of[index])) {
      this.#drawn = {of, map: cohortMap(cohorts.cells, this.#measure, newest)};
    }
    return this.#drawn.map;
  }

  /** The two cohorts that are compared. */
  #pairOf(cohorts: Cohorts) {
    const [one, other] = this.pair ?? firstPair(cohorts);
    const [first, second] = [cohorts.cohorts[one], cohorts.cohorts[other]];
    return first && second ? {one, other, first, second} : null;
  }

  #compareWith(pair: readonly [number, number] | null) {
    this.pair = pair;
    void this.#ask();
  }

  async #ask() {
    const {cohorts, difference, pair} = this;
    this.found = null;
    const compared = cohorts && this.#pairOf(cohorts);
    if (!compared || !difference) return;
    const found = await difference(sharesOf(compared.first, compared.second));
    // An answer to an old question is dropped.
    if (this.cohorts === cohorts && this.pair === pair) this.found = found;
  }

  #choose(part: Partial<CohortChoice>) {
    this.dispatchEvent(
      new CustomEvent('rg-cohorts', {detail: part, bubbles: true, composed: true}),
    );
    this.at = {row: 0, column: 0};
    this.tip = null;
  }

  #pressed(event: KeyboardEvent, {rows}: CohortMap) {
    if (event.key === 'Escape') this.tip = null;
    const lengths = rows.map(({fields}) => fields.length);
    const next = stepTo(this.at, event.key, lengths);
    if (next.row === this.at.row && next.column === this.at.column) return;
    event.preventDefault();
    this.at = next;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('.map button[tabindex="0"]')?.focus();
    });
  }

  /** Puts the panel above a cell, within the frame; there it stays while the cells are scrolled. */
  #point(of: EventTarget | null, title: string, facts: readonly string[]) {
    const cell = of as HTMLElement;
    const at = cell.getBoundingClientRect();
    const frame = this.renderRoot.querySelector('.frame')?.getBoundingClientRect();
    if (!frame) return;
    const middle = at.left + at.width / 2 - frame.left;
    const x = Math.max(0, Math.min(frame.width - kTipWidth, middle - kTipWidth / 2));
    this.tip = {cell, title, facts, x, y: at.top - frame.top};
  }

  #scrolled() {
    if (this.tip) this.#point(this.tip.cell, this.tip.title, this.tip.facts);
  }

  #text(field: Field): string {
    const {words, format} = this.locale;
    const {value, few} = field;
    const {active, customers} = watched(field);
    if (value === null) return words.frame.none;
    switch (this.#measure) {
      case 'share':
        return few
          ? `${format.number(active)}/${format.number(customers)}`
          : format.percent(value, 0);
      case 'customers':
      case 'orders':
        return format.number(value);
      default:
        return format.moneyShort(value);
    }
  }

  /** Those of a cohort, by place, who ordered at an age. */
  #show(cohort: number, {active, age}: Field) {
    if (active > 0) showDeed(this, {did: 'cohort', cohort, age});
  }

  #field(
    field: Field,
    row: number,
    column: number,
    of: {name: string; place: number; period: CohortPeriod},
  ) {
    const {words, format} = this.locale;
    const later = words.returns.cohorts.later[of.period](format.count(field.age));
    const title = [of.name, later].join(words.frame.dot);
    const facts = cellFacts(field, this.amounts, this.locale);
    const here = row === this.at.row && column === this.at.column;
    const text = this.#text(field);
    return html`<td>
      <button
        class=${classMap({
          [`s${field.step}`]: field.settled && !field.few,
          hatched: !field.settled,
          few: field.few,
        })}
        tabindex=${here ? 0 : -1}
        aria-label=${[text, title, ...facts].join(words.frame.dot)}
        @click=${() => this.#show(of.place, field)}
        @focus=${(event: Event) => {
          this.at = {row, column};
          this.#point(event.currentTarget, title, facts);
        }}
        @pointerenter=${(event: Event) => this.#point(event.currentTarget, title, facts)}
      >
        ${text}
      </button>
    </td>`;
  }

  #row({cohort, customers, fields}: Row, row: number, {cohorts, period, by}: Cohorts) {
    const {format} = this.locale;
    const name = cohortName(cohort, by, this.locale);
    const place = cohorts.findIndex((one) => one.cohort === cohort);
    const here = row === this.at.row && this.at.column === 0;
    return html`<tr>
      <th scope="row" class="name">
        <button
          tabindex=${here ? 0 : -1}
          title=${name}
          aria-label=${showName(name, by, this.locale)}
          @click=${() => showCohort(this, place, cohort, by)}
          @focus=${() => (this.at = {row, column: 0})}
        >
          ${name}
        </button>
      </th>
      <td class="people">${format.number(customers)}</td>
      ${fields.map((field, index) => this.#field(field, row, index + 1, {name, place, period}))}
    </tr>`;
  }

  #means({averages}: Cohorts, {ages}: CohortMap) {
    const measure = this.#measure;
    if (measure === 'customers' || measure === 'orders' || ages.length === 0) return nothing;
    const {words, format} = this.locale;
    const {mean, meanOf} = words.returns.cohorts;
    return html`<tfoot>
      <tr>
        <th scope="row" class="name">${mean[measure]}</th>
        <td></td>
        ${ages.map((age) => {
          const one = averages.find((average) => average.age === age);
          if (!one) return html`<td></td>`;
          const of = meanOf(format.count(one.cohorts), format.count(one.customers));
          const ends = words.figures.between(format.percent(one.low), format.percent(one.high));
          const tip = measure === 'share' ? [ends, of].join(words.frame.dot) : of;
          const text =
            measure === 'share' ? format.percent(one.share, 0) : format.moneyShort(one[measure]);
          return html`<td title=${tip}>${text}</td>`;
        })}
      </tr>
    </tfoot>`;
  }

  #picture(cohorts: Cohorts, map: CohortMap) {
    const {words, format} = this.locale;
    const {began, people, since, title} = words.returns.cohorts;
    return html`<table class="map" role="grid" aria-label=${title[cohorts.by]}>
      <thead>
        <tr>
          <th scope="col" rowspan="2" class="name">${began[cohorts.by]}</th>
          <th scope="col" rowspan="2">${people}</th>
          <th scope="colgroup" colspan=${Math.max(1, map.ages.length)} class="since">
            ${since[cohorts.period]}
          </th>
        </tr>
        <tr>
          ${map.ages.map((age) => html`<th scope="col" class="age">${format.number(age)}</th>`)}
        </tr>
      </thead>
      <tbody @keydown=${(event: KeyboardEvent) => this.#pressed(event, map)}>
        ${map.rows.map((row, index) => this.#row(row, index, cohorts))}
      </tbody>
      ${this.#means(cohorts, map)}
    </table>`;
  }

  #key({rows}: CohortMap) {
    const fields = rows.flatMap((row) => row.fields);
    const words = this.locale.words.returns.cohorts;
    return html`<p class="key">
      <span>
        ${words.keyLess}
        ${[1, 2, 3, 4, 5].map((step) => html`<i class="s${step}" aria-hidden="true"></i>`)}
        ${words.keyMore}
      </span>
      ${
        fields.some(({settled}) => !settled)
          ? html`<span><i class="hatched" aria-hidden="true"></i>${words.keyImmature}</span>`
          : nothing
      }
      ${
        fields.some(({few}) => few)
          ? html`<span><i class="few" aria-hidden="true"></i>${words.keyFew}</span>`
          : nothing
      }
      <span class="hint">${words.keys}</span>
    </p>`;
  }

  #tip({title, facts, x, y}: Tip) {
    return html`<div
      class="tip"
      aria-hidden="true"
      ${cssVars({'--tip-x': `${x}px`, '--tip-y': `${y}px`})}
    >
      <b>${title}</b>${facts.map((fact) => html`<div>${fact}</div>`)}
    </div>`;
  }

  #select<Value extends string>(
    id: string,
    label: string,
    values: readonly Value[],
    chosen: Value,
    text: (value: Value) => string,
    choose: (value: Value) => void,
  ) {
    return html`<label>
      ${label}
      <select
        data-choice=${id}
        aria-busy=${this.cleaning.busy ? 'true' : 'false'}
        @change=${(event: Event) => {
          const value = values[(event.target as HTMLSelectElement).selectedIndex];
          if (value !== undefined) choose(value);
        }}
      >
        ${values.map(
          (value) =>
            html`<option
              value=${value}
              .selected=${value === chosen}
              ?disabled=${value !== chosen && (this.missing as readonly string[]).includes(value)}
            >
              ${text(value)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  /** How customers are put together; what the files do not tell is grey, with the reason. */
  #controls({period}: Cohorts) {
    const words = this.locale.words.returns.cohorts;
    const {choice, missing} = this;
    const byText = (by: CohortBy) =>
      by !== 'first_order' && missing.includes(by)
        ? [words.by[by], words.missing[by]].join(this.locale.words.frame.dot)
        : words.by[by];
    return html`<div class="controls">
      ${this.#select('by', words.groupBy, kBeginnings, choice.by, byText, (by) =>
        this.#choose({by}),
      )}
      ${this.#select(
        'period',
        words.period,
        kPeriods,
        choice.period,
        (one) => words.periods[one],
        (one) => this.#choose({period: one}),
      )}
      ${
        period === choice.period || this.cleaning.busy
          ? nothing
          : html`<p class="small soft">${words.longer(words.periods[period])}</p>`
      }
    </div>`;
  }

  /** Any two cohorts, and whether they differ. */
  #compare(cohorts: Cohorts) {
    const {cohorts: all, by} = cohorts;
    if (all.length < 2) return nothing;
    const words = this.locale.words.returns.cohorts;
    const compared = this.#pairOf(cohorts);
    if (!compared) return nothing;
    const {one, other, first, second} = compared;
    const places = all.map((_, place) => String(place));
    const name = (place: string) => cohortName(all[Number(place)]?.cohort ?? null, by, this.locale);
    return html`<div class="pair">
      <div class="controls">
        ${this.#select('one', words.compare, places, String(one), name, (place) => {
          this.#compareWith([Number(place), other]);
        })}
        ${this.#select('other', words.against, places, String(other), name, (place) => {
          this.#compareWith([one, Number(place)]);
        })}
      </div>
      ${
        one === other
          ? nothing
          : html`<p role="status">
                ${pairSentence(first, second, this.found, cohorts, this.locale)}
              </p>
              <p class="small soft">${words.pairHint}</p>`
      }
    </div>`;
  }

  #frame(cohorts: Cohorts) {
    const {words, format} = this.locale;
    const {returns, frame} = words;
    const map = this.#map(cohorts);
    const all = cohorts.cohorts.length;
    return html`
      <div class="choices" role="group" aria-label=${returns.cohorts.measures}>
        ${this.#measures.map(
          (measure) =>
            html`<button
              data-measure=${measure}
              aria-pressed=${measure === this.#measure}
              @click=${() => this.#choose({measure})}
            >
              ${returns.cohorts.measure[measure]}
            </button>`,
        )}
      </div>
      <div
        class="frame"
        @pointerleave=${() => (this.tip = null)}
        @focusout=${() => (this.tip = null)}
      >
        <div class="scroll" @scroll=${() => this.#scrolled()}>
          ${guard([map, this.at, this.locale, this.amounts], () => this.#picture(cohorts, map))}
        </div>
        ${this.tip ? this.#tip(this.tip) : nothing}
      </div>
      ${this.#key(map)}
      ${
        all > kRows
          ? html`<button class="more quiet" @click=${() => (this.whole = !this.whole)}>
              ${this.whole ? frame.showLess : frame.showAll(format.count(all))}
            </button>`
          : nothing
      }
    `;
  }

  override render() {
    const {cohorts} = this;
    if (!cohorts || cohorts.cohorts.length === 0) return nothing;
    const {words} = this.locale;
    const {title, how, whom} = words.returns.cohorts;
    const sentence = cohortSentence(cohorts, this.locale);
    return this.#twin.card(words.frame, {
      pin: pinButton(`cohorts.${this.#measure}`, this.locale),
      title: title[cohorts.by],
      how: how[this.#measure](whom[cohorts.by]),
      before: this.#controls(cohorts),
      picture: () => this.#frame(cohorts),
      table: () => cohortTable(cohorts, this.locale, this),
      after: html`${sentence ? html`<p class="verdict">${sentence}</p>` : nothing}
      ${this.#compare(cohorts)}`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-cohorts': RgCohorts;
  }
}
