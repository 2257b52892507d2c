/** Pinned figures as the report tells them: what few people are behind is withheld. */
import type {Report} from '../engine/protocol.js';
import type {Locale} from '../i18n/locale.js';
import {isFew, tellsFew} from '../state/few.js';
import {kPinnedFigures, type FigurePin, type Pin} from '../state/pins.js';
import {clubViews} from './club-views.js';
import {figureViews} from './figure-views.js';
import {forecastViews} from './forecast-views.js';
import type {FigureView} from './rg-figure.js';

export type PaperFigure = Pick<
  FigureView,
  'name' | 'value' | 'unit' | 'reason' | 'under' | 'what' | 'counted'
>;

export function isFigure(pin: Pin): pin is FigurePin {
  return (kPinnedFigures as readonly Pin[]).includes(pin);
}

/** null where the report holds no such figure. */
export function paperFigure(pin: FigurePin, report: Report, locale: Locale): PaperFigure | null {
  const {points} = report.rewards;
  const view = [
    ...figureViews(report, locale),
    ...forecastViews(report, locale),
    ...(points ? clubViews(points, locale) : []),
  ].find(({id}) => id === pin);
  if (!view) return null;
  const {intake} = report;
  if (isAboutFew(pin, report))
    return {...view, value: null, reason: locale.words.paper.tooFew, counted: []};
  if (pin === 'customers' && tellsFew(report.metrics.repeat_customers.value ?? 0, intake.customers))
    return {...view, under: ''};
  // An order without a customer is somebody's all the same.
  const tellsGuests = pin === 'customers' || pin === 'orders_per_customer' || pin === 'revenue';
  if (tellsGuests && isFew(intake.orders_without_customer)) return {...view, counted: []};
  return view;
}

function isAboutFew(pin: FigurePin, {metrics, intake, lifetime, rewards}: Report): boolean {
  switch (pin) {
    case 'repurchase_rate': {
      const {numerator, denominator} = metrics.repurchase_rate;
      return tellsFew(numerator, denominator);
    }
    case 'repurchase_within_90': {
      const ninety = metrics.repurchase_within.find(({days}) => days === 90);
      return tellsFew(ninety?.numerator ?? 0, ninety?.denominator ?? 0);
    }
    case 'median_days_between_orders':
      return isFew(metrics.repeat_customers.value ?? 0);
    case 'expected_orders_90d':
    case 'lifetime_total':
    case 'holdout_bias':
      return isFew(lifetime.customers_with_forecast);
    case 'points_earned':
    case 'points_cost':
      return isFew(rewards.points?.rewarded ?? 0);
    case 'points_paid':
    case 'points_outstanding':
      return isFew(rewards.points?.spending[1].customers ?? 0);
    case 'revenue':
    case 'average_order_value':
      return isFew(intake.customers) || isFew(intake.orders_counted);
    case 'customers':
    case 'orders_per_customer':
      return isFew(intake.customers);
  }
}
