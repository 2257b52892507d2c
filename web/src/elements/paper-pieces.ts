/** Everything that can be pinned, as the report shows it. */
import {html, nothing, svg} from 'lit';
import {classMap} from 'lit/directives/class-map.js';
import {ladder} from '../charts/ladder.js';
import {pointsLines} from '../charts/points-lines.js';
import {fieldsOf, regionsAgree, type Field} from '../charts/segment-map.js';
import type {Report, SegmentSums} from '../engine/protocol.js';
import {wayName} from '../i18n/forecast-names.js';
import type {Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import {segmentName} from '../i18n/segment-name.js';
import {isFew, tellsFew, toldOf, type Told} from '../state/few.js';
import {measureOf, type BlockPin} from '../state/pins.js';
import type {Settings} from '../state/settings.js';
import {rewardText} from './customer-columns.js';
import {clubViews} from './club-views.js';
import {cohortPiece} from './paper-cohorts.js';
import {besideText, paperTable, peopleText, type Column, type Piece} from './paper-parts.js';
import {
  concentrationPiece,
  flowPiece,
  monitorPiece,
  rhythmPiece,
  secondOrderPiece,
  windowsPiece,
} from './paper-returns.js';
import {periodName} from './period-name.js';
import {ruleName} from './rule-name.js';
import {rulesOf, whoIsIn} from './segment-text.js';

/** Rows of a list of products. */
const kProducts = 15;
/** Weeks that are told together, so that a row is about enough people, and the rows of a table. */
const kWeeks = 4;
const kStretches = 13;
const kLines = {width: 640, height: 200, top: 14, left: 52, bottom: 26, tickWidth: 84};

/** null where the report holds nothing of the kind. */
export function pieceOf(
  pin: BlockPin,
  report: Report,
  settings: Settings,
  locale: Locale,
): Piece | null {
  const measure = measureOf(pin);
  if (measure) {
    const hasAmounts = report.intake.revenue !== null;
    const isMoney = measure === 'revenue' || measure === 'cumulative_value';
    if (report.cohorts.cohorts.length === 0 || (isMoney && !hasAmounts)) return null;
    return cohortPiece(report.cohorts, measure, locale);
  }
  switch (pin) {
    case 'returns':
      return windowsPiece(report, locale);
    case 'second_order':
      return secondOrderPiece(report, locale);
    case 'concentration':
      return concentrationPiece(report, locale);
    case 'rhythm':
      return rhythmPiece(report, locale);
    case 'monitor':
      return monitorPiece(report, locale);
    case 'flow':
      return flowPiece(report, locale);
    case 'segment_map':
      return mapPiece(report, settings, locale);
    case 'segments':
      return segmentsPiece(report, settings, locale);
    case 'tracking':
      return trackingPiece(report, locale);
    case 'baskets':
      return basketsPiece(report, locale);
    case 'rewards':
      return rewardsPiece(report, locale);
    case 'points':
      return pointsPiece(report, locale);
    default:
      return ladderPiece(report, locale);
  }
}

/** Which segments are told, by name. */
function toldSegments({rfm}: Report): ReadonlyMap<string, Told> {
  const segments: readonly SegmentSums[] = rfm.segments;
  const told = toldOf(segments.map(({customers}) => customers));
  return new Map(segments.map(({name}, place) => [name, told[place] ?? 'few']));
}

function segmentsPiece(report: Report, {rfm}: Settings, locale: Locale): Piece {
  const {words, format} = locale;
  const {columns, tableTitle, lead} = words.segments;
  const segments: readonly SegmentSums[] = report.rfm.segments;
  const told = toldSegments(report);
  const rules = rulesOf(report.rfm.scheme, rfm);
  const {revenue} = report.intake;
  const shown = segments.map((row) => ({...row, told: told.get(row.name) ?? 'few'}));
  const most = Math.max(0, ...shown.map((row) => (row.told === 'told' ? row.revenue : 0)));
  const rows = shown.map((row) => {
    const own = (text: string) => besideText(text, row.told, locale);
    return [
      segmentName(words.segments, row.name),
      whoIsIn(row.name, report.rfm.scheme, rules, locale),
      peopleText(row.customers, row.told, locale),
      own(format.number(row.orders)),
      ...(revenue === null
        ? []
        : [
            own(format.moneyRound(row.revenue)),
            row.told === 'told' && most > 0 ? row.revenue / most : 0,
            own(revenue > 0 ? format.percent(row.revenue / revenue) : ''),
          ]),
    ];
  });
  const money: Column[] = [
    [columns.revenue, 'number'],
    ['', 'bar'],
    [columns.share, 'number'],
  ];
  return {
    title: tableTitle,
    how: lead(format.count(report.intake.customers), format.count(rows.length), report.rfm.scheme),
    body: paperTable(
      [
        [columns.segment],
        [''],
        [columns.customers, 'number'],
        [columns.orders, 'number'],
        ...(revenue === null ? [] : money),
      ],
      rows,
    ),
  };
}

/** Fields add up to segments, of which the table tells: within each they are withheld so that it gives none away. */
function toldFields(fields: readonly Field[], segments: ReadonlyMap<string, Told>): Told[] {
  const told = fields.map((): Told => 'told');
  for (const region of new Set(fields.map((field) => field.region))) {
    const places = fields.flatMap((field, place) => (field.region === region ? [place] : []));
    const isWithheld = region !== null && (segments.get(region) ?? 'told') !== 'told';
    const own = toldOf(places.map((place) => fields[place]?.customers ?? 0));
    places.forEach((place, index) => {
      const people = fields[place]?.customers ?? 0;
      const alone = own[index] ?? 'few';
      told[place] = isWithheld && alone === 'told' && people > 0 ? 'beside' : alone;
    });
  }
  return told;
}

function mapPiece(report: Report, {rfm}: Settings, locale: Locale): Piece | null {
  const {words} = locale;
  const {segments} = words;
  const rules = rulesOf(report.rfm.scheme, rfm);
  if (!regionsAgree(report.rfm.grid, report.rfm.segments, rules)) return null;
  const fields = fieldsOf(report.rfm.grid, rules);
  const told = toldFields(fields, toldSegments(report));
  const rows = [1, 2, 3, 4, 5].map((row) =>
    fields.flatMap((field, place) =>
      field.row === row ? [{field, told: told[place] ?? 'few'}] : [],
    ),
  );
  const head = (text: string, r: number) => html`<th scope="col">${text || `R ${r}`}</th>`;
  return {
    title: segments.mapTitle,
    how: segments.mapHow,
    body: html`<table class="map fields">
      <thead>
        <tr>
          <td></td>
          ${[1, 2, 3, 4, 5].map((r) => head(r === 1 ? segments.longAgo : r === 5 ? segments.recent : '', r))}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, place) =>
            html`<tr>
              <th scope="row">
                ${place === 0 ? segments.often : place === 4 ? segments.seldom : `F ${5 - place}`}
              </th>
              ${row.map(
                ({field, told: one}) =>
                  html`<td
                    class=${classMap({[`s${field.step}`]: one === 'told', gone: one !== 'told'})}
                  >
                    <small
                      >${field.region === null ? segments.mixed : segmentName(segments, field.region)}</small
                    >
                    <b>${peopleText(field.customers, one, locale, 'fewShort')}</b>
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>`,
  };
}

function ladderPiece({intake}: Report, locale: Locale): Piece {
  const {words, format} = locale;
  const {ladderTitle, ladderHow, ladder: names} = words.health;
  const rows = ladder(intake).map(({step, amount, kind, share}) => {
    const isWithheld = step === 'customers' && isFew(amount);
    const text = isWithheld ? words.paper.few : format.number(amount);
    return [names[step], kind === 'less' && amount > 0 ? `−${text}` : text, share];
  });
  return {
    title: ladderTitle,
    how: ladderHow,
    body: paperTable([[''], ['', 'number'], ['', 'bar']], rows),
  };
}

function basketsPiece({recommendations}: Report, locale: Locale): Piece | null {
  const {words, format} = locale;
  const {title, how, columns, people} = words.baskets;
  if (recommendations.status !== 'ready') return null;
  const pairs = recommendations.pairs
    .filter(({customers_both: both, customers_product: all}) => !tellsFew(both, all))
    .slice(0, kProducts);
  return {
    title,
    how: how(format.count(recommendations.min_support)),
    body:
      pairs.length === 0
        ? words.paper.tooFew
        : paperTable(
            [[columns.product], [columns.with], [columns.people], [columns.strength, 'number']],
            pairs.map((pair) => [
              named(pair.product),
              named(pair.with),
              people(format.number(pair.customers_both), format.number(pair.customers_product)),
              format.number(pair.cosine, 2),
            ]),
          ),
  };
}

/** How weeks were foretold and what came, four at a time. */
function trackingPiece({tracking}: Report, locale: Locale): Piece | null {
  if (!tracking || tracking.weeks.length < kWeeks) return null;
  const {words, format} = locale;
  const {title, how, columns} = words.forecast.tracking;
  const stretches = Array.from({length: Math.floor(tracking.weeks.length / kWeeks)}, (_, index) =>
    tracking.weeks.slice(tracking.weeks.length - kWeeks * (index + 1)).slice(0, kWeeks),
  );
  const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);
  const all = stretches.map((weeks) => ({
    from: weeks[0]?.from ?? '',
    came: sum(weeks.map(({actual}) => actual)),
    expected: sum(weeks.map(({expected}) => expected)),
  }));
  const told = toldOf(all.map(({came}) => came));
  const rows = all.slice(0, kStretches);
  const most = Math.max(1, ...rows.map(({came}) => came));
  return {
    title,
    how: how(wayName(tracking.model, locale), format.date(tracking.cut)),
    body: paperTable(
      [
        [words.paper.fourWeeks],
        [columns.came, 'number'],
        ['', 'bar'],
        [columns.expected, 'number'],
      ],
      rows.map(({from, came, expected}, place) => [
        format.date(from),
        peopleText(came, told[place] ?? 'few', locale),
        told[place] === 'told' ? came / most : 0,
        format.number(Math.round(expected)),
      ]),
    ),
    notes: all.length > kStretches ? [words.paper.newest(format.count(kStretches))] : [],
  };
}

function rewardsPiece(report: Report, locale: Locale): Piece | null {
  const {words} = locale;
  const {programTitle, rulesHow, columns, total, customers, refused, unknown, heldOut} =
    words.rewards;
  const {rewards} = report;
  if (rewards.rules.length === 0) return null;
  const groups = [
    [customers, rewards.customers_granted],
    [refused, rewards.customers_refused],
    [unknown, rewards.customers_unknown],
    [heldOut, rewards.customers_held_out],
  ] as const;
  const told = toldOf(groups.map(([, people]) => people));
  const isTold = told[0] === 'told';
  const rules = rewards.rules.map(({rule, customers: people, granted}) => {
    const one: Told = isFew(people) ? 'few' : isTold ? 'told' : 'beside';
    return [
      ruleName(rule, 'rules', rewards.document, locale),
      peopleText(people, one, locale),
      besideText(rewardText(granted, report, locale), one, locale),
    ];
  });
  const all = groups.flatMap(([name, people], place) =>
    people > 0 ? [[name, peopleText(people, told[place] ?? 'few', locale)]] : [],
  );
  return {
    title: programTitle,
    how: rulesHow,
    body: [
      paperTable(
        [[columns.rule], [columns.customers, 'number'], [columns.granted, 'number']],
        rules,
      ),
      paperTable(
        [[''], ['', 'number']],
        [
          [
            total,
            besideText(rewardText(rewards.granted, report, locale), told[0] ?? 'few', locale),
          ],
          ...all,
        ],
      ),
    ],
  };
}

function pointsPiece({rewards: {points}}: Report, locale: Locale): Piece | null {
  if (!points) return null;
  const {words, format} = locale;
  const {club} = words;
  if (isFew(points.rewarded)) return {title: club.title, how: '', body: words.paper.tooFew};
  const [never] = points.spending;
  const {lines, ticks, grid, base} = pointsLines(
    points.spending.map((way) => way.months.map(({closing}) => closing)),
    {...kLines, width: kLines.width - 150},
  );
  const {left, width, height} = kLines;
  const end = width - 150;
  const picture = html`<svg
    class="chart"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-label=${club.picture}
  >
    ${grid.map(
      ({y, value}) =>
        svg`<line class="thin" x1=${left} x2=${end} y1=${y} y2=${y} />
          <text class="end" x=${left - 8} y=${y + 4}>${format.number(value)}</text>`,
    )}
    ${ticks.map(({x, month}) => {
      const name = never.months[month]?.month;
      return name === undefined
        ? nothing
        : svg`<text x=${x} y=${base + 18}>${periodName(name, locale)}</text>`;
    })}
    ${lines.map(
      ({path, end: point, label}, index) =>
        svg`<path class=${index === 0 ? 'curve' : 'curve all'} d=${path} />
          <text class="strong" x=${point.x + 8} y=${label + 4}>${club.spending[index === 0 ? 'never' : 'at_once']}</text>`,
    )}
  </svg>`;
  const tiers = toldOf(points.tiers.map(({customers}) => customers));
  return {
    title: club.title,
    how: club.earned(
      format.count(points.earned),
      format.count(points.rewarded),
      format.count(points.customers),
      format.date(points.from),
      format.date(points.as_of),
    ),
    body: [
      picture,
      paperTable(
        [[''], ['', 'number']],
        clubViews(points, locale).map(({name, value}) => [name, value ?? '']),
      ),
      points.tiers.length === 0
        ? nothing
        : paperTable(
            [[club.tiers[0]], [club.tiers[1], 'number']],
            points.tiers.map(({tier, customers}, place) => [
              named(tier),
              peopleText(customers, tiers[place] ?? 'few', locale),
            ]),
          ),
    ],
    notes: [club.notUplift],
  };
}
