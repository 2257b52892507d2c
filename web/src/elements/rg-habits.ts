import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {stepTo, type Place} from '../charts/cohort-map.js';
import {habitMap, type HabitField, type HabitMeasure} from '../charts/habit-map.js';
import type {FrequencyRecency} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {choices} from '../styles/choices.js';
import {heatMap} from '../styles/heat-map.js';
import {ramp} from '../styles/ramp.js';
import {habitName, timesName} from './habit-name.js';
import {show} from './show.js';
import {Twin, switchStyles} from './twin-switch.js';

const kMeasures: readonly HabitMeasure[] = ['probability_alive', 'expected_orders_90d'];

/**
 * What the model says of customers by how often they came back and how long ago the last order was.
 * @fires rg-show - Detail: the filter of the customers to show.
 */
@customElement('rg-habits')
export class RgHabits extends LitElement {
  static override styles = [
    base,
    ramp,
    choices,
    switchStyles,
    heatMap,
    css`
      .choices {
        margin-bottom: var(--space-4);
      }
      .map {
        width: 100%;
        max-width: 60rem;
      }
      .map thead .since {
        text-align: left;
        padding-left: 4px;
      }
      .map thead .column {
        text-align: center;
        font-weight: 400;
        font-size: 0.6875rem;
        padding: 2px 1px;
        color: var(--ink-faint);
      }
      .map .name {
        font-size: var(--text-s);
      }
      .list {
        max-height: 26rem;
        overflow-y: auto;
      }
      @media print {
        .list {
          max-height: none;
        }
      }
    `,
  ];

  @state() private measure: HabitMeasure = 'probability_alive';
  /** Where the arrow keys stand; column 0 is the name of the row. */
  @state() private at: Place = {row: 0, column: 1};
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) habits: FrequencyRecency | null = null;

  readonly #twin = new Twin(this);

  /** The row of the most frequent holds all that came back more often too. */
  #times({frequency}: HabitField, {frequencies, last_is_open: open}: FrequencyRecency) {
    return [frequency, open && frequency === frequencies.at(-1) ? null : frequency] as const;
  }

  #show(field: HabitField, habits: FrequencyRecency) {
    if (field.customers === 0) return;
    const [from, to] = this.#times(field, habits);
    show(this, {habit: {frequency: [from, to], since: [field.since_from, field.since_to]}});
  }

  #pressed(event: KeyboardEvent, rows: readonly (readonly HabitField[])[]) {
    const next = stepTo(
      this.at,
      event.key,
      rows.map((row) => row.length),
    );
    const column = Math.max(1, next.column);
    if (next.row === this.at.row && column === this.at.column) return;
    event.preventDefault();
    this.at = {row: next.row, column};
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('.map button[tabindex="0"]')?.focus();
    });
  }

  #value(measure: HabitMeasure, value: number | null): string {
    const {format, words} = this.locale;
    if (value === null) return words.frame.none;
    return measure === 'probability_alive' ? format.percent(value, 0) : format.number(value, 2);
  }

  #label(field: HabitField, habits: FrequencyRecency): string {
    const {words, format} = this.locale;
    const said = words.forecast.habits;
    const since = [field.since_from, field.since_to] as const;
    return [
      said.people(format.count(field.customers)),
      habitName(this.#times(field, habits), since, this.locale),
      ...(field.value === null
        ? [said.none]
        : kMeasures.map((measure) => said.facts[measure](this.#value(measure, field[measure])))),
    ].join(words.frame.dot);
  }

  #field(field: HabitField, row: number, column: number, habits: FrequencyRecency) {
    const {format} = this.locale;
    const label = this.#label(field, habits);
    const here = row === this.at.row && column === this.at.column;
    return html`<td>
      <button
        class=${field.value === null ? 'hatched' : `s${field.step}`}
        tabindex=${here ? 0 : -1}
        aria-label=${label}
        title=${label}
        @click=${() => this.#show(field, habits)}
        @focus=${() => (this.at = {row, column})}
      >
        ${field.customers > 0 ? format.number(field.customers) : nothing}
      </button>
    </td>`;
  }

  #picture(habits: FrequencyRecency) {
    const {words, format} = this.locale;
    const said = words.forecast.habits;
    const rows = habitMap(habits.cells, this.measure);
    const [top = []] = rows;
    return html`
      <div class="choices" role="group" aria-label=${said.measures}>
        ${kMeasures.map(
          (measure) =>
            html`<button
              data-measure=${measure}
              aria-pressed=${measure === this.measure}
              @click=${() => (this.measure = measure)}
            >
              ${said.measure[measure]}
            </button>`,
        )}
      </div>
      <div class="scroll">
        <table class="map" role="grid" aria-label=${said.title}>
          <thead>
            <tr>
              <th scope="col" rowspan="2" class="name">${said.frequency}</th>
              <th scope="colgroup" colspan=${Math.max(1, top.length)} class="since">
                ${said.since}
              </th>
            </tr>
            <tr>
              ${top.map(
                ({since_from: from, since_to: to}) =>
                  html`<th scope="col" class="column">
                    ${format.number(from)}–${format.number(to)}
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody @keydown=${(event: KeyboardEvent) => this.#pressed(event, rows)}>
            ${rows.map(
              (row, index) =>
                html`<tr>
                  <th scope="row" class="name">
                    ${row[0] ? timesName(this.#times(row[0], habits), this.locale) : nothing}
                  </th>
                  ${row.map((field, column) => this.#field(field, index, column + 1, habits))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="key">
        <span>
          ${this.#value(this.measure, 0)}
          ${[1, 2, 3, 4, 5].map((step) => html`<i class="s${step}" aria-hidden="true"></i>`)}
          ${this.#value(this.measure, this.#most(rows))}
        </span>
        ${
          rows.some((row) => row.some(({value}) => value === null))
            ? html`<span><i class="hatched" aria-hidden="true"></i>${said.keyNone}</span>`
            : nothing
        }
        <span class="hint">${said.keys}</span>
      </p>
    `;
  }

  /** What the strongest colour stands for. */
  #most(rows: readonly (readonly HabitField[])[]): number {
    if (this.measure === 'probability_alive') return 1;
    return Math.max(0, ...rows.flatMap((row) => row.map(({value}) => value ?? 0)));
  }

  #table(habits: FrequencyRecency) {
    const {words, format} = this.locale;
    const said = words.forecast.habits;
    const fields = habitMap(habits.cells, this.measure)
      .flat()
      .filter(({customers}) => customers > 0);
    return html`<div class="scroll list" tabindex="0" role="group" aria-label=${said.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${said.columns.frequency}</th>
            <th scope="col">${said.columns.since}</th>
            <th scope="col" class="number">${said.columns.people}</th>
            ${kMeasures.map((measure) => html`<th scope="col" class="number">${said.measure[measure]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${fields.map(
            (field) =>
              html`<tr>
                <th scope="row">${timesName(this.#times(field, habits), this.locale)}</th>
                <td>
                  ${said.days(format.number(field.since_from), format.number(field.since_to))}
                </td>
                <td class="number people">
                  <button @click=${() => this.#show(field, habits)}>
                    ${format.number(field.customers)}
                  </button>
                </td>
                ${kMeasures.map((measure) => html`<td class="number">${this.#value(measure, field[measure])}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  override render() {
    const {habits, locale} = this;
    if (!habits || habits.cells.length === 0) return nothing;
    const {words, format} = locale;
    const {title, how} = words.forecast.habits;
    return this.#twin.card(words.frame, {
      title,
      how: how[this.measure](format.days(Math.round(habits.age_days))),
      picture: () => this.#picture(habits),
      table: () => this.#table(habits),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-habits': RgHabits;
  }
}
