/** Whom a budget goes to, sentence by sentence: for the page and the terminal. */
import type {Giving} from '../engine/protocol.js';
import type {Locale} from './locale.js';

/** Less than a minor unit is nothing to speak of. */
const kNothing = 0.5;

export function givingTexts(giving: Giving, {words, format}: Locale): string[] {
  const {giving: said} = words;
  if (giving.reason) return [said.reason[giving.reason]];
  const {chosen, greedy, budget, break_even, proof, gap, shadow_price: price} = giving;
  const money = (minor: number) => format.money(Math.round(minor));
  const leftOut = (Object.keys(said.leftOut) as (keyof typeof said.leftOut)[]).flatMap((reason) => {
    const customers = giving.left_out[reason] ?? 0;
    return customers > 0 ? [said.leftOut[reason](format.count(customers))] : [];
  });
  if (chosen.customers === 0) return [said.nobody, said.assumed, ...leftOut];
  const unit = format.moneyMajor(1);
  const perUnit = format.money(Math.round(price * format.minorOf(1)));
  return [
    said.chosen(format.count(chosen.customers), money(chosen.cost), money(budget)),
    said.brings(money(chosen.value)),
    said.assumed,
    ...(break_even === null ? [] : [said.breakEven(format.percent(break_even, 0))]),
    proof === 'optimal' ? said.optimal : said.stoppedEarly(money(gap)),
    ...(chosen.value - greedy.value > kNothing
      ? [said.greedyLess(money(chosen.value - greedy.value))]
      : []),
    ...(price > 0 ? [said.shadowPrice(perUnit, unit)] : []),
    ...leftOut,
  ];
}
