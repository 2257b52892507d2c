/** Everything the page knows, as one value that is replaced and never changed. */
import type {
  CustomerColumn,
  CustomerDetail,
  EngineErrorBody,
  Report,
  Segment,
} from '../engine/protocol.js';
import type {ReadProgress} from '../engine/reading.js';
import type {Sliceable} from '../engine/source.js';
import type {LanguageCode} from '../i18n/locale.js';

export type Theme = 'system' | 'light' | 'dark';

export interface AppState {
  language: LanguageCode;
  theme: Theme;
  stage: Stage;
}

export type Stage = Empty | Reading | Failed | Ready;

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
  abort: AbortController;
}

export interface Failed {
  name: 'failed';
  batch: Batch;
  error: EngineErrorBody;
}

export interface Ready {
  name: 'ready';
  batch: Batch;
  report: Report;
  view: CustomerView;
  customer: OpenCustomer | null;
  program: ProgramState;
  /** The file that is being written, or was written last. */
  saving: {file: SavedFile; done: boolean} | null;
}

/** Which customers the table shows, and in what order. */
export interface CustomerView {
  segment: Segment | null;
  cluster: number | null;
  cell: {r: number; f: number} | null;
  search: string;
  sort: CustomerColumn;
  descending: boolean;
}

export interface OpenCustomer {
  id: number;
  /** null until the engine answers. */
  detail: CustomerDetail | null;
}

/** A reward program as its author wrote it; null is the default one. */
export type ProgramText = string | null;

export interface ProgramState {
  /** In force. */
  text: ProgramText;
  /** Those before it, the oldest first. */
  past: readonly ProgramText[];
  busy: boolean;
  /** Why the last one was refused. */
  error: EngineErrorBody | null;
}

export type SavedFile = 'customers' | 'lines' | 'rejects' | 'rewards' | 'report';

export const kEverybody: CustomerView = {
  segment: null,
  cluster: null,
  cell: null,
  search: '',
  sort: 'revenue',
  descending: true,
};

export const kDefaultProgram: ProgramState = {text: null, past: [], busy: false, error: null};
