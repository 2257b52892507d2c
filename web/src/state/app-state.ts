/** Everything the page knows, as one value that is replaced and never changed. */
import type {
  AwardRow,
  CardKind,
  CustomerColumn,
  CustomerDetail,
  CustomerWhy,
  EngineErrorBody,
  ErrorCode,
  Move,
  Report,
  RhythmState,
  RuleEffect,
  Season,
} from '../engine/protocol.js';
import type {ReadProgress} from '../engine/reading.js';
import type {Sliceable} from '../engine/source.js';
import type {Screen, TextSize, Theme} from '../i18n/frame-words.js';
import type {LanguageCode} from '../i18n/locale.js';
import type {Sheet} from './looking.js';
import type {History, RowMend, Settings} from './settings.js';
import type {Saved} from './snapshot.js';

export type {Screen, TextSize, Theme} from '../i18n/frame-words.js';
export type {ProgramText} from './settings.js';

export interface AppState {
  language: LanguageCode;
  theme: Theme;
  textSize: TextSize;
  /** What was decided about the files; kept for the next ones. */
  settings: Settings;
  /** The project that was opened last; empty where none was. */
  project: string;
  /** The figures when that project was saved; null where it holds none. */
  saved: Saved | null;
  /** What the project file knows, as it was opened or written last. */
  kept: Settings;
  stage: Stage;
}

export type Stage = Empty | Reading | Matching | Failed | Ready;

/** Why something did not work: of the engine, or of a project that is none. */
export type Trouble = Omit<EngineErrorBody, 'code'> & {code: ErrorCode | 'invalid_project'};

/** A file as far as it matters here: a name, and bytes that can be read in slices. */
export type ShopFile = Sliceable & {name: string};

/** What the shopkeeper gave us. */
export interface Batch {
  files: readonly ShopFile[];
  /** Whether it is the sample shop. */
  sample: boolean;
}

export interface Empty {
  name: 'empty';
  /** The last reading was stopped. */
  cancelled: boolean;
}

export interface Reading {
  name: 'reading';
  batch: Batch;
  phase: 'starting' | 'reading' | 'analyzing';
  progress: ReadProgress | null;
  /** Until all is read; null while nobody can tell. */
  secondsLeft: number | null;
  abort: AbortController;
  /** Where a reading that is stopped leads; null: to the beginning. */
  back: Return | null;
}

/** What was on the screen before files are read again, and what had been decided then. */
export interface Return {
  stage: Ready | Matching;
  settings: Settings;
}

/** A person says what is what. */
export interface Matching {
  name: 'matching';
  batch: Batch;
  sheets: readonly Sheet[];
  /** The one on the screen. */
  current: number;
  /** The engine is trying the last choice. */
  busy: boolean;
  /** The report that was left for this. */
  back: Ready | null;
}

export interface Failed {
  name: 'failed';
  batch: Batch;
  error: Trouble;
  /** How far reading had come when the engine died. */
  progress: ReadProgress | null;
}

export interface Ready {
  name: 'ready';
  batch: Batch;
  /** The tables in the files, as they were understood before they were read. */
  sheets: readonly Sheet[];
  report: Report;
  history: History;
  cleaning: CleaningState;
  screen: Screen;
  view: CustomerView;
  customer: OpenCustomer | null;
  program: ProgramState;
  /** The list for another program that is being made. */
  audience: OpenAudience | null;
  /** The file that is being written, or was written last. */
  saving: {file: SavedFile; done: boolean} | null;
}

export interface CleaningState {
  /** The files are being looked at anew. */
  busy: boolean;
  /** null until the engine answers. */
  effects: readonly RuleEffect[] | null;
  /** The corrections whose rows were found, with their places among the rejected. */
  mends: readonly MendInForce[];
  /** The corrections whose rows are not among the rejected. */
  lost: readonly RowMend[];
  /** Rejected rows whose correction did not make them usable. */
  refused: readonly number[];
  /** The figures before the last step. */
  before: Headline | null;
  /** Why the last step could not be done. */
  error: EngineErrorBody | null;
}

export interface MendInForce {
  reject: number;
  mend: RowMend;
}

/** What a step of cleaning is judged by. */
export interface Headline {
  orders: number;
  customers: number;
  revenue: number | null;
}

/** What customers did, as a mark of a picture counts it. */
export type Deed =
  /** They are of a cohort of the report, by place, and ordered so many periods after the first; null: whenever. */
  | {did: 'cohort'; cohort: number; age: number | null}
  /** They ordered between two days, both included; `again`: and before. */
  | {did: 'ordered' | 'again'; from: string; to: string}
  /** Their second order day came so many days after the first, or sooner. */
  | {did: 'second'; within: number}
  /** A period of the flow, by place and by name. */
  | {did: 'moved'; move: Exclude<Move, 'new'>; place: number; period: string}
  /** Places by revenue: 1 brought most. */
  | {did: 'ranked'; from: number; to: number}
  | {did: 'season'; season: Season; of: number};

/** Which customers the table shows; null and the empty text keep nobody out. */
export interface CustomerFilter {
  segment: string | null;
  cluster: number | null;
  /** Where customers stand in their own rhythm. */
  state: RhythmState | null;
  cell: {r: number; f: number} | null;
  /** Days between which the first order lies, both included. */
  began: {from: string; to: string} | null;
  /** How often they came back, and the days since the last order; both ends included, null: no end. */
  habit: {frequency: [number, number | null]; since: [number, number]} | null;
  deed: Deed | null;
  /** Of what to do this week. */
  card: CardKind | null;
  /** Of those the owner gave tags. */
  tag: string | null;
  search: string;
}

/** And in what order. */
export interface CustomerView extends CustomerFilter {
  sort: CustomerColumn;
  descending: boolean;
}

/** Whom a list for another program is to hold, and how far it has come. */
export interface OpenAudience {
  view: CustomerView;
  state: 'open' | 'writing' | 'written';
}

export interface OpenCustomer {
  id: number;
  /** Their place in the table as it is sorted and filtered, from 0 on; null where nobody knows. */
  at: number | null;
  /** null until the engine answers. */
  detail: CustomerDetail | null;
  /** What the points of the program came to; null where it has none. */
  club: AwardRow | null;
  /** Why the program gives what it does; null where that was not to be had. */
  why?: CustomerWhy | null;
}

export interface ProgramState {
  busy: boolean;
  /** Why the last one was refused. */
  error: EngineErrorBody | null;
}

export type SavedFile = 'customers' | 'lines' | 'rejects' | 'rewards' | 'nearly' | 'report';

export const kNoFilter: CustomerFilter = {
  segment: null,
  cluster: null,
  state: null,
  cell: null,
  began: null,
  habit: null,
  deed: null,
  card: null,
  tag: null,
  search: '',
};

export const kEverybody: CustomerView = {...kNoFilter, sort: 'revenue', descending: true};

export const kUntouched: CleaningState = {
  busy: false,
  effects: null,
  mends: [],
  lost: [],
  refused: [],
  before: null,
  error: null,
};

export const kDefaultProgram: ProgramState = {busy: false, error: null};
