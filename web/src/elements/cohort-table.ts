/** The cohorts as a plain table: how many came back soon, and whether that differs from the cohort before. */
import {html, nothing, type TemplateResult} from 'lit';
import type {CohortBy, Cohorts} from '../engine/protocol.js';
import type {Locale} from '../i18n/locale.js';
import {cohortName} from './cohort-words.js';
import {showBegan, showDeed} from './show.js';

type Cohort = Cohorts['cohorts'][number];

/** What a press on the name of a cohort shows. */
export function showName(name: string, by: CohortBy, {words}: Locale): string {
  const {show, showGroup} = words.returns.cohorts;
  return by === 'first_order' ? show(name) : showGroup(name);
}

/** All of a cohort, by its place and name. */
export function showCohort(from: HTMLElement, place: number, name: string | null, by: CohortBy) {
  if (by === 'first_order') showBegan(from, name);
  else showDeed(from, {did: 'cohort', cohort: place, age: null});
}

/** `from` is asked for customers. */
export function cohortTable(of: Cohorts, locale: Locale, from: HTMLElement): TemplateResult {
  const {cohorts, window_days: days, by} = of;
  const {words, format} = locale;
  const {began, people, columns, title} = words.returns.cohorts;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${title[by]}>
    <table class="twin-table">
      <thead>
        <tr>
          <th scope="col">${began[by]}</th>
          <th scope="col" class="number">${people}</th>
          <th scope="col" class="number">${columns.observed(format.days(days))}</th>
          <th scope="col" class="number">${columns.repeat}</th>
          <th scope="col" class="number">${columns.rate}</th>
          <th scope="col" class="number">${columns.interval}</th>
          <th scope="col" class="number">${columns.versus[of.versus]}</th>
        </tr>
      </thead>
      <tbody>
        ${cohorts.map((one, place) => row(one, place, by, locale, from))}
      </tbody>
    </table>
  </div>`;
}

function row(
  one: Cohort,
  place: number,
  by: CohortBy,
  locale: Locale,
  from: HTMLElement,
): TemplateResult {
  const {words, format} = locale;
  const {too_little_data: young} = words.returns.cohorts.verdictShort;
  const {rate, low, high} = one;
  const name = cohortName(one.cohort, by, locale);
  return html`<tr>
    <th scope="row">
      <button
        class="link"
        title=${showName(name, by, locale)}
        @click=${() => showCohort(from, place, one.cohort, by)}
      >
        ${name}
      </button>
    </th>
    <td class="number">${format.number(one.customers)}</td>
    <td class="number">${format.number(one.observed)}</td>
    <td class="number">${format.number(one.repeat)}</td>
    <td class="number">${rate === null ? young : format.percent(rate)}</td>
    <td class="number">
      ${
        low === null || high === null
          ? nothing
          : words.figures.between(format.percent(low), format.percent(high))
      }
    </td>
    <td class="number">${versus(one, locale)}</td>
  </tr>`;
}

function versus({versus: other, verdict}: Cohort, {words, format}: Locale): string {
  const {points, verdictShort} = words.returns.cohorts;
  if (!other) return verdictShort.too_little_data;
  return [points(format.signed(100 * other.difference)), verdictShort[verdict]].join(
    words.frame.dot,
  );
}
