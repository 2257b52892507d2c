/** The cohorts as a plain table: how many came back soon, and whether that differs from the cohort before. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Cohorts} from '../engine/protocol.js';
import type {Locale} from '../i18n/locale.js';
import {cohortName} from './cohort-words.js';

type Cohort = Cohorts['cohorts'][number];

export function cohortTable(of: Cohorts, locale: Locale): TemplateResult {
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
        ${cohorts.map((one) => row(one, by, locale))}
      </tbody>
    </table>
  </div>`;
}

function row(one: Cohort, by: Cohorts['by'], locale: Locale): TemplateResult {
  const {words, format} = locale;
  const {too_little_data: young} = words.returns.cohorts.verdictShort;
  const {rate, low, high} = one;
  return html`<tr>
    <th scope="row">${cohortName(one.cohort, by, locale)}</th>
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
