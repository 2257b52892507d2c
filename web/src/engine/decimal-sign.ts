/** How this system writes one and a half: spreadsheets set cells of a CSV apart by semicolons where it is 1,5. */

export function decimalSign(locale?: string): 'point' | 'comma' {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.some(({type, value}) => type === 'decimal' && value === ',') ? 'comma' : 'point';
}
