/** The engine in this thread: turns the verbs of the protocol into calls of the Embind class. */
import {createRegulars} from '../../../wasm/regulars.mjs';
import type {RegularsModule, Session} from '../../../wasm/regulars.mjs';
import type {WasmBytes} from './engine.js';
import {EngineError, asEngineError} from './errors.js';
import type {
  AnalyzeOptions,
  AudienceCount,
  AudienceQuery,
  AwardRow,
  BeginOptions,
  CellsReport,
  Comparison,
  CsvKind,
  CsvPiece,
  CustomerDetail,
  CustomerPage,
  CustomerQuery,
  CustomerWhy,
  EngineErrorBody,
  FileIntake,
  Handout,
  HandoutFile,
  HandoutOutcome,
  HandoutQuery,
  OutcomeQuery,
  FileOptions,
  KnownRow,
  LedgerReport,
  LogicReport,
  Giving,
  GivingQuery,
  Mend,
  NearlyThere,
  Preview,
  ProgramTrial,
  Progress,
  RejectedRow,
  Report,
  RfmOptions,
  RuleEffect,
  SegmentTrial,
  ShareDifference,
  Skipped,
  TableFit,
  TableQuestion,
  Trial,
  TwoGroups,
  TwoShares,
  Verbs,
} from './protocol.js';

/** Compiles the engine and opens a visit. `create` is Emscripten's factory; tests pass their own. */
export async function openDoor(wasmBinary: WasmBytes, create = createRegulars): Promise<Door> {
  try {
    return new Door(await create({wasmBinary}));
  } catch (thrown) {
    throw asEngineError(thrown);
  }
}

/** One visit. After a trap the memory cannot be trusted: every further verb answers `engine_died`. */
export class Door implements Verbs {
  readonly #session: Session;
  #death: EngineError | undefined;
  #bytesOfFile = 0;
  #bytes = 0;
  #readMs = 0;
  #beganAt = 0;
  #skipped: Skipped[] = [];
  /** By the place of the file in the report. */
  #replaced: number[] = [];

  constructor(module: RegularsModule) {
    this.#session = new module.Session();
  }

  open(): null {
    this.#bytes = 0;
    this.#readMs = 0;
    this.#skipped = [];
    this.#replaced = [];
    return this.#call('open');
  }

  sniff(head: Uint8Array, options: {name: string; whole: boolean}): Preview {
    return this.#call('sniff', options, head);
  }

  trial(options: FileOptions): Trial {
    return this.#call('trial', options);
  }

  begin(options: BeginOptions): null {
    this.#beganAt = performance.now();
    this.#bytesOfFile = 0;
    return this.#call('begin', options);
  }

  push(bytes: Uint8Array): Progress {
    return this.#run(() => {
      this.#session.inbox(bytes.length).set(bytes);
      if (!this.#session.push(bytes.length)) throw new EngineError('wrong_stage', {detail: 'push'});
      this.#bytesOfFile += bytes.length;
      return {
        rows: this.#session.rows(),
        rejected: this.#session.rejected(),
        bytes: this.#bytesOfFile,
      };
    });
  }

  end({encoding, replaced = 0}: {encoding: string; replaced?: number}): FileIntake {
    const intake = this.#call<FileIntake>('end', {encoding});
    this.#replaced.push(replaced);
    this.#bytes += this.#bytesOfFile;
    this.#readMs += performance.now() - this.#beganAt;
    return {...intake, replaced_characters: replaced};
  }

  skip(what: Skipped): null {
    this.#skipped.push(what);
    return null;
  }

  abandon(): null {
    return this.#call('abandon');
  }

  /** The host's clock and memory, and what it kept from the engine, are put into the report here. */
  analyze(options: AnalyzeOptions): Report {
    const start = performance.now();
    const {version, intake, ...figures} = this.#call<Report>('analyze', options);
    const timings = {
      read_ms: this.#readMs,
      analyze_ms: performance.now() - start,
      bytes: this.#bytes,
      column_bytes: this.#session.columnBytes(),
      wasm_memory_bytes: this.#session.inbox(0).buffer.byteLength,
    };
    const files = intake.files.map((file, i) => ({
      ...file,
      replaced_characters: this.#replaced[i] ?? 0,
    }));
    const seen = {...intake, files, skipped: this.#skipped};
    return {version, intake: seen, ...figures, timings};
  }

  segments(options: RfmOptions): SegmentTrial {
    return this.#call('segments', options);
  }

  program(query: {program?: unknown; limit?: number}): ProgramTrial {
    return this.#call('program', query);
  }

  difference(of: TwoShares): ShareDifference | null {
    return this.#call('difference', of);
  }

  compare(groups: TwoGroups): Comparison {
    return this.#call('compare', groups);
  }

  cleaning(): RuleEffect[] {
    return this.#call('cleaning');
  }

  rejects(query: {from: number; limit: number}): {total: number; rows: RejectedRow[]} {
    return this.#call('rejects', query);
  }

  recognize(query: {rows: KnownRow[]}): (number | null)[] {
    return this.#call('recognize', query);
  }

  mend(options: {mends: Mend[]}): boolean[] {
    return this.#call('mend', options);
  }

  customers(query: CustomerQuery): CustomerPage {
    return this.#call('customers', query);
  }

  customer(query: {id: number}): CustomerDetail {
    return this.#call('customer', query);
  }

  column({name}: {name: string}): Float64Array | Int32Array {
    return this.#run(() => {
      const column = this.#session.column(name);
      if (!column) throw new EngineError('column_not_found', {detail: name});
      return column;
    });
  }

  awards(query: {from: number; limit: number}): {total: number; rows: AwardRow[]} {
    return this.#call('awards', query);
  }

  why(query: {id: number}): CustomerWhy {
    return this.#call('why', query);
  }

  nearly(query: {limit: number}): NearlyThere {
    return this.#call('nearly', query);
  }

  allocate(query: GivingQuery & {limit?: number}): Giving {
    return this.#call('allocate', query);
  }

  allocate_csv(query: GivingQuery & {from: number}): CsvPiece {
    return this.#call('allocate_csv', query);
  }

  csv(query: {kind: CsvKind; from: number}): CsvPiece {
    return this.#call('csv', query);
  }

  audience(query: AudienceQuery): AudienceCount {
    return this.#call('audience', query);
  }

  audience_csv(query: AudienceQuery & {from: number}): CsvPiece {
    return this.#call('audience_csv', query);
  }

  handout(query: HandoutQuery & {from?: number; limit?: number}): Handout {
    return this.#call('handout', query);
  }

  handout_csv(query: HandoutQuery & {file: HandoutFile; from: number}): CsvPiece {
    return this.#call('handout_csv', query);
  }

  handout_outcome(query: OutcomeQuery): HandoutOutcome {
    return this.#call('handout_outcome', query);
  }

  cells(file: Uint8Array): CellsReport {
    return this.#call('cells', undefined, file);
  }

  ledger(cases: Uint8Array): LedgerReport {
    return this.#call('ledger', undefined, cases);
  }

  logic(suite: Uint8Array, options: {profile: 'compat' | 'strict'}): LogicReport {
    return this.#call('logic', options, suite);
  }

  fit(table: Uint8Array, question: TableQuestion): TableFit {
    return this.#call('fit', question, table);
  }

  /** Gives the engine's memory back. */
  close(): void {
    if (!this.#death) this.#session.delete();
    this.#death ??= new EngineError('engine_died', {detail: 'closed'});
  }

  #call<T>(verb: string, options?: object, bytes?: Uint8Array): T {
    return this.#run(() => {
      if (bytes) this.#session.inbox(bytes.length).set(bytes);
      const text = options ? JSON.stringify(options) : '';
      return this.#answer<T>(this.#session.call(verb, bytes?.length ?? 0, text));
    });
  }

  #answer<T>(text: string): T {
    const answer = JSON.parse(text) as {ok: T} | {error: EngineErrorBody};
    if ('error' in answer) throw EngineError.from(answer.error);
    return answer.ok;
  }

  #run<T>(work: () => T): T {
    if (this.#death) throw this.#death;
    try {
      return work();
    } catch (thrown) {
      const error = asEngineError(thrown);
      if (error.code === 'engine_died') this.#death = error;
      throw error;
    }
  }
}
