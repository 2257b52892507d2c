/** What the report tells of how customers come back, beside cohorts. */
import {html, nothing, svg, type TemplateResult} from 'lit';
import {plainBars} from '../charts/bars.js';
import {controlChart, type ControlPoint} from '../charts/control-chart.js';
import {intervalBars} from '../charts/interval-bars.js';
import {lorenz, tenths} from '../charts/lorenz.js';
import {returnCurve} from '../charts/return-curve.js';
import type {Report, RhythmState, Survival} from '../engine/protocol.js';
import type {Locale} from '../i18n/locale.js';
import type {FlowName, MonitorName} from '../i18n/return-words.js';
import {isFew, kFewest, toldOf, type Told} from '../state/few.js';
import {hatch} from './hatch.js';
import {besideText, paperTable, partTold, peopleText, type Piece} from './paper-parts.js';
import {endNames, periodName} from './period-name.js';

/** Periods of a table. */
const kPeriods = 13;
/** Days that the table of the curve tells. */
const kTold = [7, 14, 30, 60, 90, 180, 365, 730, 1095];
/** Days below it, as far as it goes. */
const kTicks = [90, 180, 365, 730, 1095, 1460, 1825];
const kStates: readonly RhythmState[] = ['new', 'on_time', 'due', 'overdue', 'lapsed', 'unknown'];
const kBars = {width: 640, height: 200, top: 26, bottom: 26};
const kCurve = {width: 640, height: 250, top: 20, left: 40, bottom: 30};
const kSquare = {side: 200, left: 40, top: 8};
const kColumns = {width: 300, height: 80, top: 4, bottom: 18};
const kPanel = {width: 300, height: 110, top: 8, left: 44, bottom: 18};

export function windowsPiece({metrics}: Report, locale: Locale): Piece {
  const {words, format} = locale;
  const {figures, paper} = words;
  const {within, share, counts, interval} = figures.returnsColumns;
  const windows = metrics.repurchase_within.map((window) => {
    const told = partTold(window.numerator, window.denominator);
    return {...window, told, value: told === 'told' ? window.value : null};
  });
  const shown = windows.map((window) =>
    window.value === null ? {value: null, low: null, high: null} : window,
  );
  const {bars, base} = intervalBars(shown, kBars);
  const name = ({days}: (typeof windows)[number]) => figures.within(format.count(days));
  const shareText = (window: (typeof windows)[number]) => {
    if (window.told !== 'told') return window.told === 'few' ? paper.few : paper.beside;
    return window.value === null ? figures.young : format.percent(window.value);
  };
  const picture = html`<svg
    class="chart"
    viewBox="0 0 ${kBars.width} ${kBars.height}"
    role="img"
    aria-label=${figures.returnsTitle}
  >
    ${hatch}
    ${bars.map((bar, index) => {
      const window = windows[index];
      if (!window) return nothing;
      return svg`<rect class=${bar.known ? 'bar' : 'unknown'} x=${bar.x} y=${bar.y} width=${bar.width} height=${bar.height} rx="3" />
        ${bar.wash ? svg`<rect class="wash" x=${bar.x - 6} y=${bar.wash.y} width=${bar.width + 12} height=${bar.wash.height} rx="3" />` : nothing}
        <text class="middle strong" x=${bar.center} y=${bar.label}>${shareText(window)}</text>
        <text class="middle" x=${bar.center} y=${base + 17}>${name(window)}</text>`;
    })}
    <line class="axis" x1="0" x2=${kBars.width} y1=${base} y2=${base} />
  </svg>`;
  const table = paperTable(
    [[within], [share, 'number'], [counts, 'number'], [interval, 'number']],
    windows.map((window) => {
      const {told, value, numerator, denominator, low, high} = window;
      const isTold = told === 'told';
      return [
        name(window),
        shareText(window),
        isTold ? figures.ofThem(format.count(numerator), format.count(denominator)) : '',
        value === null || low === null || high === null
          ? ''
          : figures.between(format.percent(low), format.percent(high)),
      ];
    }),
  );
  return {title: figures.returnsTitle, how: figures.returnsHow, body: [picture, table]};
}

/**
 * The curve of second orders with steps of at least five people: as many as the shares and those at risk tell, to the nearest
 * person, are gathered before the next point; where fewer than five are watched it ends.
 */
export function coarse(survival: Survival): Survival {
  const kept: number[] = [0];
  let came = 0;
  survival.days.forEach((_, index) => {
    if (index === 0) return;
    const before = survival.share[index - 1] ?? 1;
    const gone = before > 0 ? 1 - (survival.share[index] ?? before) / before : 0;
    came += gone * (survival.at_risk[index] ?? 0);
    const isWatched = (survival.at_risk[index] ?? 0) >= kFewest;
    if (Math.round(came) < kFewest || !isWatched) return;
    kept.push(index);
    came = 0;
  });
  const pick = (values: readonly number[]) => kept.map((index) => values[index] ?? 0);
  const {days, share, low, high, at_risk: watched} = survival;
  return {
    ...survival,
    days: pick(days),
    share: pick(share),
    low: pick(low),
    high: pick(high),
    at_risk: pick(watched),
  };
}

export function secondOrderPiece({survival}: Report, locale: Locale): Piece | null {
  const {words, format} = locale;
  const {curve: say} = words.returns;
  const {title, how} = say;
  if (survival.days.length === 0 || survival.events === 0) return null;
  if (isFew(survival.events) || isFew(survival.customers - survival.events))
    return {title, how, body: words.paper.tooFew};
  const rough = coarse(survival);
  const drawn = returnCurve(rough, null, {...kCurve, labelWidth: 52, halfWidth: 92});
  const {base, grid} = drawn;
  const {median} = survival;
  const last = rough.days.at(-1) ?? 0;
  const picture = html`<svg
    class="chart"
    viewBox="0 0 ${kCurve.width} ${kCurve.height}"
    role="img"
    aria-label=${title}
  >
    ${grid.map(
      ({y, share}) =>
        svg`<line class="thin" x1=${kCurve.left} x2=${kCurve.width} y1=${y} y2=${y} />
          <text class="end" x=${kCurve.left - 6} y=${y + 4}>${format.percent(share, 0)}</text>`,
    )}
    <path class="wash" d=${drawn.band} />
    <path class="curve" d=${drawn.line} />
    <line class="axis" x1=${kCurve.left} x2=${kCurve.width} y1=${base} y2=${base} />
    ${[0, ...kTicks.filter((day) => day < 0.95 * last), last].map((day) => {
      const x = kCurve.left + ((kCurve.width - kCurve.left) * day) / Math.max(1, last);
      return svg`<text class=${day === last ? 'end' : 'middle'} x=${x} y=${base + 16}>${format.number(day)}</text>`;
    })}
  </svg>`;
  const came = (shares: readonly number[], index: number) =>
    format.percent(1 - (shares[index] ?? 1));
  const rows = kTold
    .filter((day) => day <= last)
    .map((day) => {
      const index = rough.days.filter((one) => one <= day).length - 1;
      return [
        format.number(day),
        came(rough.share, index),
        words.figures.between(came(rough.high, index), came(rough.low, index)),
      ];
    });
  const {columns} = say;
  const end = 1 - (rough.share.at(-1) ?? 1);
  return {
    title,
    how,
    body: [
      picture,
      paperTable([[columns.day], [columns.share, 'number'], [columns.interval, 'number']], rows),
    ],
    notes: [
      median === null
        ? say.halfNo(format.percent(end), format.days(last))
        : say.halfYes(format.count(median)),
    ],
  };
}

export function concentrationPiece({metrics}: Report, locale: Locale): Piece | null {
  const {words, format} = locale;
  const {title, how, columns, equal, top, gini: say} = words.returns.concentration;
  const {gini, top_tenth: tenth, curve} = metrics.concentration;
  if (gini.value === null || tenth.value === null) return null;
  // Of fewer a tenth would be fewer than five people.
  if ((metrics.customers.value ?? 0) < 10 * kFewest) return {title, how, body: words.paper.tooFew};
  const told = tenths(curve);
  const whole: [number, number][] = [[0, 0], ...told, [1, 1]];
  const drawn = lorenz(whole, tenth.value, kSquare);
  const {side, left, top: above} = kSquare;
  const picture = html`<svg
    class="chart square"
    viewBox="0 0 ${side + left + 10} ${side + above + 24}"
    role="img"
    aria-label=${title}
  >
    <path class="wash" d=${drawn.gap} />
    <path class="dashed" d=${drawn.equal} />
    <path class="curve" d=${drawn.line} />
    <path class="axis" fill="none" d="M${left},${above}V${above + side}H${left + side}" />
    <text class="end" x=${drawn.x(0.6)} y=${drawn.y(0.6) - 4}>${equal}</text>
    <text class="end" x=${left - 6} y=${above + 8}>${format.percent(1, 0)}</text>
    <text x=${left} y=${above + side + 16}>${format.percent(0, 0)}</text>
    <text class="end" x=${left + side} y=${above + side + 16}>${format.percent(1, 0)}</text>
  </svg>`;
  const table = paperTable(
    [[columns.people], [columns.money, 'number']],
    told.map(([people, money]) => [format.percent(people, 0), format.percent(money)]),
  );
  return {
    title,
    how,
    body: html`<div class="halves">${picture}${table}</div>`,
    notes: [[top(format.percent(tenth.value)), say(format.number(gini.value, 2))].join(' ')],
  };
}

export function rhythmPiece({behaviour}: Report, locale: Locale): Piece {
  const {words} = locale;
  const {title, how, statesTitle, state, stateHow} = words.returns.rhythm;
  const {states} = behaviour.rhythm;
  const counts = kStates.map((name) => states[name]);
  const told = toldOf(counts);
  const most = Math.max(1, ...counts);
  return {
    title,
    how,
    body: paperTable(
      [[statesTitle], ['', 'bar'], [words.returns.cohorts.people, 'number'], ['']],
      kStates.flatMap((name, place) => {
        const people = states[name];
        const isTold = told[place] ?? 'few';
        if (name === 'unknown' && people === 0) return [];
        const bar = isTold === 'told' ? people / most : 0;
        return [[state[name], bar, peopleText(people, isTold, locale), stateHow[name]]];
      }),
    ),
  };
}

export function flowPiece({metrics}: Report, locale: Locale): Piece {
  const {words, format} = locale;
  const {title, how, of, period} = words.returns.flow;
  const names: readonly FlowName[] = ['new', 'returning', 'reactivated', 'lapsed'];
  const {periods} = metrics.flow;
  // Of all periods together, of which the sum is known, whatever is shown of them.
  const told = Object.fromEntries(
    names.map((name) => [name, toldOf(periods.map((one) => one[name]))]),
  ) as Record<FlowName, Told[]>;
  const rows = periods.map((one, place) => [
    periodName(one.period, locale),
    ...names.map((name) => peopleText(one[name], told[name][place] ?? 'few', locale, 'fewShort')),
  ]);
  const ends = endNames(periods, locale);
  return {
    title,
    how,
    body: [
      html`<div class="panels">
        ${names.map((name) => {
          const amounts = periods.map((one, place) =>
            told[name][place] === 'told' ? one[name] : 0,
          );
          return html`<figure>
            <figcaption>${of[name]}</figcaption>
            ${columns(amounts, of[name], ends)}
          </figure>`;
        })}
      </div>`,
      paperTable(
        [[period], ...names.map((name): [string, 'number'] => [of[name], 'number'])],
        rows.slice(-kPeriods).reverse(),
      ),
    ],
    notes: periods.length > kPeriods ? [words.paper.newest(format.count(kPeriods))] : [],
  };
}

function columns(
  amounts: readonly number[],
  name: string,
  [from = '', to = '']: readonly string[],
): TemplateResult {
  const {bars, base} = plainBars(amounts, kColumns);
  const {width, height} = kColumns;
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label=${name}>
    ${bars.map(
      (bar) =>
        svg`<rect class="bar" x=${bar.x} y=${bar.y} width=${bar.width} height=${bar.height} />`,
    )}
    <line class="axis" x1="0" x2=${width} y1=${base} y2=${base} />
    <text x="0" y=${base + 14}>${from}</text>
    <text class="end" x=${width} y=${base + 14}>${to}</text>
  </svg>`;
}

type MonitorPoint = Report['monitor']['charts']['orders']['points'][number];

const kMonitored: readonly MonitorName[] = [
  'repurchase_rate',
  'new_customers',
  'orders',
  'revenue',
  'average_order_value',
];

/** Which points of the charts are told: new customers add up to all, and money of few orders is that of few people. */
function toldPoints({monitor}: Report, name: MonitorName): Told[] {
  const {points} = monitor.charts[name];
  switch (name) {
    case 'repurchase_rate':
      return points.map(({value, size}) =>
        value === null ? 'told' : partTold(Math.round(value * size), size),
      );
    case 'new_customers':
      return toldOf(points.map(({value}) => value ?? 0));
    case 'orders':
      return points.map(() => 'told');
    default: {
      const orders = monitor.charts.orders.points;
      const told = toldOf(orders.map(({value}) => value ?? 0));
      return points.map(({period}) => {
        const place = orders.findIndex((one) => one.period === period);
        return told[place] ?? 'told';
      });
    }
  }
}

export function monitorPiece(report: Report, locale: Locale): Piece {
  const {words, format} = locale;
  const {monitor: say, flow} = words.returns;
  const {charts, false_alarm_rate: chance, window_days: days} = report.monitor;
  const told = new Map(kMonitored.map((name) => [name, toldPoints(report, name)]));
  const pointsOf = (name: MonitorName): MonitorPoint[] =>
    charts[name].points.map((point, place) =>
      told.get(name)?.[place] === 'told'
        ? notBelowZero(point)
        : {...point, value: null, alarm: 'none'},
    );
  const value = (name: MonitorName, amount: number) => {
    if (name === 'repurchase_rate') return format.percent(amount);
    if (name === 'revenue' || name === 'average_order_value') return format.moneyShort(amount);
    return format.figure(amount);
  };
  const panels = html`<div class="panels">
    ${kMonitored.map((name) => {
      const points = pointsOf(name);
      if (charts[name].reason || !points.some((point) => point.value !== null)) return nothing;
      const ends = endNames(points, locale);
      return html`<figure>
        <figcaption>${say.of[name]}</figcaption>
        ${panel(points, say.of[name], ends, (amount) => value(name, amount))}
      </figure>`;
    })}
  </div>`;
  const periods = [
    ...new Set(kMonitored.flatMap((name) => charts[name].points.map(({period}) => period))),
  ].sort();
  const rows = periods.slice(-kPeriods).reverse();
  const cells = (period: string) =>
    kMonitored.map((name) => {
      const place = charts[name].points.findIndex((point) => point.period === period);
      const point = charts[name].points[place];
      if (!point || point.value === null) return '';
      const isTold = told.get(name)?.[place] ?? 'few';
      return besideText(value(name, point.value), isTold, locale);
    });
  return {
    title: say.title,
    how: say.how(format.count(Math.round(1 / chance)), format.days(days)),
    body: [
      panels,
      paperTable(
        [[flow.period], ...kMonitored.map((name): [string, 'number'] => [say.of[name], 'number'])],
        rows.map((period) => [periodName(period, locale), ...cells(period)]),
      ),
    ],
    notes: periods.length > kPeriods ? [words.paper.newest(format.count(kPeriods))] : [],
  };
}

/** What was never below zero is not said to be ordinary there. */
function notBelowZero(point: MonitorPoint): MonitorPoint {
  return point.low === null ? point : {...point, low: Math.max(0, point.low)};
}

function panel(
  points: readonly ControlPoint[],
  name: string,
  [from = '', to = '']: readonly string[],
  text: (amount: number) => string,
): TemplateResult {
  const drawn = controlChart(points, kPanel);
  const {left, width, height, top} = kPanel;
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label=${name}>
    ${hatch}
    ${drawn.hatched.map(
      ({x, width: wide}) =>
        svg`<rect class="unknown" x=${x} y=${top} width=${wide} height=${drawn.base - top} />`,
    )}
    ${drawn.bands.map((band) => svg`<path class="wash" d=${band} />`)}
    ${drawn.centers.map((center) => svg`<path class="dashed" d=${center} />`)}
    <path class="curve" d=${drawn.line} />
    ${drawn.dots.map(
      ({x, y, alarm}) =>
        svg`<circle class=${alarm === 'none' ? 'point' : 'point alarm'} cx=${x} cy=${y} r=${alarm === 'none' ? 2 : 4} />`,
    )}
    <text class="end" x=${left - 5} y=${drawn.high.y + 6}>${text(drawn.high.value)}</text>
    <text class="end" x=${left - 5} y=${drawn.low.y + 2}>${text(drawn.low.value)}</text>
    <text x=${left} y=${drawn.base + 14}>${from}</text>
    <text class="end" x=${width} y=${drawn.base + 14}>${to}</text>
  </svg>`;
}
