/** What the shopkeeper has decided about the files: one pure value, so that every step can be taken back. */
import type {
  CleaningOptions,
  CleaningRule,
  ColumnMap,
  FileOptions,
  Mend,
  StatusMeaning,
} from '../engine/protocol.js';
import type {FileReadOptions} from '../engine/reading.js';

/** How files with one header are to be read. */
export interface Choice {
  columns: ColumnMap;
  statuses: Readonly<Record<string, Exclude<StatusMeaning, 'unknown'>>>;
  encoding?: string;
  day_order?: 'day_first' | 'month_first';
}

export interface Match extends Choice {
  header: readonly string[];
}

/** Units of `into` for one of another currency. */
export interface Rates {
  into: string;
  of: Readonly<Record<string, number>>;
}

export interface Settings {
  /** Rules of cleaning that are not as they are by default. */
  rules: Readonly<Partial<Record<CleaningRule, boolean>>>;
  /** Signs of customers that stay customers of their own. */
  apart: readonly string[];
  /** Of the files on the screen alone: never kept beyond them. */
  mends: readonly Mend[];
  matches: readonly Match[];
  rates: Rates | null;
}

/** The steps before the settings in force, and those taken back; the nearest is the last of each. */
export interface History {
  past: readonly Settings[];
  future: readonly Settings[];
}

export const kNoChoice: Choice = {columns: {}, statuses: {}};
export const kNoSettings: Settings = {rules: {}, apart: [], mends: [], matches: [], rates: null};
export const kNoHistory: History = {past: [], future: []};

export function sameHeader(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

/** What was decided for files with this header. */
export function choiceFor({matches}: Settings, header: readonly string[]): Choice | null {
  const match = matches.find((one) => sameHeader(one.header, header));
  if (!match) return null;
  const {columns, statuses, encoding, day_order} = match;
  return {
    columns,
    statuses,
    ...(encoding === undefined ? {} : {encoding}),
    ...(day_order === undefined ? {} : {day_order}),
  };
}

/** Remembers a choice by header; one that chooses nothing is forgotten. */
export function withMatch(settings: Settings, header: readonly string[], choice: Choice): Settings {
  const others = settings.matches.filter((one) => !sameHeader(one.header, header));
  const matches = isChoice(choice) ? [...others, {header, ...choice}] : others;
  return {...settings, matches};
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

/** One mend in the place of what was said of its row before; null takes it back. */
export function withMend(settings: Settings, reject: number, mend: Mend | null): Settings {
  const others = settings.mends.filter((one) => one.reject !== reject);
  return {...settings, mends: mend ? [...others, mend] : others};
}

/** A record without some of its keys. */
export function without<T extends object>(record: T, ...keys: readonly string[]): T {
  const kept = Object.entries(record).filter(([key]) => !keys.includes(key));
  return Object.fromEntries(kept) as T;
}

export function withStep({past}: History, before: Settings): History {
  return {past: [...past, before], future: []};
}
