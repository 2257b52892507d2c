/**
 * The report as a page of text: headline figures, what is to come, segments, groups, rewards, what is bought together,
 * data health.
 */
import type {
  Rewards,
  Figure,
  PointsOutcome,
  Rate,
  Report,
  RuleEffect,
  SegmentSums,
} from '../engine/protocol.js';
import {effectSentence} from '../i18n/effect-sentence.js';
import {biasText, knownAs, wayName} from '../i18n/forecast-names.js';
import {Format} from '../i18n/format.js';
import {localeOf} from '../i18n/locale.js';
import type {LanguageCode, Locale} from '../i18n/locale.js';
import {segmentName, segmentWho} from '../i18n/segment-name.js';
import {bar, shortened, table, widthOf} from './table.js';
import {kWords} from './words.js';

const kWidth = 100;
const kBar = 20;
const kPairs = 8;
const kExamples = 5;

/** A stop that is no decimal point. */
const kSentenceEnd = /(?<=\.)\s+|(?<=。)(?!$)/;

/** Ends with a line break. */
export function summarize(
  report: Report,
  effects: readonly RuleEffect[],
  language: LanguageCode,
): string {
  const {currency, minor_digits: minorDigits} = report.intake;
  const locale = localeOf(language, {currency, minorDigits});
  const ofCustomers = [forecast, segments, groups, summarizeRewards, pairs];
  const parts = [
    headline(report, locale),
    // Where no order names its customer there is nobody to speak of.
    ...(report.intake.customers === 0 ? [] : ofCustomers.map((part) => part(report, locale))),
    health(report, locale),
    ...(effects.length > 0 ? [cleaning(effects, locale)] : []),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function headline({intake, metrics}: Report, {code, words, format}: Locale): string[] {
  const {figures} = words;
  const name = (figure: keyof typeof figures.figure) => figures.figure[figure].name;
  const plain = (figure: Figure, show: (value: number) => string) =>
    figure.value === null ? figures.reason[figure.reason ?? 'too_little_data'] : show(figure.value);
  const number = (figure: Figure) => plain(figure, (value) => format.figure(value));
  const money = (figure: Figure) => plain(figure, (value) => format.money(value));
  const rate = (label: string, figure: Rate) => [
    label,
    plain(figure, (value) => format.percent(value)),
    figures.ofThem(format.count(figure.numerator), format.count(figure.denominator)),
    between(figure, words.figures.between, format),
  ];
  const {customers, average_order_value: order, median_days_between_orders: gap} = metrics;
  const revenue =
    intake.revenue === null ? figures.reason.no_amount_column : format.money(intake.revenue);
  const ofOrders = [
    [name('average_order_value'), money(order)],
    [
      name('revenue'),
      revenue,
      intake.revenue === null || intake.customers === 0
        ? ''
        : figures.under.revenue(money(metrics.revenue_per_customer)),
    ],
  ];
  const ofCustomers = () => [
    [
      name('customers'),
      number(customers),
      figures.under.customers(format.count(metrics.repeat_customers.value ?? 0)),
    ],
    rate(name('repurchase_rate'), metrics.repurchase_rate),
    ...metrics.repurchase_within.map((within) =>
      rate(`  ${figures.within(format.count(within.days))}`, within),
    ),
    [
      name('orders_per_customer'),
      number(metrics.orders_per_customer),
      figures.under.orders_per_customer(format.count(intake.orders_counted)),
    ],
    ...ofOrders,
    [
      name('median_days_between_orders'),
      number(gap),
      figures.under.median_days_between_orders(format.count(gap.gaps)),
    ],
  ];
  const counts = [intake.lines, intake.orders_counted, intake.customers] as const;
  const [lines, orders, people] = counts.map((count) => format.count(count)) as [
    Count,
    Count,
    Count,
  ];
  const [from, to] = [intake.first_order ?? '', intake.last_order ?? ''].map((day) =>
    format.date(day),
  );
  return [
    rule(words.title, kWords[code].asOf(format.date(metrics.as_of))),
    figures.lead(lines, orders, people, from ?? '', to ?? ''),
    '',
    ...indented(table(intake.customers === 0 ? ofOrders : ofCustomers(), '<><<')),
    ...(intake.customers === 0 ? ['', ...indented([figures.noCustomers])] : []),
  ];
}

type Count = ReturnType<Format['count']>;

function between(
  {low, high}: Rate,
  join: (low: string, high: string) => string,
  format: Format,
): string {
  return low === null || high === null ? '' : join(format.percent(low), format.percent(high));
}

/** Who foretells and how well, what is expected, and who is due; without a model the reason. */
function forecast(report: Report, {code, words, format}: Locale): string[] {
  const {models, expected, worth, noAmounts, noSpend, accuracy} = words.forecast;
  const {choice, lifetime, intake} = report;
  const {states} = report.behaviour.rhythm;
  const {state, stateHow} = words.returns.rhythm;
  const due = (['due', 'overdue'] as const).map((name) => [
    state[name],
    format.number(states[name]),
    stateHow[name],
  ]);
  const title = rule(words.frame.part.forecast);
  const chosen = report.purchase_models.find((model) => model.chosen);
  if (choice.status !== 'ready' || !chosen?.holdout) {
    const say = models.none[choice.status === 'ready' ? 'no_fit' : choice.status];
    const digits = choice.status === 'guess_wins' ? 3 : 0;
    const [needed, found] = [choice.needed, choice.found].map((one) => format.number(one, digits));
    const sentences = say(needed ?? '', found ?? '', format.date(choice.cut)).split(kSentenceEnd);
    return [title, ...indented(sentences), '', ...indented(table(due, '<><'))];
  }
  const {holdout} = chosen;
  const customers = format.count(lifetime.customers_with_forecast);
  const {expected_orders_90d: orders, total} = lifetime;
  const rows = [
    [
      expected.name,
      orders === null ? words.frame.none : format.number(Math.round(orders)),
      expected.under(customers),
    ],
    [
      worth.name,
      total === null ? words.frame.none : format.money(total),
      total !== null ? worth.under(customers) : intake.revenue === null ? noAmounts : noSpend,
    ],
    ...due,
  ];
  const was = accuracy.under(
    format.number(Math.round(holdout.predicted)),
    format.number(holdout.actual),
  );
  return [
    title,
    ...indented([
      kWords[code].foretold(wayName(chosen.name, {words}), knownAs(chosen.name)),
      [accuracy.name, was, biasText(holdout, {words, format})].join(words.frame.dot),
      '',
      ...table(rows, '<><'),
    ]),
  ];
}

function segments({rfm}: Report, {words, format}: Locale): string[] {
  const {columns} = words.segments;
  const sums: readonly SegmentSums[] = rfm.segments;
  const all = sums.reduce((sum, {customers}) => sum + customers, 0);
  const most = Math.max(...sums.map(({customers}) => customers), 1);
  const rows = sums.map((segment) => [
    segmentName(words.segments, segment.name),
    format.number(segment.customers),
    all > 0 ? format.percent(segment.customers / all, 0) : '',
    bar(segment.customers / most, kBar),
    format.money(segment.revenue),
    segmentWho(words.segments, segment.name),
  ]);
  const head = [columns.segment, columns.customers, columns.share, '', columns.revenue, ''];
  return [rule(words.segments.title), ...indented(table([head, ...rows], '<>><><'))];
}

function groups({clusters}: Report, {words, format}: Locale): string[] {
  const {groups: said} = words;
  const title = rule(said.title);
  if (clusters.k === null) {
    return [title, ...indented([clusters.reason === 'all_alike' ? said.allAlike : said.tooFew])];
  }
  const {columns, word} = said;
  const head = [
    columns.group,
    columns.customers,
    columns.daysSinceLast,
    columns.orders,
    columns.spent,
    '',
  ];
  const rows = clusters.groups.map(({id, label, size, center}) => [
    said.group(String(id)),
    format.number(size),
    format.figure(center.days_since_last),
    format.figure(center.orders),
    format.money(center.revenue),
    label.map((each) => word[each]).join(', '),
  ]);
  return [title, ...indented(table([head, ...rows], '<>>>><'))];
}

/** What the rules of a program give today. */
export function summarizeRewards(
  {rewards: {unit, ...program}}: Report,
  {words, format}: Locale,
): string[] {
  const {rewards: said} = words;
  const amount = (granted: number) =>
    unit === 'money' ? format.money(granted) : said.points(format.count(granted));
  const head = [said.columns.rule, said.columns.customers, said.columns.granted];
  const rules = program.rules.map(({rule: name, customers, granted}) => [
    name,
    format.number(customers),
    amount(granted),
  ]);
  const rest = [
    [said.total, format.number(program.customers_granted), amount(program.granted)],
    [said.refused, format.number(program.customers_refused), ''],
    [said.unknown, format.number(program.customers_unknown), ''],
    ...(program.customers_held_out > 0
      ? [[said.heldOut, format.number(program.customers_held_out), '']]
      : []),
  ];
  return [rule(said.title, program.program), ...indented(table([head, ...rules, ...rest], '<>>'))];
}

/** What is odd about the rules of a program. */
export function summarizeWarnings({warnings}: Rewards, {words}: Locale): string[] {
  return warnings.map(({kind, rule: id, other}) => words.club.odd[kind](id, other ?? ''));
}

/** What the points of a program would have come to in the shop's past. */
export function summarizePoints(points: PointsOutcome, {words, format}: Locale): string[] {
  const {club: said} = words;
  const head = [said.columns.rule, said.columns.times, said.columns.customers, said.columns.points];
  const rules = points.rules.map(({rule: name, kind, times, customers, points: earned}) => [
    name,
    format.number(times),
    format.number(customers),
    kind === 'times' ? said.multiplies : format.number(earned),
  ]);
  const spending = points.spending.map(({spending: way, balances, paid, outstanding}) => [
    said.spending[way],
    format.number(balances.redeemed),
    format.number(balances.expired),
    format.number(balances.active + balances.pending),
    format.money(paid),
    format.money(outstanding),
  ]);
  const tiers = points.tiers.map(({tier, customers, reached}) => [
    tier,
    format.number(customers),
    format.number(reached),
  ]);
  const {cost, revenue_share: share, uplift, test_customers: needed} = points.break_even;
  return [
    rule(said.title),
    ...indented([
      said.earned(
        format.count(points.earned),
        format.count(points.rewarded),
        format.count(points.customers),
        format.date(points.from),
        format.date(points.as_of),
      ),
      ...(points.undecided > 0 ? [said.undecided(format.count(points.undecided))] : []),
      '',
      ...table([head, ...rules], '<>>>'),
      '',
      ...table([['', ...said.balance], ...spending], '<>>>>>'),
      ...(tiers.length > 0 ? ['', ...table([said.tiers, ...tiers], '<>>')] : []),
      ...(points.budget?.exhausted
        ? ['', said.exhausted(format.date(points.budget.exhausted))]
        : []),
      '',
      share === null
        ? said.cost(format.money(cost))
        : said.costShare(format.money(cost), format.percent(share)),
      uplift === null
        ? said.noMargin
        : said.uplift(format.percent(uplift), needed === null ? null : format.count(needed)),
      said.notUplift,
    ]),
  ];
}

function pairs({recommendations}: Report, {words, format}: Locale): string[] {
  const {baskets} = words;
  const title = rule(baskets.title);
  switch (recommendations.status) {
    case 'no_product_column':
      return [title, ...indented([words.frame.noProducts])];
    case 'too_little_data':
      return [title, ...indented([baskets.tooLittle])];
    case 'ready': {
      const {columns} = baskets;
      if (recommendations.pairs.length === 0) return [title, ...indented([baskets.noPairs])];
      const rows = recommendations.pairs
        .slice(0, kPairs)
        .map((pair) => [
          shortened(pair.product, 36),
          shortened(pair.with, 36),
          baskets.people(format.number(pair.customers_both), format.number(pair.customers_product)),
          format.number(pair.cosine, 2),
        ]);
      const head = [columns.product, columns.with, columns.people, columns.strength];
      return [title, ...indented(table([head, ...rows], '<<>>'))];
    }
  }
}

/** What each rule of cleaning that found something did, or would do. */
function cleaning(effects: readonly RuleEffect[], locale: Locale): string[] {
  const {words, format} = locale;
  const {title, rule: rules, found} = words.cleaning;
  const lines = effects.flatMap((effect) => [
    `${rules[effect.rule][effect.on ? 'on' : 'off']}${words.frame.dot}${found(format.count(effect.count))}`,
    `    ${effectSentence(effect, effect.on, locale)}`,
  ]);
  return [rule(title), ...indented(lines)];
}

function health({intake}: Report, {code, words, format}: Locale): string[] {
  const said = words.health;
  const own = kWords[code];
  const files = intake.files.map((file) => [
    shortened(file.name, 40),
    own.file(
      format.number(file.rows_read),
      format.number(file.rows_kept),
      format.number(file.rows_rejected),
    ),
    [
      said.profile(file.profile),
      file.encoding,
      said.separator(file.dialect.delimiter),
      file.dialect.header_line > 0 ? own.header(file.dialect.header_line) : own.noHeader,
      ...(file.replaced_characters > 0
        ? [own.replaced(format.number(file.replaced_characters))]
        : []),
    ].join(words.frame.dot),
  ]);
  const issues = intake.issues.flatMap((issue) => {
    const shown = issue.examples.slice(0, kExamples);
    const examples = shown.map(({file, row, column, text}) =>
      shortened(own.line(file, String(row), column, text), kWidth - 6),
    );
    const rest = issue.count - shown.length;
    return [
      `${said.issue[issue.kind](format.count(issue.count))}${words.frame.dot}${said.effect[issue.effect]}`,
      ...examples.map((line) => `    ${line}`),
      ...(rest > 0 ? [`    ${own.more(format.number(rest))}`] : []),
    ];
  });
  const skipped = intake.skipped.map(({name, reason}) =>
    own.skipped(name, own.trouble[reason]({detail: ''})),
  );
  const rejected = intake.files.some((file) => file.rows_rejected > 0);
  return [
    rule(said.title),
    ...indented(table(files, '<<<')),
    ...indented(skipped),
    ...indented(issues.length > 0 ? issues : [said.noIssues]),
    ...indented(rejected ? [own.rejectsHint] : []),
  ];
}

/** A heading with a line behind it, and what is said at its end. */
function rule(title: string, end = ''): string {
  const tail = end && ` ${end}`;
  return `── ${title} ${'─'.repeat(Math.max(2, kWidth - widthOf(title) - widthOf(tail) - 4))}${tail}`;
}

function indented(lines: string[]): string[] {
  return lines.map((line) => (line ? `  ${line}` : line));
}
