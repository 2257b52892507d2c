/** What a pinned figure or picture is called. */
import type {ClubFigure} from '../i18n/club-words.js';
import type {FigureName} from '../i18n/figure-words.js';
import type {Locale} from '../i18n/locale.js';
import {measureOf, type BlockPin, type Pin} from '../state/pins.js';

export function pinName(pin: Pin, {words}: Locale): string {
  const {forecast, figures, frame, returns, paper, club} = words;
  if (pin === 'expected_orders_90d') return forecast.expected.name;
  if (pin === 'lifetime_total') return forecast.worth.name;
  if (pin === 'holdout_bias') return forecast.accuracy.name;
  if (isHeadline(pin, words)) return figures.figure[pin].name;
  if (isClubs(pin, words)) return club.figures[pin].name;
  const measure = measureOf(pin);
  if (measure) return [paper.cohorts, returns.cohorts.measure[measure]].join(frame.dot);
  return blockName(pin, words);
}

function isClubs(pin: Pin, {club}: Locale['words']): pin is ClubFigure {
  return Object.hasOwn(club.figures, pin);
}

function isHeadline(pin: Pin, {figures}: Locale['words']): pin is FigureName {
  return Object.hasOwn(figures.figure, pin);
}

function blockName(pin: BlockPin, words: Locale['words']): string {
  const {returns, segments, figures, forecast, baskets, rewards, club, health, paper} = words;
  switch (pin) {
    case 'returns':
      return figures.returnsTitle;
    case 'second_order':
      return returns.curve.title;
    case 'concentration':
      return returns.concentration.title;
    case 'rhythm':
      return returns.rhythm.title;
    case 'monitor':
      return returns.monitor.title;
    case 'flow':
      return returns.flow.title;
    case 'segment_map':
      return segments.mapTitle;
    case 'segments':
      return segments.tableTitle;
    case 'tracking':
      return forecast.tracking.title;
    case 'baskets':
      return baskets.title;
    case 'rewards':
      return rewards.programTitle;
    case 'points':
      return club.title;
    case 'ladder':
      return health.ladderTitle;
    default:
      return paper.cohorts;
  }
}
