/** The project: a small document of what was decided, saved and dropped like any file. Of orders it holds corrected rows alone. */
import {EngineError} from '../engine/errors.js';
import {handoutsAt} from '../engine/handouts.js';
import type {
  AudienceTarget,
  CardKind,
  CleaningRule,
  CohortBy,
  CohortPeriod,
  ColumnMap,
  RfmOptions,
  RfmThresholds,
  ScoreBand,
  StatusMeaning,
} from '../engine/protocol.js';
import type {CohortMeasure} from '../i18n/return-words.js';
import type {Aside, AsideHow} from './aside.js';
import {kNoAudience, kTargets, type AudienceChoice} from './audience-choice.js';
import {
  countAt,
  dayAt,
  isCount,
  listAt,
  numberAt,
  objectAt,
  textAt,
  textsAt,
  wordAt,
  wrong,
} from './checked.js';
import {kLongestText, kLongestTitle, kNoPaper, kPins, type Paper} from './pins.js';
import {kLongestNote, kMostTags, tidyTag, type Remark} from './remarks.js';
import {
  kDefaultCohorts,
  type CohortChoice,
  type Match,
  type Rates,
  type RowMend,
  type Settings,
} from './settings.js';
import {kSegmentSchemes, snapshotAt, snapshotDocument, type Snapshot} from './snapshot.js';

export const kProjectName = 'shop.regulars.json';

/** What a document of ours is told by. */
const kFormat = 'regulars-project';
const kVersion = 1;

export interface Project {
  settings: Settings;
  /** The figures when it was saved; null where there were none. */
  snapshot: Snapshot | null;
}

const kRules: readonly CleaningRule[] = [
  'newest_export',
  'drop_copies',
  'drop_near_copies',
  'leave_out_test_orders',
  'leave_out_free_orders',
  'leave_out_future_orders',
  'pair_refunds',
  'merge_customers',
];
const kMeanings: readonly StatusMeaning[] = ['counted', 'cancelled', 'refunded', 'unpaid'];
const kPeriods: readonly CohortPeriod[] = ['week', 'month', 'quarter'];
const kBeginnings: readonly CohortBy[] = [
  'first_order',
  'first_product',
  'first_discount',
  'first_channel',
];
const kMeasures: readonly CohortMeasure[] = [
  'share',
  'customers',
  'orders',
  'revenue',
  'cumulative_value',
];
const kCards: readonly CardKind[] = ['due_not_come', 'slipped_champions', 'cohort_below_elder'];
const kHows: readonly AsideHow[] = ['done', 'later', 'hidden'];
/** As many as the engine takes, and as long. */
const kMostRules = 100;
const kLongestName = 100;

/** By its name: what a project says of itself is looked at later. */
export function isProjectName(name: string): boolean {
  return /\.json$/i.test(name);
}

export function projectText({settings, snapshot}: Project): string {
  const {rules, apart, mends, matches, rates, rfm, cohorts, aside, remarks, audience} = settings;
  const {handouts, paper, program} = settings;
  const document = {
    format: kFormat,
    version: kVersion,
    matches,
    rates,
    cleaning: {rules, apart, mends},
    ...(rfm === null ? {} : {segments: rfm}),
    cohorts,
    week: {aside},
    customers: remarks,
    audience,
    report: paper,
    ...(handouts.length === 0 ? {} : {handouts}),
    ...(program === null ? {} : {program: JSON.parse(program) as unknown}),
    ...(snapshot === null ? {} : {snapshot: snapshotDocument(snapshot)}),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Throws `invalid_json`, or `invalid_option` with the path of what is wrong. */
export function projectOf(text: string): Project {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new EngineError('invalid_json');
  }
  const root = objectAt(document, '');
  if (root['format'] !== kFormat) wrong('format');
  if (root['version'] !== kVersion) wrong('version');
  const cleaning = objectAt(root['cleaning'] ?? {}, 'cleaning');
  const settings = {
    rules: rulesAt(cleaning['rules'] ?? {}, 'cleaning.rules'),
    apart: textsAt(cleaning['apart'] ?? [], 'cleaning.apart'),
    mends: listAt(cleaning['mends'] ?? [], 'cleaning.mends').map((one, index) =>
      mendAt(one, `cleaning.mends.${index}`),
    ),
    matches: listAt(root['matches'] ?? [], 'matches').map((one, index) =>
      matchAt(one, `matches.${index}`),
    ),
    rates: ratesAt(root['rates'] ?? null, 'rates'),
    rfm: root['segments'] === undefined ? null : rfmAt(root['segments'], 'segments'),
    cohorts: cohortsAt(root['cohorts'] ?? {}, 'cohorts'),
    aside: asideAt(objectAt(root['week'] ?? {}, 'week')['aside'] ?? [], 'week.aside'),
    remarks: remarksAt(root['customers'] ?? [], 'customers'),
    audience: audienceAt(root['audience'] ?? {}, 'audience'),
    paper: paperAt(root['report'] ?? {}, 'report'),
    program: root['program'] === undefined ? null : JSON.stringify(root['program'], null, 2),
    handouts: handoutsAt(root['handouts'] ?? [], 'handouts'),
  };
  const {snapshot} = root;
  return {
    settings,
    snapshot: snapshot === undefined ? null : snapshotAt(snapshot, 'snapshot'),
  };
}

function cohortsAt(value: unknown, path: string): CohortChoice {
  const {period, by, measure} = {...kDefaultCohorts, ...objectAt(value, path)};
  return {
    period: wordAt(period, kPeriods, `${path}.period`),
    by: wordAt(by, kBeginnings, `${path}.by`),
    measure: wordAt(measure, kMeasures, `${path}.measure`),
  };
}

function asideAt(value: unknown, path: string): Aside[] {
  const all = listAt(value, path).map((one, index) => {
    const aside = objectAt(one, `${path}.${index}`);
    const until = aside['until'] ?? null;
    return {
      kind: wordAt(aside['kind'], kCards, `${path}.${index}.kind`),
      how: wordAt(aside['how'], kHows, `${path}.${index}.how`),
      on: dayAt(aside['on'], `${path}.${index}.on`),
      until: until === null ? null : dayAt(until, `${path}.${index}.until`),
      customers: countAt(aside['customers'], `${path}.${index}.customers`),
    };
  });
  if (new Set(all.map(({kind}) => kind)).size < all.length) wrong(path);
  return all;
}

function remarksAt(value: unknown, path: string): Remark[] {
  const all = listAt(value, path).map((one, index) => {
    const remark = objectAt(one, `${path}.${index}`);
    const customer = textAt(remark['customer'], `${path}.${index}.customer`);
    const note = textAt(remark['note'] ?? '', `${path}.${index}.note`);
    const tags = textsAt(remark['tags'] ?? [], `${path}.${index}.tags`);
    if (note.length > kLongestNote) wrong(`${path}.${index}.note`);
    if (tags.length > kMostTags || tags.some((tag) => tag === '' || tag !== tidyTag(tag)))
      wrong(`${path}.${index}.tags`);
    return {customer, note, tags};
  });
  if (new Set(all.map(({customer}) => customer)).size < all.length) wrong(path);
  return all;
}

function audienceAt(value: unknown, path: string): AudienceChoice {
  const {target, tag, given} = {...kNoAudience, ...objectAt(value, path)};
  const targetAt = (one: unknown, place: string): AudienceTarget => wordAt(one, kTargets, place);
  return {
    target: targetAt(target, `${path}.target`),
    tag: tag === null ? null : textAt(tag, `${path}.tag`),
    given: listAt(given, `${path}.given`).map((one, index) =>
      targetAt(one, `${path}.given.${index}`),
    ),
  };
}

function paperAt(value: unknown, path: string): Paper {
  const paper = {...kNoPaper, ...objectAt(value, path)};
  const title = textAt(paper.title, `${path}.title`);
  const text = textAt(paper.text, `${path}.text`);
  const pins = listAt(paper.pins, `${path}.pins`).map((pin, index) =>
    wordAt(pin, kPins, `${path}.pins.${index}`),
  );
  if (title.length > kLongestTitle) wrong(`${path}.title`);
  if (text.length > kLongestText) wrong(`${path}.text`);
  if (new Set(pins).size < pins.length) wrong(`${path}.pins`);
  return {title, text, pins};
}

function rfmAt(value: unknown, path: string): RfmOptions {
  const {scheme: word, rules: list, thresholds: cuts} = objectAt(value, path);
  const scheme = wordAt(word, kSegmentSchemes, `${path}.scheme`);
  const rules = listAt(list ?? [], `${path}.rules`).map((one, index) =>
    ruleAt(one, `${path}.rules.${index}`),
  );
  if (rules.length > kMostRules || (scheme === 'own') !== rules.length > 0) wrong(`${path}.rules`);
  return {
    scheme,
    ...(scheme === 'own' ? {rules} : {}),
    ...(cuts === undefined ? {} : {thresholds: thresholdsAt(cuts, `${path}.thresholds`)}),
  };
}

function ruleAt(value: unknown, path: string): NonNullable<RfmOptions['rules']>[number] {
  const rule = objectAt(value, path);
  const name = textAt(rule['name'], `${path}.name`);
  if (name === '' || new TextEncoder().encode(name).length > kLongestName) wrong(`${path}.name`);
  const band = (letter: 'r' | 'f' | 'm') =>
    rule[letter] === undefined ? {} : {[letter]: bandAt(rule[letter], `${path}.${letter}`)};
  return {name, ...band('r'), ...band('f'), ...band('m')};
}

function bandAt(value: unknown, path: string): ScoreBand {
  const [from, to = from, ...more] = Array.isArray(value) ? (value as unknown[]) : [value];
  const isScore = (one: unknown): one is number => isCount(one) && one >= 1 && one <= 5;
  if (!isScore(from) || !isScore(to) || from > to || more.length > 0) wrong(path);
  return [from, to];
}

function thresholdsAt(value: unknown, path: string): RfmThresholds {
  const given = objectAt(value, path);
  const cuts = (letter: 'r' | 'f' | 'm'): number[] => {
    const list = listAt(given[letter], `${path}.${letter}`).map((cut, index) =>
      numberAt(cut, `${path}.${letter}.${index}`),
    );
    const falls = list.some((cut, index) => cut < (list[index - 1] ?? -Infinity));
    if (list.length !== 4 || falls) wrong(`${path}.${letter}`);
    return list;
  };
  return {r: cuts('r'), f: cuts('f'), m: cuts('m')};
}

function matchAt(value: unknown, path: string): Match {
  const match = objectAt(value, path);
  const {encoding, day_order: order, name, place} = match;
  if (name !== undefined && typeof name !== 'string') wrong(`${path}.name`);
  if (place !== undefined && !isCount(place)) wrong(`${path}.place`);
  if (encoding !== undefined && typeof encoding !== 'string') wrong(`${path}.encoding`);
  if (order !== undefined && order !== 'day_first' && order !== 'month_first')
    wrong(`${path}.day_order`);
  return {
    header: textsAt(match['header'], `${path}.header`),
    ...(name === undefined ? {} : {name}),
    ...(place === undefined ? {} : {place}),
    columns: columnsAt(match['columns'] ?? {}, `${path}.columns`),
    statuses: statusesAt(match['statuses'] ?? {}, `${path}.statuses`),
    ...(encoding === undefined ? {} : {encoding}),
    ...(order === undefined ? {} : {day_order: order}),
  };
}

function mendAt(value: unknown, path: string): RowMend {
  const {row: known, mending, text: corrected} = objectAt(value, path);
  const {file, place, row, offset, text} = objectAt(known, `${path}.row`);
  if (typeof file !== 'string' || typeof text !== 'string') wrong(`${path}.row`);
  if (!isCount(place) || !isCount(row) || !isCount(offset)) wrong(`${path}.row`);
  const of = {row: {file, place, row, offset, text}};
  if (mending === 'kept') return {...of, mending};
  if (mending !== 'fixed') wrong(`${path}.mending`);
  if (typeof corrected !== 'string') wrong(`${path}.text`);
  return {...of, mending, text: corrected};
}

function columnsAt(value: unknown, path: string): ColumnMap {
  const columns = objectAt(value, path);
  for (const [role, column] of Object.entries(columns)) {
    const isPosition = typeof column === 'number' && Number.isInteger(column) && column >= 1;
    if (!isPosition && typeof column !== 'string' && column !== null) wrong(`${path}.${role}`);
  }
  return columns;
}

function statusesAt(value: unknown, path: string): Match['statuses'] {
  const statuses = objectAt(value, path);
  for (const [word, meaning] of Object.entries(statuses))
    if (!kMeanings.includes(meaning as StatusMeaning)) wrong(`${path}.${word}`);
  return statuses as Match['statuses'];
}

function rulesAt(value: unknown, path: string): Settings['rules'] {
  const rules = objectAt(value, path);
  for (const [rule, on] of Object.entries(rules))
    if (!kRules.includes(rule as CleaningRule) || typeof on !== 'boolean') wrong(`${path}.${rule}`);
  return rules;
}

function ratesAt(value: unknown, path: string): Rates | null {
  if (value === null) return null;
  const {into, of} = objectAt(value, path);
  if (typeof into !== 'string') wrong(`${path}.into`);
  const rates = objectAt(of, `${path}.of`);
  for (const [currency, rate] of Object.entries(rates))
    if (typeof rate !== 'number' || !(rate > 0)) wrong(`${path}.of.${currency}`);
  return {into, of: rates as Record<string, number>};
}
