/** What is missing, in sentences: for the page, the card and the terminal. */
import type {
  CustomerWhy,
  Effort,
  FactUnit,
  PointsOutlook,
  Rewards,
  TierOutlook,
  Way,
  WhyStep,
} from '../engine/protocol.js';
import type {Locale} from './locale.js';
import {named} from './named.js';

/** So much of an effort: "12.30", "2 orders". */
export function effortText(
  effort: Effort,
  missing: number,
  {words: {why}, format}: Locale,
): string {
  if (effort === 'spend') return format.money(missing);
  const count = format.count(missing);
  if (effort === 'wait') return why.days(count);
  return effort === 'orders' ? why.orders(count) : why.orderDays(count);
}

/** A figure of a fact in whole units, as it stands in a sentence. */
export function unitText(
  value: number | string | null,
  unit: FactUnit,
  {words, format}: Locale,
): string {
  if (value === null) return words.rules.missing;
  if (typeof value === 'string') return unit === 'date' ? format.date(value) : value;
  return unit === 'money' ? format.money(value) : format.number(value);
}

export function stepText(step: WhyStep, locale: Locale): string {
  const {words, format} = locale;
  const {effort, missing, fact, unit, has, needed, on} = step;
  if (on !== null) return words.why.wait(format.date(on));
  const amount = effortText(effort, missing, locale);
  if (has === null || needed === null) return words.why.missing(amount);
  const name = words.rules.fact[fact] ?? fact;
  return words.why.step(name, unitText(needed, unit, locale), unitText(has, unit, locale), amount);
}

export function wayText({steps}: Way, locale: Locale): string {
  return steps.map((step) => stepText(step, locale)).reduce(locale.words.why.together);
}

/** Every way of a rule, and what else the same order moves; no way is said as such. */
export function waysText(ways: readonly Way[], locale: Locale): string {
  const {why, rules} = locale.words;
  if (ways.length === 0) return why.noWay;
  const facts = [...new Set(ways.flatMap(({moves_too}) => moves_too))];
  const said = ways.map((way) => wayText(way, locale)).reduce(why.either);
  if (facts.length === 0) return said;
  return `${said}. ${why.movesToo(rules.list(facts.map((fact) => rules.fact[fact] ?? fact)))}`;
}

/** A reward, or a gain of one. */
export function rewardText(amount: number, unit: Rewards['unit'], {words, format}: Locale): string {
  return unit === 'money' ? format.money(amount) : words.rewards.points(format.count(amount));
}

/** What would raise the reward, each as a sentence. */
export function raiseTexts({raises, unit}: CustomerWhy, locale: Locale): string[] {
  return raises.map(({way, amount}) =>
    locale.words.why.raise(wayText(way, locale), rewardText(amount, unit, locale)),
  );
}

/** Where a customer stands among the tiers, sentence by sentence. */
export function tierTexts(outlook: TierOutlook, locale: Locale): string[] {
  const {words, format} = locale;
  const {why} = words;
  const tier = named(outlook.tier);
  const amount = (missing: number) => {
    if (outlook.basis === 'points') return why.points(format.count(missing));
    return effortText(outlook.basis === 'spend' ? 'spend' : 'orders', missing, locale);
  };
  const texts: string[] = [];
  const {next, to_next, to_keep, keep_by, until, in_grace} = outlook;
  if (next === null || to_next === null) texts.push(why.highest(tier));
  else texts.push(why.toNext(amount(to_next), named(next), until ? format.date(until) : ''));
  if (to_keep === null || keep_by === null) return texts;
  const by = format.date(keep_by);
  if (in_grace) texts.push(why.grace(tier, by));
  texts.push(to_keep > 0 ? why.toKeep(amount(to_keep), tier, by) : why.kept(tier, by));
  return texts;
}

/** What the points are good for, sentence by sentence. */
export function pointsTexts(outlook: PointsOutlook, {words: {why}, format}: Locale): string[] {
  const {active, pending, next_step, pays, pays_now, expiring, expires_on} = outlook;
  return [
    ...(pays_now > 0 ? [why.payNow(format.money(pays_now))] : []),
    ...(next_step === null
      ? []
      : [why.nextStep(format.count(next_step - active), format.money(pays))]),
    ...(pending > 0 ? [why.pending(format.count(pending))] : []),
    ...(expires_on === null ? [] : [why.expiring(format.count(expiring), format.date(expires_on))]),
  ];
}
