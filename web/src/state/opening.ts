/** From files dropped to a report: project, look, match where nobody can tell, read, analyze. */
import type {Engine} from '../engine/engine.js';
import {asEngineError} from '../engine/errors.js';
import type {EngineErrorBody, Report} from '../engine/protocol.js';
import {readFiles, readWhole, type ReadOptions, type ReadProgress} from '../engine/reading.js';
import {
  kDefaultProgram,
  kEverybody,
  kUntouched,
  type AppState,
  type Batch,
  type CleaningState,
  type MendInForce,
  type Ready,
  type Reading,
  type Return,
  type ShopFile,
} from './app-state.js';
import {loadEffects} from './cleaning.js';
import {analyzeOptions, enter, fail, type Desk} from './desk.js';
import {firstInQuestion, lookAt, needsMatch, type Sheet} from './looking.js';
import {showSheet} from './matching.js';
import {isProjectName, projectOf} from './project.js';
import {
  kNoHistory,
  rateOptions,
  readOptions,
  type History,
  type RowMend,
  type Settings,
} from './settings.js';

/** Before that, a rate tells nothing, in ms. */
const kTelling = 1500;

/** Reads and analyzes; whatever was there before is gone. A project among the files, or alone, decides how. */
export async function openFiles(desk: Desk, dropped: Batch): Promise<void> {
  const {store} = desk;
  const projects = dropped.files.filter(({name}) => isProjectName(name));
  const files = dropped.files.filter(({name}) => !isProjectName(name));
  if (store.value.stage.name === 'reading') cancelReading(desk);
  for (const project of projects) {
    if (!(await openProject(desk, project))) return;
  }
  const {stage, settings} = store.value;
  if (files.length > 0) {
    // Without a project, corrections were of the files before; the sample shop has none of a person's own.
    const isAgain = stage.name === 'failed' && stage.batch === dropped;
    const isOther = store.value.project === '' || dropped.sample;
    if (settings.mends.length > 0 && isOther && !isAgain)
      store.set({...store.value, settings: {...settings, mends: []}});
    return openBatch(desk, {...dropped, files});
  }
  // A project alone is for the files on the screen, or for those to come.
  if (stage.name === 'ready') return openBatch(desk, stage.batch);
  enter(store, {name: 'empty', cancelled: false});
}

/** Looks at the files as the settings say, and reads them if that leaves no question. */
async function openBatch(desk: Desk, batch: Batch): Promise<void> {
  await underway(desk, batch, null, async (run) => {
    const {settings} = desk.store.value;
    const sheets = await lookAt(run.engine, batch.files, settings);
    if (run.isOver()) return;
    if (needsMatch(sheets)) {
      const current = firstInQuestion(sheets);
      enter(desk.store, {name: 'matching', batch, sheets, current, busy: false, back: null});
      await showSheet(desk, current);
      return;
    }
    await readAndAnalyze(desk, run, {batch, sheets, history: kNoHistory});
  });
}

/** What is to be read, and the report it takes the place of. */
interface Reread {
  batch: Batch;
  sheets: readonly Sheet[];
  history: History;
  before?: Ready | null;
}

/** Reads files that were looked at, as the settings say; where that is stopped or fails, all is as `back` has it. */
export async function readBatch(desk: Desk, what: Reread, back: Return): Promise<void> {
  await underway(desk, what.batch, back, (run) => readAndAnalyze(desk, run, what));
}

interface Run {
  engine: Engine;
  abort: AbortController;
  change: (part: Partial<Reading>) => void;
  isOver: () => boolean;
}

/** Whether a report waits behind it, whose figures its engine must go on answering for. */
function keepsReport(back: Return | null): boolean {
  return back !== null && (back.stage.name === 'ready' || back.stage.back !== null);
}

/** The stage `reading` around `work`: entered at once, and left where it fails. */
async function underway(
  desk: Desk,
  batch: Batch,
  back: Return | null,
  work: (run: Run) => Promise<void>,
): Promise<void> {
  const {store, engines} = desk;
  if (store.value.stage.name === 'reading') cancelReading(desk);
  const abort = new AbortController();
  const fresh = {phase: 'starting', progress: null, secondsLeft: null} as const;
  enter(store, {name: 'reading', batch, ...fresh, abort, back});
  let progress: ReadProgress | null = null;
  const change = (part: Partial<Reading>) => {
    const {stage} = store.value;
    if (part.progress) ({progress} = part);
    if (stage.name === 'reading' && stage.abort === abort) enter(store, {...stage, ...part});
  };
  try {
    const engine = await (keepsReport(back) ? engines.beside() : engines.current());
    if (abort.signal.aborted) return;
    await work({engine, abort, change, isOver: () => abort.signal.aborted});
  } catch (thrown) {
    // A reading that was stopped has been answered already.
    if (abort.signal.aborted) return;
    const error = asEngineError(thrown);
    if (!back) return fail(desk, batch, error, progress);
    if (error.code !== 'engine_died') return refuseReading(desk, back, error.body);
    // Perhaps there is no room for two engines: the report goes, and one reads alone.
    engines.drop();
    await underway(desk, batch, null, work);
  }
}

/** Files that cannot be read as decided: all is as it was, and says why. */
function refuseReading({store, engines}: Desk, back: Return, error: EngineErrorBody): void {
  engines.dropBeside();
  const {stage, settings} = back;
  if (stage.name === 'ready') {
    const cleaning = {...stage.cleaning, error};
    return store.set({...store.value, settings, stage: {...stage, cleaning}});
  }
  const sheets = stage.sheets.map((sheet, place) =>
    place === stage.current ? {...sheet, error} : sheet,
  );
  store.set({...store.value, settings, stage: {...stage, sheets}});
}

async function readAndAnalyze(
  desk: Desk,
  {engine, abort, change, isOver}: Run,
  {batch, sheets, history, before = null}: Reread,
): Promise<void> {
  const {settings} = desk.store.value;
  await engine.call('open');
  if (isOver()) return;
  const begun = performance.now();
  await readFiles(engine, batch.files, {
    ...rateOptions(settings),
    each: eachOf(sheets),
    signal: abort.signal,
    onProgress: (progress) => {
      const secondsLeft = secondsLeftOf(progress, performance.now() - begun);
      change({phase: 'reading', progress, secondsLeft});
    },
  });
  change({phase: 'analyzing'});
  const mended = await mendRows(engine, settings);
  const report = await engine.call('analyze', analyzeOptions(settings));
  if (isOver()) return;
  desk.engines.adopt();
  const stage = ready(batch, sheets, report, history);
  const cleaning = {...kUntouched, ...mended, before: before ? headlineOf(before.report) : null};
  enter(desk.store, {
    ...stage,
    cleaning,
    screen: before?.screen ?? stage.screen,
    view: {...(before?.view ?? stage.view), deed: null},
  });
  await loadEffects(desk);
}

/** Finds the rows of all corrections and tells the engine what becomes of them. */
export async function mendRows(
  engine: Engine,
  {mends}: Settings,
): Promise<Pick<CleaningState, 'mends' | 'lost' | 'refused'>> {
  const places =
    mends.length > 0 ? await engine.call('recognize', {rows: mends.map(({row}) => row)}) : [];
  const found: MendInForce[] = [];
  const lost: RowMend[] = [];
  for (const [index, mend] of mends.entries()) {
    const reject = places[index] ?? null;
    if (reject === null) lost.push(mend);
    else found.push({reject, mend});
  }
  const kept = await engine.call('mend', {
    mends: found.map(({reject, mend: {row: _, ...correction}}) => ({reject, ...correction})),
  });
  const refused = found.filter((_, index) => kept[index] === false).map(({reject}) => reject);
  return {mends: found, lost, refused};
}

/** Stops at once: the engine goes, and the page is as it was before, or ready for the next file. */
export function cancelReading({store, engines}: Desk): void {
  const {stage} = store.value;
  if (stage.name !== 'reading') return;
  const {abort, back} = stage;
  abort.abort();
  if (keepsReport(back)) engines.dropBeside();
  else engines.drop();
  if (back) store.set({...store.value, ...back});
  else enter(store, {name: 'empty', cancelled: true});
}

/** A thing was dropped that is no file at all. */
export function refuse(desk: Desk, error: EngineErrorBody): void {
  cancelReading(desk);
  const batch = {files: [], sample: false};
  enter(desk.store, {name: 'failed', batch, error, progress: null});
}

/** Back to the beginning. */
export function startOver({store}: Desk): void {
  enter(store, {name: 'empty', cancelled: false});
}

export function headlineOf({intake}: Report) {
  const {orders_counted: orders, customers, revenue} = intake;
  return {orders, customers, revenue};
}

/** Takes over what a project says; false where it is none, which the page then says. */
async function openProject({store}: Desk, file: ShopFile): Promise<boolean> {
  try {
    const {bytes} = await readWhole(file);
    const {settings, snapshot} = projectOf(new TextDecoder().decode(bytes));
    const saved = snapshot && {figures: snapshot, rfm: settings.rfm};
    const state: AppState = {...store.value, settings, kept: settings, saved, project: file.name};
    store.set(state);
    return true;
  } catch (thrown) {
    const {detail} = asEngineError(thrown, 'unreadable');
    const facts = {detail, file: file.name, line: 0, column: 0};
    const error = {code: 'invalid_project', ...facts} as const;
    enter(store, {name: 'failed', batch: {files: [], sample: false}, error, progress: null});
    return false;
  }
}

/** The choice for each table, by the place of its file: two files may have one name. */
function eachOf(sheets: readonly Sheet[]): ReadOptions['each'] {
  return (name, place) => {
    const sheet = sheets.find((one) => one.file === place && one.name === name);
    return sheet && readOptions(sheet.choice);
  };
}

function secondsLeftOf({bytes, total_bytes: total}: ReadProgress, elapsed: number): number | null {
  if (total === null || bytes === 0 || elapsed < kTelling) return null;
  return Math.ceil(((elapsed / bytes) * (total - bytes)) / 1000);
}

function ready(batch: Batch, sheets: readonly Sheet[], report: Report, history: History): Ready {
  const shown = {screen: 'week', view: kEverybody, customer: null} as const;
  const common = {cleaning: kUntouched, program: kDefaultProgram, audience: null, saving: null};
  return {name: 'ready', batch, sheets, report, history, ...shown, ...common};
}
