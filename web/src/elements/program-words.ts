/** A reward program in words: facts, comparisons and values as the shopkeeper says them. */
import type {Because, Rewards} from '../engine/protocol.js';
import type {Locale} from '../i18n/locale.js';
import {sayRule, type Comparison} from '../i18n/rule-words.js';
import {percentOf, readAmount} from './program-draft.js';
import {factName} from './program-fields.js';

const kMoneyFacts: ReadonlySet<string> = new Set(['revenue', 'value', 'average_order_value']);
const kComparisons: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!=', 'in']);

/** The condition of a rule as a clause. */
export function sayCondition(condition: unknown, locale: Locale): string {
  return sayRule(condition, locale.words.rules, (value, fact) => sayValue(value, fact, locale));
}

/** What a rule gives: money in whole units, points, a share of something, or an expression as it is written. */
export function sayAmount(amount: unknown, unit: Rewards['unit'], locale: Locale): string {
  const {words, format} = locale;
  const said = (value: number) =>
    unit === 'money' ? format.moneyMajor(value) : words.rewards.points(format.count(value));
  const read = readAmount(amount);
  if (read.is === 'fixed' && read.amount !== null) return said(read.amount);
  if (read.is !== 'share' || read.give === null || read.per === null)
    return JSON.stringify(amount) ?? '';
  const fact = factName(read.fact, locale);
  const {shareSaid, atMost} = words.program;
  const perCent = percentOf(read.give / read.per) ?? 0;
  const share =
    unit === 'money'
      ? shareSaid.money(format.percent(perCent / 100, Number.isInteger(perCent) ? 0 : 1), '', fact)
      : shareSaid.points(said(read.give), format.figure(read.per), fact);
  return read.most === null ? share : atMost(share, said(read.most));
}

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

function sayValue(value: unknown, fact: string, locale: Locale): string {
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
