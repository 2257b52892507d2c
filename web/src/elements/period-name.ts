/** A week, month or quarter by the engine's name, as a person writes it; whatever is none stays as it is. */
import {readPeriod} from '../charts/periods.js';
import type {Season} from '../engine/protocol.js';
import type {Locale} from '../i18n/locale.js';

/** The first and the last of some periods: what stands below the ends of an axis. */
export function endNames(periods: readonly {period: string}[], locale: Locale) {
  const last = periods.length > 1 ? periods.at(-1) : undefined;
  return [periods[0], last].map((one) => (one ? periodName(one.period, locale) : ''));
}

export function periodName(name: string, {words, format}: Locale): string {
  const period = readPeriod(name);
  switch (period?.kind) {
    case 'week':
      return words.returns.week(String(period.week), String(period.year));
    case 'quarter':
      return words.returns.quarter(String(period.quarter), String(period.year));
    case 'month':
      return format.month(period.year, period.month);
    default:
      return name;
  }
}

/** A weekday, month or hour by its number, in full. */
export function seasonKind(season: Season, of: number, {words, format}: Locale): string {
  if (season === 'weekday') return format.weekday(of, 'long');
  if (season === 'month') return format.monthName(of, 'long');
  return words.returns.rhythm.hour(String(of));
}
