/** What the map of cohorts says about a cell, about the cohort before, about any two, and about all. */
import {kFewCustomers, watched, type Field} from '../charts/cohort-map.js';
import type {
  CohortBy,
  Cohorts,
  Report,
  Role,
  ShareDifference,
  TwoShares,
} from '../engine/protocol.js';
import type {Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import {periodName} from './period-name.js';

type Cohort = Cohorts['cohorts'][number];

/** A cohort as a heading; null names the rest. A product or channel is called as it is, whatever it looks like. */
export function cohortName(cohort: string | null, by: CohortBy, locale: Locale): string {
  const {rest, kind} = locale.words.returns.cohorts;
  if (by === 'first_product' || by === 'first_channel')
    return cohort === null ? rest[by] : named(cohort);
  if (by === 'first_order') return cohort === null ? '' : periodName(cohort, locale);
  return cohort === 'discount' || cohort === 'full_price' ? kind[cohort] : kind.unknown;
}

/** What customers cannot be put together by, because the files do not tell. */
export function missingBeginnings({intake, recommendations}: Report): CohortBy[] {
  const tells = (told: Role) =>
    intake.files.some(({columns}) => columns.some(({role}) => role === told));
  return [
    ...(recommendations.status === 'no_product_column' ? (['first_product'] as const) : []),
    ...(tells('order_discount') ? [] : (['first_discount'] as const)),
    ...(tells('channel') ? [] : (['first_channel'] as const)),
  ];
}

/** Everything known of a cell, a line each. */
export function cellFacts(field: Field, amounts: boolean, {words, format}: Locale): string[] {
  const {cohorts} = words.returns;
  const count = (value: number) => format.count(value);
  const worth = field.cumulative_value;
  const {observed, customers: all} = field;
  const {active, customers} = watched(field);
  return [
    cohorts.active(count(active), count(customers)),
    ...(observed > 0 && observed < all
      ? [cohorts.partly(count(observed), count(all), count(field.active))]
      : []),
    [cohorts.orders(count(field.orders)), amounts ? format.money(field.revenue) : '']
      .filter(Boolean)
      .join(words.frame.dot),
    ...(amounts && worth !== null ? [cohorts.worth(format.money(worth))] : []),
    ...(field.settled ? [] : [cohorts.immature]),
    ...(field.few ? [cohorts.few] : []),
  ];
}

/** The newest cohort that was watched whole beside the one before it, or those unlike all others, in one sentence. */
export function cohortSentence(cohorts: Cohorts, locale: Locale): string {
  const {words, format} = locale;
  const {verdict, young, single} = words.returns.cohorts;
  if (cohorts.cohorts.length === 0) return '';
  if (cohorts.by !== 'first_order') return othersSentence(cohorts, locale);
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
    cohort: cohortName(now.cohort, 'first_order', locale),
    before: cohortName(before.cohort, 'first_order', locale),
    rate: rateText(now, locale),
    rateBefore: rateText(before, locale),
    days: format.days(cohorts.window_days),
    p: format.chance(now.versus.p_adjusted),
  });
}

/** A share of few customers is told as the two counts it is made of. */
function rateText({rate, repeat, observed}: Cohort, {words, format}: Locale): string {
  return observed < kFewCustomers
    ? words.figures.ofThem(format.count(repeat), format.count(observed))
    : format.percent(rate ?? 0);
}

function othersSentence({cohorts, by}: Cohorts, locale: Locale): string {
  const {words, format} = locale;
  const {differ, differs, alike} = words.returns.cohorts;
  const told = cohorts.flatMap((one) => {
    const {verdict, versus, rate} = one;
    if (!versus || rate === null || (verdict !== 'higher' && verdict !== 'lower')) return [];
    const name = cohortName(one.cohort, by, locale);
    return [differs[verdict](name, rateText(one, locale), format.chance(versus.p_adjusted))];
  });
  return told.length > 0 ? differ(format.list(told)) : alike;
}

/** The places of the two cohorts to compare at first: the newest that was watched whole and the one before, or the first two. */
export function firstPair({cohorts, by}: Cohorts): [number, number] {
  if (by !== 'first_order') return [0, Math.min(1, cohorts.length - 1)];
  const whole = cohorts.map(({observed, customers}) => observed > 0 && observed === customers);
  const newest = Math.max(whole.lastIndexOf(true), Math.min(1, cohorts.length - 1));
  return [newest, Math.max(0, newest - 1)];
}

/** How many of both came back in time. */
export function sharesOf(one: Cohort, other: Cohort): TwoShares {
  return {
    hits: one.repeat,
    of: one.observed,
    other_hits: other.repeat,
    other_of: other.observed,
  };
}

/** By how much two cohorts differ, and how sure that is; empty until `found` says. */
export function pairSentence(
  one: Cohort,
  other: Cohort,
  found: ShareDifference | null,
  of: Cohorts,
  locale: Locale,
): string {
  const {words, format} = locale;
  const {pair, pairYoung} = words.returns.cohorts;
  const days = format.days(of.window_days);
  const name = (cohort: Cohort) => cohortName(cohort.cohort, of.by, locale);
  if (one.rate === null || other.rate === null)
    return pairYoung(name(one.rate === null ? one : other), days);
  if (!found) return '';
  const {difference, low, high} = found;
  const counts = ({repeat, observed}: Cohort) =>
    words.figures.ofThem(format.count(repeat), format.count(observed));
  return pair[low > 0 ? 'higher' : high < 0 ? 'lower' : 'no_difference']({
    one: name(one),
    other: name(other),
    rate: format.percent(one.rate),
    rateOther: format.percent(other.rate),
    counts: counts(one),
    countsOther: counts(other),
    days,
    difference: format.signed(100 * difference),
    low: format.signed(100 * low),
    high: format.signed(100 * high),
  });
}
