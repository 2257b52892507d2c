/** What the shopkeeper has decided about the files: one pure value, so that every step can be taken back. */
import type {HandoutRecord} from '../engine/handouts.js';
import type {
  CleaningOptions,
  CleaningRule,
  ColumnMap,
  Correction,
  FileOptions,
  CohortBy,
  CohortPeriod,
  KnownRow,
  RfmOptions,
  StatusMeaning,
} from '../engine/protocol.js';
import type {FileReadOptions} from '../engine/reading.js';
import type {CohortMeasure} from '../i18n/return-words.js';
import type {Aside} from './aside.js';
import {kNoPaper, type Paper} from './pins.js';
import type {Remark} from './remarks.js';
import {kNoAudience, type AudienceChoice} from './audience-choice.js';

/** How a table is to be read. */
export interface Choice {
  columns: ColumnMap;
  statuses: Readonly<Record<string, Exclude<StatusMeaning, 'unknown'>>>;
  encoding?: string;
  day_order?: 'day_first' | 'month_first';
}

/** A table of the files on the screen. */
export interface Table {
  name: string;
  /** Among those of its name, from 0 on. */
  place: number;
  header: readonly string[];
}

/** A choice that is remembered for tables with one header; where those are read in several ways, for the table that is called so. */
export interface Match extends Choice, Pick<Table, 'header'>, Partial<Omit<Table, 'header'>> {}

/** Units of `into` for one of another currency. */
export interface Rates {
  into: string;
  of: Readonly<Record<string, number>>;
}

/** What is to become of a rejected row, whenever it comes again. */
export type RowMend = {row: KnownRow} & Correction;

/** How those who began alike are put together, and what is shown of them. */
export interface CohortChoice {
  period: CohortPeriod;
  by: CohortBy;
  measure: CohortMeasure;
}

/** A reward program as its author wrote it; null is the default one. */
export type ProgramText = string | null;

export interface Settings {
  /** Rules of cleaning that are not as they are by default. */
  rules: Readonly<Partial<Record<CleaningRule, boolean>>>;
  /** Signs of customers that stay customers of their own. */
  apart: readonly string[];
  mends: readonly RowMend[];
  matches: readonly Match[];
  rates: Rates | null;
  /** How customers are scored and named; null: as by default. */
  rfm: RfmOptions | null;
  cohorts: CohortChoice;
  /** Cards of the week that were done or put off; one of a kind at most. */
  aside: readonly Aside[];
  /** Notes and tags of customers. */
  remarks: readonly Remark[];
  /** How the last list for another program was written. */
  audience: AudienceChoice;
  /** The report on paper. */
  paper: Paper;
  program: ProgramText;
  /** What was handed out, the oldest first. */
  handouts: readonly HandoutRecord[];
}

/** The steps before the settings in force, and those taken back; the nearest is the last of each. */
export interface History {
  past: readonly Settings[];
  future: readonly Settings[];
}

export const kNoChoice: Choice = {columns: {}, statuses: {}};
export const kDefaultCohorts: CohortChoice = {period: 'month', by: 'first_order', measure: 'share'};
export const kNoSettings: Settings = {
  rules: {},
  apart: [],
  mends: [],
  matches: [],
  rates: null,
  rfm: null,
  cohorts: kDefaultCohorts,
  aside: [],
  remarks: [],
  audience: kNoAudience,
  paper: kNoPaper,
  program: null,
  handouts: [],
};
export const kNoHistory: History = {past: [], future: []};

export function sameHeader(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

/** The name of a table, told from others of the same name. */
export function shownName({name, place}: Pick<Table, 'name' | 'place'>): string {
  return place > 0 ? `${name} (${place + 1})` : name;
}

/** What was decided for this table, else for one of its name, else for any with its header. */
export function choiceFor({matches}: Settings, {name, place, header}: Table): Choice | null {
  const own = matches.filter((one) => sameHeader(one.header, header));
  const match =
    own.find((one) => one.name === name && one.place === place) ??
    own.find((one) => one.name === name) ??
    own.find((one) => one.name === undefined) ??
    own[0];
  return match ? choiceOf(match) : null;
}

function choiceOf({columns, statuses, encoding, day_order}: Choice): Choice {
  return {
    columns,
    statuses,
    ...(encoding === undefined ? {} : {encoding}),
    ...(day_order === undefined ? {} : {day_order}),
  };
}

/**
 * Remembers the choices for all tables on the screen: by header alone as long as one choice holds for all that have it, and
 * forgotten where it chooses nothing; else each table's own, beside those of tables with the header that are not here.
 */
export function withChoices(
  settings: Settings,
  tables: readonly (Table & {choice: Choice})[],
): Settings {
  let matches: Match[] = [...settings.matches];
  for (const {header} of tables) {
    const here = tables
      .filter((one) => sameHeader(one.header, header))
      .map(({name, place, choice}): Match => ({header, name, place, ...choice}));
    const before = matches.filter((one) => sameHeader(one.header, header));
    const away = before.filter(
      ({name}) => name !== undefined && here.every((one) => one.name !== name),
    );
    const all = [...away, ...here];
    const shared = sharedChoice(all);
    const own = !shared ? all : isChoice(shared) ? [{header, ...shared}] : [];
    matches = [...matches.filter((one) => !before.includes(one)), ...own];
  }
  return {...settings, matches};
}

/** The choice that all have; null where they differ. */
function sharedChoice(matches: readonly Match[]): Choice | null {
  const [first, ...others] = matches.map((match) => choiceOf(match));
  if (!first) return null;
  return others.every((other) => sameChoice(first, other)) ? first : null;
}

function sameChoice(a: Choice, b: Choice): boolean {
  const said = (record: object) => JSON.stringify(Object.entries(record).sort());
  return (
    said(a.columns) === said(b.columns) &&
    said(a.statuses) === said(b.statuses) &&
    a.encoding === b.encoding &&
    a.day_order === b.day_order
  );
}

export function isChoice({columns, statuses, encoding, day_order}: Choice): boolean {
  const chosen = Object.keys(columns).length + Object.keys(statuses).length;
  return chosen > 0 || encoding !== undefined || day_order !== undefined;
}

/** What the engine is told of a file. */
export function readOptions({columns, statuses, encoding, day_order}: Choice): FileReadOptions {
  return {
    ...(Object.keys(columns).length > 0 ? {columns} : {}),
    ...(Object.keys(statuses).length > 0 ? {statuses} : {}),
    ...(encoding === undefined ? {} : {encoding}),
    ...(day_order === undefined ? {} : {day_order}),
  };
}

export function rateOptions({rates}: Settings): Pick<FileOptions, 'currency' | 'rates'> {
  return rates ? {currency: rates.into, rates: rates.of} : {};
}

export function cleaningOptions({rules, apart}: Settings, today: string): CleaningOptions {
  return {...rules, today, ...(apart.length > 0 ? {apart: [...apart]} : {})};
}

/** Whether going from one to the other takes reading the files again. */
export function readsOtherwise(one: Settings, other: Settings): boolean {
  return one.matches !== other.matches || one.rates !== other.rates;
}

/** Whether going from one to the other changes what counts. */
export function countsOtherwise(one: Settings, other: Settings): boolean {
  return one.rules !== other.rules || one.apart !== other.apart || one.mends !== other.mends;
}

/** Whether it changes the report at all, or only what is shown of it. */
export function reportsOtherwise(one: Settings, other: Settings): boolean {
  const isCutOtherwise =
    one.cohorts.period !== other.cohorts.period || one.cohorts.by !== other.cohorts.by;
  const isRewardedOtherwise = one.program !== other.program;
  return (
    countsOtherwise(one, other) || one.rfm !== other.rfm || isCutOtherwise || isRewardedOtherwise
  );
}

/** One mend in the place of what was said of its row before; null takes that back. */
export function withMend(
  settings: Settings,
  before: RowMend | undefined,
  mend: RowMend | null,
): Settings {
  const others = settings.mends.filter((one) => one !== before);
  return {...settings, mends: mend ? [...others, mend] : others};
}

/** What a rejected row is known by later. */
export function knownRow({file, place, row, offset, text}: KnownRow): KnownRow {
  return {file, place, row, offset, text};
}

/** A record without some of its keys. */
export function without<T extends object>(record: T, ...keys: readonly string[]): T {
  const kept = Object.entries(record).filter(([key]) => !keys.includes(key));
  return Object.fromEntries(kept) as T;
}

export function withStep({past}: History, before: Settings): History {
  return {past: [...past, before], future: []};
}
