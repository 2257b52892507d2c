/** What a rule of cleaning does to the figures, in a sentence. */
import type {RuleEffect} from '../engine/protocol.js';
import type {Locale} from './locale.js';

/** `on`: whether the rule holds; else what it would do. */
export function effectSentence(
  {orders, customers, revenue}: RuleEffect,
  on: boolean,
  {words: {cleaning}, format}: Locale,
): string {
  const count = (kind: 'orders' | 'customers', value: number) =>
    value === 0
      ? []
      : [cleaning[value < 0 ? 'fewer' : 'greater'][kind](format.count(Math.abs(value)))];
  const money =
    revenue === 0
      ? []
      : [cleaning[revenue < 0 ? 'less' : 'moreMoney'](format.money(Math.abs(revenue)))];
  const parts = [...count('orders', orders), ...count('customers', customers), ...money];
  if (parts.length === 0) return cleaning.nothing;
  return on ? cleaning.effect(parts) : cleaning.effectOff(parts);
}
