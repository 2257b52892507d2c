/** One comparison of a rule for one customer, in words. */
import type {Because} from '../engine/protocol.js';
import type {Locale} from './locale.js';
import type {Comparison} from './rule-words.js';

const kMoneyFacts: ReadonlySet<string> = new Set(['revenue', 'value', 'average_order_value']);
const kComparisons: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!=', 'in']);

/** One comparison for one customer: what was there, and what was asked. */
export function sayBecause({fact, operator, wanted, found}: Because, locale: Locale): string {
  const {rules} = locale.words;
  const name = rules.fact[shortFact(fact)] ?? fact;
  const there =
    found === null || found === undefined ? rules.missing : sayValue(found, fact, locale);
  // Not a comparison, but a doubt about the fact itself.
  if (operator === 'known') return `${name} ${there}`;
  const known = operator.replace('===', '==').replace('!==', '!=');
  const asked = kComparisons.has(known)
    ? rules.compare('', known as Comparison, sayValue(wanted, fact, locale)).replace(/^[:\s]+/, '')
    : `${operator} ${sayValue(wanted, fact, locale)}`;
  return rules.because(name, there, asked);
}

/** A value beside its fact: money, days and segments as the shop says them. */
export function sayValue(value: unknown, fact: string, locale: Locale): string {
  const {words, format} = locale;
  if (value === null || value === undefined) return words.rules.missing;
  if (Array.isArray(value))
    return words.rules.list(value.map((one) => sayValue(one, fact, locale)));
  if (typeof value === 'number')
    return kMoneyFacts.has(shortFact(fact)) ? format.moneyMajor(value) : format.figure(value);
  if (typeof value === 'string') {
    const segments: Record<string, string> = words.segments.name;
    return segments[value] ?? (/^\d{4}-\d\d-\d\d$/.test(value) ? format.date(value) : `“${value}”`);
  }
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

/** `customer.orders` and `orders` are the same fact to a reader. */
function shortFact(fact: string): string {
  return fact.slice(fact.lastIndexOf('.') + 1);
}
