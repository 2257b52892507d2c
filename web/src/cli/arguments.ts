/** The command line: words in, a command out, or a Misuse. */
import {parseArgs} from 'node:util';
import {EngineError} from '../engine/errors.js';
import {namedEncoding} from '../engine/encoding.js';
import {kTableModels} from '../engine/protocol.js';
import type {AudienceTarget, TableModel} from '../engine/protocol.js';
import {zoneTable} from '../engine/zone.js';
import {kLanguages, nearestLanguage} from '../i18n/locale.js';
import type {LanguageCode} from '../i18n/locale.js';
import type {Misuse} from './words.js';

export class UsageError extends Error {
  constructor(
    readonly misuse: Misuse,
    readonly detail = '',
  ) {
    super(`${misuse} ${detail}`);
  }
}

/** How the files of a shop are read, and until when and with which program they are looked at. */
export interface ShopOptions {
  files: string[];
  asOf?: string;
  zone?: string;
  currency?: string;
  columns?: string;
  program?: string;
  encoding?: string;
}

export interface AnalyzeCommand extends ShopOptions {
  verb: 'analyze';
  /** Output paths; `-` is standard output. */
  json?: string;
  customers?: string;
  lines?: string;
  rejects?: string;
  audience?: string;
  /** The program that the audience is for. */
  target?: AudienceTarget;
}

export interface RewardCommand extends ShopOptions {
  verb: 'reward';
  program: string;
  /** Output paths; `-` is standard output. */
  json?: string;
  ledger?: string;
  nearly?: string;
  /** A sign of the customer to explain it for. */
  why?: string;
}

export interface HandoutCommand extends ShopOptions {
  verb: 'handout';
  program: string;
  offer: string;
  target: AudienceTarget;
  /** The project that keeps what was handed out. */
  record: string;
  /** Output paths; `-` is standard output. */
  to: string;
  codes?: string;
  issued?: string;
  life?: string;
  /** Days in which nobody is given anything again. */
  rest: number;
}

export interface AllocateCommand extends ShopOptions {
  verb: 'allocate';
  /** In whole units of money, as they were written. */
  budget: number;
  offers: {amount: number; effect: number}[];
  margin?: number;
  pause?: number;
  json?: string;
  list?: string;
}

export interface CellsCommand {
  verb: 'cells';
  file: string;
  json?: string;
  encoding?: string;
}

export interface FitCommand {
  verb: 'fit';
  model: TableModel;
  file: string;
  unit: 'days' | 'weeks';
  /** Days, whatever the unit; for bg_bb periods. */
  predict?: number;
  /** Columns of what is known of customers. */
  covariates?: string[];
  json?: string;
}

export interface LedgerCommand {
  verb: 'ledger';
  files: string[];
}

export interface LogicCommand {
  verb: 'logic';
  files: string[];
  profile: 'compat' | 'strict';
}

export type Command =
  | AllocateCommand
  | AnalyzeCommand
  | CellsCommand
  | FitCommand
  | HandoutCommand
  | LedgerCommand
  | LogicCommand
  | RewardCommand
  | {verb: 'help'}
  | {verb: 'version'};

const kTargets: readonly AudienceTarget[] = ['mailchimp', 'klaviyo', 'shopify', 'plain', 'excel'];

const kOfShop = ['as-of', 'zone', 'currency', 'columns', 'program', 'encoding'] as const;

const kOptions = {
  allocate: ['budget', 'reward', 'margin', 'pause', 'json', 'list', ...kOfShop],
  analyze: ['json', 'rejects', 'customers', 'lines', 'audience', 'for', ...kOfShop],
  cells: ['json', 'encoding'],
  fit: ['unit', 'predict', 'covariates', 'json'],
  handout: ['offer', 'for', 'to', 'codes', 'record', 'issued', 'life', 'rest', ...kOfShop],
  ledger: [],
  logic: ['profile'],
  reward: ['json', 'ledger', 'nearly', 'why', ...kOfShop],
} as const;

/** The language of the answers: as asked, else as the system's. Never throws: the complaint itself needs a language. */
export function languageOf(words: readonly string[], environment: NodeJS.ProcessEnv): LanguageCode {
  const asked = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = words[asked];
  const wanted = word?.includes('=') ? word.slice('--lang='.length) : words[asked + 1];
  if (asked >= 0 && kLanguages.some(({code}) => code === wanted)) return wanted as LanguageCode;
  return nearestLanguage(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG);
}

export function parseCommand(words: readonly string[]): Command {
  if (words.includes('--help') || words.includes('-h')) return {verb: 'help'};
  if (words.includes('--version')) return {verb: 'version'};
  const [verb, ...rest] = words;
  if (verb === undefined) throw new UsageError('no_verb');
  switch (verb) {
    case 'allocate':
      return parseAllocate(rest);
    case 'analyze':
      return parseAnalyze(rest);
    case 'cells':
      return parseCells(rest);
    case 'fit':
      return parseFit(rest);
    case 'handout':
      return parseHandout(rest);
    case 'ledger':
      return {verb, files: parse(rest, kOptions.ledger).files};
    case 'logic':
      return parseLogic(rest);
    case 'reward':
      return parseReward(rest);
    default:
      throw new UsageError(verb.startsWith('-') ? 'no_verb' : 'unknown_verb', verb);
  }
}

function parseAnalyze(words: string[]): AnalyzeCommand {
  const {files, values} = parse(words, kOptions.analyze);
  const {json, customers, lines, rejects, audience} = values;
  const target = targetOf(audience, values.for);
  checkOutputs([json, customers, lines, rejects, audience]);
  const outputs = {json, customers, lines, rejects, audience, target};
  return {verb: 'analyze', files, ...outputs, ...ofShop(values)};
}

function parseReward(words: string[]): RewardCommand {
  const {files, values} = parse(words, kOptions.reward);
  const {json, ledger, nearly, why, program} = values;
  if (program === undefined) throw new UsageError('no_program');
  checkOutputs([json, ledger, nearly]);
  return {verb: 'reward', files, json, ledger, nearly, why, ...ofShop(values), program};
}

function parseHandout(words: string[]): HandoutCommand {
  const {files, values} = parse(words, kOptions.handout);
  const {offer, to, codes, record, issued, life, program} = values;
  if (program === undefined) throw new UsageError('no_program');
  if (offer === undefined || offer.trim() === '') throw new UsageError('no_offer');
  if (to === undefined) throw new UsageError('no_list');
  if (record === undefined || record === '-') throw new UsageError('no_record');
  if (issued !== undefined && !isDay(issued)) throw new UsageError('bad_issued', issued);
  if (life !== undefined && !/^(unlimited|\d+[smhDWMY](_[UD][DWMY]?)?)$/.test(life))
    throw new UsageError('bad_life', life);
  const rest = Number(values.rest ?? 0);
  if (!Number.isInteger(rest) || rest < 0 || rest > 36_525)
    throw new UsageError('bad_rest', values.rest);
  const target = targetOf(to, values.for) ?? 'plain';
  checkOutputs([to, codes]);
  const outputs = {to, codes, record, target};
  return {
    verb: 'handout',
    files,
    offer,
    issued,
    life,
    rest,
    ...outputs,
    ...ofShop(values),
    program,
  };
}

function parseAllocate(words: string[]): AllocateCommand {
  const {files, values} = parse(words, kOptions.allocate);
  const {json, list} = values;
  const budget = Number(values.budget);
  if (!(budget >= 0 && budget <= 1e9)) throw new UsageError('bad_budget', values.budget);
  const offers = (values.reward ?? '').split(',').map((word) => {
    const [amount = 0, effect = 0] = word.split(':').map(Number);
    if (!(amount > 0 && amount <= 1e9 && effect > 0 && effect <= 1))
      throw new UsageError('bad_reward', values.reward);
    return {amount, effect};
  });
  if (offers.length > 5) throw new UsageError('bad_reward', values.reward);
  const margin = values.margin === undefined ? undefined : Number(values.margin);
  if (margin !== undefined && !(margin > 0 && margin <= 1))
    throw new UsageError('bad_margin', values.margin);
  const pause = values.pause === undefined ? undefined : Number(values.pause);
  if (pause !== undefined && !(Number.isInteger(pause) && pause >= 0 && pause <= 36_525))
    throw new UsageError('bad_pause', values.pause);
  checkOutputs([json, list]);
  return {verb: 'allocate', files, budget, offers, margin, pause, json, list, ...ofShop(values)};
}

function ofShop(
  values: Partial<Record<(typeof kOfShop)[number], string>>,
): Omit<ShopOptions, 'files'> {
  const {zone, currency, columns, program, encoding} = values;
  const asOf = values['as-of'];
  if (asOf !== undefined && !isDay(asOf)) throw new UsageError('bad_date', asOf);
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency))
    throw new UsageError('bad_currency', currency);
  if (zone !== undefined) known(() => zoneTable(zone), 'bad_zone', zone);
  if (encoding !== undefined) known(() => namedEncoding(encoding), 'bad_encoding', encoding);
  return {asOf, zone, currency, columns, program, encoding};
}

function targetOf(audience?: string, word?: string): AudienceTarget | undefined {
  if (audience === undefined) {
    if (word !== undefined) throw new UsageError('target_alone', word);
    return undefined;
  }
  const target = kTargets.find((known) => known === (word ?? 'plain'));
  if (target === undefined) throw new UsageError('bad_target', word);
  return target;
}

function parseCells(words: string[]): CellsCommand {
  const {files, values} = parse(words, kOptions.cells);
  const {json, encoding} = values;
  const [file = '-', second] = files;
  if (second !== undefined) throw new UsageError('too_many_files', second);
  if (encoding !== undefined) known(() => namedEncoding(encoding), 'bad_encoding', encoding);
  return {verb: 'cells', file, json, encoding};
}

function parseFit(words: string[]): FitCommand {
  const {files, values} = parse(words, kOptions.fit);
  const {unit = 'days', json} = values;
  const [name = '', file, third] = files;
  const model = kTableModels.find((known) => known === name);
  if (model === undefined) throw new UsageError('bad_model', name);
  if (file === undefined) throw new UsageError('missing_file');
  if (third !== undefined) throw new UsageError('too_many_files', third);
  if (unit !== 'days' && unit !== 'weeks') throw new UsageError('bad_unit', unit);
  const predict = values.predict === undefined ? undefined : Number(values.predict);
  if (predict !== undefined && !(predict > 0 && predict <= 36_525))
    throw new UsageError('bad_predict', values.predict);
  const covariates = values.covariates?.split(',').map((column) => column.trim());
  return {verb: 'fit', model, file, unit, predict, covariates, json};
}

function parseLogic(words: string[]): LogicCommand {
  const {files, values} = parse(words, kOptions.logic);
  const {profile = 'compat'} = values;
  if (profile !== 'compat' && profile !== 'strict') throw new UsageError('bad_profile', profile);
  return {verb: 'logic', files, profile};
}

function parse<Name extends string>(words: string[], names: readonly Name[]) {
  const known: string[] = [...names, 'lang'];
  const options = Object.fromEntries(known.map((name) => [name, {type: 'string'} as const]));
  const {positionals: files, tokens} = parseArgs({
    args: words,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values: Record<string, string> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const {name, rawName, value, inlineValue} = token;
    if (!known.includes(name)) throw new UsageError('unknown_option', rawName);
    const isValue = value && (inlineValue || value === '-' || !value.startsWith('-'));
    if (!isValue) throw new UsageError('missing_value', rawName);
    values[name] = value;
  }
  const {lang} = values;
  if (lang !== undefined && !kLanguages.some(({code}) => code === lang))
    throw new UsageError('bad_language', lang);
  if (files.length === 0) throw new UsageError('missing_file');
  if (files.filter((file) => file === '-').length > 1) throw new UsageError('stdin_twice');
  return {files, values: values as Partial<Record<Name, string>>};
}

function checkOutputs(outputs: readonly (string | undefined)[]): void {
  if (outputs.filter((output) => output === '-').length > 1) throw new UsageError('stdout_twice');
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // 31 February is a valid Date in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function known(ask: () => unknown, misuse: Misuse, value: string): void {
  try {
    ask();
  } catch (thrown) {
    if (thrown instanceof EngineError) throw new UsageError(misuse, value);
    throw thrown;
  }
}
