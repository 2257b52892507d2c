/** Cohorts in the report: the map as a table, without what few people are behind. */
import {html, nothing, type TemplateResult} from 'lit';
import {classMap} from 'lit/directives/class-map.js';
import {cohortMap, watched, type CohortMap, type Field, type Row} from '../charts/cohort-map.js';
import type {Cohorts} from '../engine/protocol.js';
import type {Locale} from '../i18n/locale.js';
import type {CohortMeasure} from '../i18n/return-words.js';
import {isFew, kFewest, tellsFew, toldOf, type Told} from '../state/few.js';
import {cohortName} from './cohort-words.js';
import {partTold, peopleText, type Piece} from './paper-parts.js';

/** As many as fit across a sheet. */
const kRows = 13;

export function cohortPiece(cohorts: Cohorts, measure: CohortMeasure, locale: Locale): Piece {
  const {words, format} = locale;
  const {title, how, whom, measure: names} = words.returns.cohorts;
  const map = cohortMap(cohorts.cells, measure, kRows);
  return {
    title: [title[cohorts.by], names[measure]].join(words.frame.dot),
    how: how[measure](whom[cohorts.by]),
    body: table(cohorts, map, measure, locale),
    notes: cohorts.cohorts.length > kRows ? [words.paper.newest(format.count(kRows))] : [],
  };
}

/** Whether a field is told: its people, those who stayed away, and all of its cohort. */
function toldIn(field: Field, row: Told, measure: CohortMeasure): Told {
  if (row !== 'told') return 'beside';
  const {active, customers} = watched(field);
  if (field.value === null) return 'told';
  if (measure !== 'share' && isFew(field.active)) return 'few';
  const told = partTold(active, customers);
  // Those who have not lived through the period are the rest of all.
  return told === 'told' && tellsFew(field.active, field.customers) ? 'beside' : told;
}

function table(
  {cohorts, averages, period, by}: Cohorts,
  {ages, rows}: CohortMap,
  measure: CohortMeasure,
  locale: Locale,
): TemplateResult {
  const {words, format} = locale;
  const {began, people, since, mean} = words.returns.cohorts;
  const all = toldOf(cohorts.map(({customers}) => customers));
  const rowTold = ({cohort}: Row) =>
    all[cohorts.findIndex((one) => one.cohort === cohort)] ?? 'few';
  const told = rows.map((row) => row.fields.map((field) => toldIn(field, rowTold(row), measure)));
  return html`<table class="map">
    <thead>
      <tr>
        <th scope="col" rowspan="2">${began[by]}</th>
        <th scope="col" rowspan="2" class="number">${people}</th>
        <th scope="colgroup" colspan=${Math.max(1, ages.length)}>${since[period]}</th>
      </tr>
      <tr>
        ${ages.map((age) => html`<th scope="col" class="number">${format.number(age)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row, place) =>
          html`<tr>
            <th scope="row"><bdi>${cohortName(row.cohort, by, locale)}</bdi></th>
            <td class="number">${peopleText(row.customers, rowTold(row), locale, 'fewShort')}</td>
            ${row.fields.map((field, index) => cell(field, told[place]?.[index] ?? 'few', measure, locale))}
            ${
              // Cells of the map are wide enough without a frame; missing ones are not there yet.
              row.fields.length < ages.length
                ? html`<td class="gone" colspan=${ages.length - row.fields.length}></td>`
                : nothing
            }
          </tr>`,
      )}
    </tbody>
    ${
      measure === 'share' && by === 'first_order'
        ? html`<tfoot>
            <tr>
              <th scope="row">${mean.share}</th>
              <td></td>
              ${ages.map((age, index) => {
                const one = averages.find((average) => average.age === age);
                const hidden = rows.flatMap(({fields}, place) => {
                  const field = fields[index];
                  return field && told[place]?.[index] !== 'told' ? [watched(field).active] : [];
                });
                return html`<td class="number">
                  ${!one ? '' : isGivenAway(hidden) ? words.paper.beside : format.percent(one.share, 0)}
                </td>`;
              })}
            </tr>
          </tfoot>`
        : nothing
    }
  </table>`;
}

/** Whether a mean, times the people it is of, would tell what the cells above withhold. */
function isGivenAway(hidden: readonly number[]): boolean {
  const people = hidden.reduce((sum, one) => sum + one, 0);
  return hidden.length > 0 && (hidden.length === 1 || people < kFewest);
}

function cell(field: Field, told: Told, measure: CohortMeasure, locale: Locale) {
  const {words, format} = locale;
  const {value, step, settled} = field;
  const text = () => {
    if (told === 'few') return words.paper.fewShort;
    if (told === 'beside') return words.paper.beside;
    if (value === null) return '';
    if (measure === 'share') return format.percent(value, 0);
    return measure === 'customers' || measure === 'orders'
      ? format.number(value)
      : format.moneyShort(value);
  };
  const shown = told === 'told' && value !== null;
  return html`<td
    class=${classMap({[`s${step}`]: shown && settled, hatched: shown && !settled, gone: !shown})}
  >
    ${text()}
  </td>`;
}
