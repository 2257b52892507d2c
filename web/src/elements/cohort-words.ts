/** What the map of cohorts says about a cell, about the cohort before, and about all. */
import type {Field} from '../charts/cohort-map.js';
import type {Cohorts} from '../engine/protocol.js';
import type {Locale} from '../i18n/locale.js';
import {periodName} from './period-name.js';

/** A cohort as a heading; null names the rest of the products. */
export function cohortName(cohort: string | null, locale: Locale): string {
  return cohort === null ? locale.words.frame.none : periodName(cohort, locale);
}

/** Everything known of a cell, a line each. */
export function cellFacts(field: Field, amounts: boolean, {words, format}: Locale): string[] {
  const {cohorts} = words.returns;
  const count = (value: number) => format.count(value);
  const worth = field.cumulative_value;
  return [
    cohorts.active(count(field.active), count(field.customers)),
    [cohorts.orders(count(field.orders)), amounts ? format.money(field.revenue) : '']
      .filter(Boolean)
      .join(words.frame.dot),
    ...(amounts && worth !== null ? [cohorts.worth(format.money(worth))] : []),
    ...(field.mature ? [] : [cohorts.immature]),
    ...(field.few ? [cohorts.few] : []),
  ];
}

/** The newest cohort that was watched whole beside the one before it, in one sentence. */
export function cohortSentence(cohorts: Cohorts, locale: Locale): string {
  const {words, format} = locale;
  const {verdict, young, single} = words.returns.cohorts;
  if (cohorts.by !== 'first_order' || cohorts.cohorts.length === 0) return '';
  if (cohorts.cohorts.length === 1) return single;
  const newest = cohorts.cohorts
    .map((one) => one.versus !== null && one.observed === one.customers)
    .lastIndexOf(true);
  const now = cohorts.cohorts[newest];
  const before = cohorts.cohorts[newest - 1];
  if (!now?.versus || !before || now.verdict === 'too_little_data') {
    return young(format.count(cohorts.window_days));
  }
  return verdict[now.verdict]({
    cohort: cohortName(now.cohort, locale),
    before: cohortName(before.cohort, locale),
    rate: format.percent(now.rate ?? 0),
    rateBefore: format.percent(before.rate ?? 0),
    days: format.days(cohorts.window_days),
    p: format.chance(now.versus.p_adjusted),
  });
}
