/** Customers by how often they came back and how long ago the last order was, in words. */
import type {Locale} from '../i18n/locale.js';

export function timesName([from, to]: readonly [number, number | null], {words, format}: Locale) {
  const {often, oftenOpen} = words.forecast.habits;
  return (to === null ? oftenOpen : often)(format.number(from));
}

export function habitName(
  frequency: readonly [number, number | null],
  [from, to]: readonly [number, number],
  locale: Locale,
): string {
  const {words, format} = locale;
  const {days, frequency: came} = words.forecast.habits;
  return [
    `${came} ${timesName(frequency, locale)}`,
    days(format.number(from), format.number(to)),
  ].join(words.frame.dot);
}
