/** Calendar periods by the engine's names for them: `2024-W09`, `2024-02`, `2024-Q1`. */

export type Period =
  | {kind: 'week'; year: number; week: number}
  | {kind: 'month'; year: number; month: number}
  | {kind: 'quarter'; year: number; quarter: number};

/** null for what is no period: the name of a product. */
export function readPeriod(name: string): Period | null {
  const [, year, sign, number] = /^(\d{4})-([WQ]?)(\d{1,2})$/.exec(name)?.map(String) ?? [];
  if (year === undefined || number === undefined) return null;
  const of = Number(number);
  if (sign === 'W') return {kind: 'week', year: Number(year), week: of};
  if (sign === 'Q') return {kind: 'quarter', year: Number(year), quarter: of};
  return {kind: 'month', year: Number(year), month: of};
}

const kDay = 86_400_000; // ms

const dayText = (time: number) => new Date(time).toISOString().slice(0, 10);

/** First and last day of a period, as `YYYY-MM-DD`; weeks begin on Monday, and week 1 holds the 4th of January. */
export function periodDays(name: string): {from: string; to: string} | null {
  const period = readPeriod(name);
  if (!period) return null;
  const {year} = period;
  if (period.kind === 'week') {
    const fourth = Date.UTC(year, 0, 4);
    const weekday = (new Date(fourth).getUTCDay() + 6) % 7; // 0 is Monday
    const monday = fourth + (7 * (period.week - 1) - weekday) * kDay;
    return {from: dayText(monday), to: dayText(monday + 6 * kDay)};
  }
  const [month, months] =
    period.kind === 'month' ? [period.month - 1, 1] : [3 * (period.quarter - 1), 3];
  return {
    from: dayText(Date.UTC(year, month, 1)),
    to: dayText(Date.UTC(year, month + months, 1) - kDay),
  };
}

/** The day so many days after another, or before it. */
export function daysAfter(day: string, days: number): string {
  return dayText(Date.parse(`${day}T00:00:00Z`) + days * kDay);
}

/** Whether a period had ended by a day. */
export function isOver(name: string, asOf: string): boolean {
  const days = periodDays(name);
  return days === null || days.to <= asOf;
}
