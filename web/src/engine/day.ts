/** The host's calendar: the engine has no clock. */

/** The local day of this computer, `YYYY-MM-DD`. */
export function localDay(now = new Date()): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
