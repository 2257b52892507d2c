/** What the chosen model expects of all customers, and how well it did, as figures that can be opened. */
import type {PurchaseModel, Report} from '../engine/protocol.js';
import {biasText, wayName} from '../i18n/forecast-names.js';
import type {Locale} from '../i18n/locale.js';
import type {FigureView} from './rg-figure.js';

/** None where no model is chosen. */
export function forecastViews(report: Report, locale: Locale): (FigureView & {id: string})[] {
  const chosen = chosenModel(report);
  if (!chosen?.holdout) return [];
  const {holdout} = chosen;
  const {words, format} = locale;
  const {expected, accuracy, worth, noAmounts, noSpend} = words.forecast;
  const {lifetime, spend_model: spend, intake} = report;
  const customers = format.count(lifetime.customers_with_forecast);
  const text = ({name, what, now}: {name: string; what: string; now: string}) => ({
    name,
    what,
    now,
  });
  const {expected_orders_90d: orders, total} = lifetime;
  const predicted = format.count(Math.round(holdout.predicted));
  const actual = format.count(holdout.actual);
  return [
    {
      id: 'expected_orders_90d',
      ...text(expected),
      value: orders === null ? null : format.numberHeadline(Math.round(orders)),
      reason: words.figures.reason.too_little_data,
      under: expected.under(customers),
      people: {sort: 'expected_orders_90d', descending: true},
      counted: [
        expected.counted(
          customers,
          wayName(chosen.name, locale),
          format.date(chosen.fitted_to ?? report.metrics.as_of),
        ),
      ],
    },
    {
      id: 'lifetime_total',
      ...text(worth),
      value: total === null ? null : format.moneyHeadline(total),
      reason: intake.revenue === null ? noAmounts : noSpend,
      under: worth.under(customers),
      people: {sort: 'lifetime_value', descending: true},
      counted: [
        worth.counted(customers, format.percent(lifetime.discount_per_month, 0)),
        ...(spend.mean === null
          ? []
          : [worth.spend(format.moneyMajor(spend.mean), format.count(spend.customers))]),
      ],
    },
    {
      id: 'holdout_bias',
      ...text(accuracy),
      value: biasText(holdout, locale),
      reason: '',
      under: accuracy.under(predicted.text, actual.text),
      counted: [
        accuracy.counted(predicted, actual, format.date(holdout.from), format.date(holdout.to)),
      ],
    },
  ];
}

/** The model that every forecast is made by. */
export function chosenModel({purchase_models: models, chosen}: Report): PurchaseModel | undefined {
  return chosen === null ? undefined : models.find(({name}) => name === chosen);
}
