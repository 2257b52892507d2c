/** What the points of a program would have come to, as figures that can be opened. */
import type {PointsOutcome} from '../engine/protocol.js';
import type {ClubFigure} from '../i18n/club-words.js';
import type {Locale} from '../i18n/locale.js';
import type {FigureView} from './rg-figure.js';

/** In the order they are shown. */
export function clubViews(
  points: PointsOutcome,
  locale: Locale,
): (FigureView & {id: ClubFigure})[] {
  const {words, format} = locale;
  const {club, rewards} = words;
  const {earned, rewarded, customers, undecided, spending, break_even: even} = points;
  const [, atOnce] = spending;
  const {balances} = atOnce;
  const count = (value: number) => format.count(value);
  const view = (id: ClubFigure, value: string, under: string, counted: readonly string[]) => {
    const {name, what, now} = club.figures[id];
    // In the order of what points are earned with.
    const people = {sort: 'revenue', descending: true} as const;
    return {id, name, what, now, value, under, counted, reason: '', people};
  };
  const left = balances.active + balances.pending;
  return [
    view('points_earned', format.number(earned), club.by(count(rewarded)), [
      club.earned(
        count(earned),
        count(rewarded),
        count(customers),
        format.date(points.from),
        format.date(points.as_of),
      ),
      ...(undecided > 0 ? [club.undecided(count(undecided))] : []),
    ]),
    view(
      'points_cost',
      format.money(even.cost),
      even.revenue_share === null ? '' : rewards.cost(format.percent(even.revenue_share)),
      [club.counted.cost(count(earned), format.money(even.cost), format.money(points.revenue))],
    ),
    view('points_paid', format.money(atOnce.paid), '', [
      club.counted.paid(
        count(balances.redeemed),
        count(atOnce.customers),
        format.money(atOnce.paid),
      ),
    ]),
    view('points_outstanding', format.money(atOnce.outstanding), '', [
      club.counted.outstanding(count(left), format.money(atOnce.outstanding)),
    ]),
  ];
}
