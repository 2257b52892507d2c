/** A reward program in words: facts, comparisons and values as the shopkeeper says them. */
import type {Rewards} from '../engine/protocol.js';
import {sayValue} from '../i18n/because-text.js';
import type {Locale} from '../i18n/locale.js';
import {sayRule} from '../i18n/rule-words.js';
import {percentOf, readAmount} from './program-draft.js';
import {factName} from './program-fields.js';

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
