/** The package's engine: reading, analysing and asking, in the words of docs/embedding.md. */
import type {Engine} from './engine.js';
import {refuseEndless} from './endless.js';
import {EngineError, inFile} from './errors.js';
import {LocalEngine} from './local.js';
import type {
  AnalyzeOptions,
  AudienceCount,
  AudienceQuery,
  AwardRow,
  CellsReport,
  CsvKind,
  CsvPiece,
  CustomerDetail,
  CustomerPage,
  CustomerQuery,
  CustomerWhy,
  FileIntake,
  Handout,
  HandoutFile,
  HandoutOutcome,
  HandoutQuery,
  OutcomeQuery,
  KnownRow,
  LedgerReport,
  LogicReport,
  Giving,
  GivingQuery,
  Mend,
  NearlyThere,
  ProgramTrial,
  RejectedRow,
  Report,
  RfmOptions,
  RuleEffect,
  SegmentTrial,
  TableFit,
  TableModel,
  TableQuestion,
} from './protocol.js';
import {previewFile, previewMembers, readFiles, readWhole} from './reading.js';
import type {FilePreview, PreviewOptions, Previews, ReadOptions} from './reading.js';
import {nameOf} from './source.js';
import type {Source} from './source.js';

export interface ReadFilesOptions extends ReadOptions {
  /** Adds to the files read before; without it a new shop begins. */
  add?: boolean;
}

/** Customer columns that are numbers; see `column`. */
export const kColumns = [
  'first_order',
  'last_order',
  'orders',
  'revenue',
  'frequency',
  'recency',
  'age',
  'value',
  'days_since_last',
  'r',
  'f',
  'm',
  'segment',
  'cluster',
  'reward',
  'state',
] as const;

export type ColumnName = (typeof kColumns)[number];

/** One shop's visit. Every method that fails throws an EngineError. */
export class RegularsEngine {
  readonly #engine: Engine;
  #columns = new Map<string, Float64Array | Int32Array>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Reads the files of one shop. The first that cannot be used ends it; those before it stay read. */
  async read(
    files: Source | readonly Source[],
    options: ReadFilesOptions = {},
  ): Promise<FileIntake[]> {
    this.#columns.clear();
    if (!options.add) await this.#engine.call('open');
    const list = isList(files) ? files : [files];
    return readFiles(this.#engine, list, options);
  }

  /** What would be understood of a file, without reading it; of an archive or workbook, of its first usable member. */
  async preview(file: Source, options: PreviewOptions = {}): Promise<FilePreview> {
    return previewFile(this.#engine, file, options);
  }

  /** The same of every member of an archive and every sheet of a workbook. */
  async previewMembers(file: Source, options: PreviewOptions = {}): Promise<Previews> {
    return previewMembers(this.#engine, file, options);
  }

  async analyze(options: AnalyzeOptions = {}): Promise<Report> {
    refuseEndless(options.program);
    this.#columns.clear();
    const report = await this.#engine.call('analyze', options);
    if (!(this.#engine instanceof LocalEngine)) {
      const columns = kColumns.map(
        async (name) => [name, await this.#engine.call('column', {name})] as const,
      );
      this.#columns = new Map(await Promise.all(columns));
    }
    return report;
  }

  /** What other schemes, rules or thresholds would make of the customers; the analysis stays as it is. */
  async segments(options: RfmOptions): Promise<SegmentTrial> {
    return this.#engine.call('segments', options);
  }

  /** What another program would come to, and who gains or loses by it: so many customers of each list. */
  async program(program: unknown, limit?: number): Promise<ProgramTrial> {
    refuseEndless(program);
    return this.#engine.call('program', {program, ...(limit === undefined ? {} : {limit})});
  }

  /** What each rule of cleaning that found something does to the figures of the last analysis. */
  async cleaning(): Promise<RuleEffect[]> {
    return this.#engine.call('cleaning');
  }

  /** Rows that were left out, whole. */
  async rejects(from = 0, limit = 100): Promise<{total: number; rows: RejectedRow[]}> {
    return this.#engine.call('rejects', {from, limit});
  }

  /** For rows that were rejected another time, their `reject` among those of now; null where none has the text. */
  async recognize(rows: KnownRow[]): Promise<(number | null)[]> {
    return this.#engine.call('recognize', {rows});
  }

  /** All corrections of rejected rows, in the place of those before; answers which rows are kept now. Analyze again afterwards. */
  async mend(mends: Mend[]): Promise<boolean[]> {
    return this.#engine.call('mend', {mends});
  }

  /** A customer column, by customer id: dates as days since 1970, segments by their place in the report, money in minor units. */
  column(name: ColumnName): Float64Array | Int32Array {
    if (this.#engine instanceof LocalEngine) return this.#engine.door.column({name});
    const column = this.#columns.get(name);
    if (column) return column;
    throw new EngineError(this.#columns.size > 0 ? 'column_not_found' : 'wrong_stage', {
      detail: name,
    });
  }

  /** A page of customers. */
  async customers(query: Partial<CustomerQuery> = {}): Promise<CustomerPage> {
    return this.#engine.call('customers', {offset: 0, limit: 100, ...query});
  }

  async customer(id: number): Promise<CustomerDetail> {
    return this.#engine.call('customer', {id});
  }

  /** What the program gives customers, a thousand at a time: `for await (const rows of engine.awards())`. */
  async *awards(): AsyncGenerator<AwardRow[], void, undefined> {
    const limit = 1000;
    for (let from = 0, total = Infinity; from < total; from += limit) {
      const page = await this.#engine.call('awards', {from, limit});
      total = page.total;
      if (page.rows.length > 0) yield page.rows;
    }
  }

  /** Why the program gives a customer what it does, and the least that would change it. */
  async why(id: number): Promise<CustomerWhy> {
    return this.#engine.call('why', {id});
  }

  /** Who misses a higher reward or the next tier by at most one usual order, the nearest first. */
  async nearly(limit = 100): Promise<NearlyThere> {
    return this.#engine.call('nearly', {limit});
  }

  /** Whom a budget for rewards goes to: so many rows of them, 20 if left out. */
  async allocate(query: GivingQuery, limit?: number): Promise<Giving> {
    return this.#engine.call('allocate', {...query, ...(limit === undefined ? {} : {limit})});
  }

  /** All of them as a CSV file, piece by piece. */
  allocateCsv(query: GivingQuery): AsyncGenerator<string, void, undefined> {
    return pieces((from) => this.#engine.call('allocate_csv', {...query, from}));
  }

  /** A CSV file, piece by piece: `for await (const text of engine.csv('customers'))`. */
  csv(kind: CsvKind): AsyncGenerator<string, void, undefined> {
    return pieces((from) => this.#engine.call('csv', {kind, from}));
  }

  /** Whom a list for another program would hold, and why not the others. */
  async audience(query: AudienceQuery): Promise<AudienceCount> {
    return this.#engine.call('audience', query);
  }

  /** That list, piece by piece. */
  audienceCsv(query: AudienceQuery): AsyncGenerator<string, void, undefined> {
    return pieces((from) => this.#engine.call('audience_csv', {...query, from}));
  }

  /** What the program gives, on its way to customers: whole, with every row. */
  async handout(query: HandoutQuery): Promise<Handout> {
    const limit = 100_000;
    const whole = await this.#engine.call('handout', {...query, limit});
    const all = whole.given + whole.held_out;
    while (whole.rows.length < all) {
      const {rows} = await this.#engine.call('handout', {
        ...query,
        from: whole.rows.length,
        limit,
      });
      whole.rows.push(...rows);
    }
    return whole;
  }

  /** A file of it, piece by piece. */
  handoutCsv(query: HandoutQuery, file: HandoutFile): AsyncGenerator<string, void, undefined> {
    return pieces((from) => this.#engine.call('handout_csv', {...query, file, from}));
  }

  /** What customers did after a hand-out, beside those held out of it. */
  async handoutOutcome(query: OutcomeQuery): Promise<HandoutOutcome> {
    return this.#engine.call('handout_outcome', query);
  }

  /** Every record of a delimited file as read; no shop meaning. */
  async cells(file: Source, options: {encoding?: string} = {}): Promise<CellsReport> {
    return naming(file, async () => {
      const {bytes, encoding} = await readWhole(file, options.encoding);
      const {dialect, ...report} = await this.#engine.call('cells', bytes);
      return {dialect: {...dialect, encoding}, ...report};
    });
  }

  /** Runs cases for the points ledger; see docs/ledger.md. */
  async ledger(cases: Source): Promise<LedgerReport> {
    return naming(cases, async () => {
      const {bytes} = await readWhole(cases, 'utf-8');
      return this.#engine.call('ledger', bytes);
    });
  }

  /** Runs a suite of JsonLogic cases. */
  async logic(suite: Source, profile: 'compat' | 'strict' = 'compat'): Promise<LogicReport> {
    return naming(suite, async () => {
      const {bytes} = await readWhole(suite, 'utf-8');
      return this.#engine.call('logic', bytes, {profile});
    });
  }

  /** Fits a model to a table of customers' figures, one row each; see docs/models.md. */
  async fit(
    table: Source,
    model: TableModel,
    question: Omit<TableQuestion, 'model'> = {},
  ): Promise<TableFit> {
    return naming(table, async () => {
      const {bytes} = await readWhole(table);
      return this.#engine.call('fit', bytes, {model, ...question});
    });
  }

  /** Gives the memory back, or stops what runs. Nothing can be asked afterwards. */
  dispose(): void {
    this.#columns.clear();
    this.#engine.terminate();
  }
}

async function* pieces(
  ask: (from: number) => Promise<CsvPiece>,
): AsyncGenerator<string, void, undefined> {
  for (let from: number | null = 0; from !== null;) {
    const {text, next}: CsvPiece = await ask(from);
    if (text) yield text;
    from = next;
  }
}

function isList(files: Source | readonly Source[]): files is readonly Source[] {
  return Array.isArray(files);
}

/** Lets an error of `work` tell which file it is about. */
async function naming<T>(file: Source, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw inFile(thrown, nameOf(file, 0));
  }
}
