/** Everything that can happen to a report; with opening.ts, matching.ts and cleaning.ts the only code that writes to the store. */
import {asEngineError} from '../engine/errors.js';
import type {
  Comparison,
  CustomerRow,
  EngineErrorBody,
  NearlyThere,
  ProgramTrial,
} from '../engine/protocol.js';
import type {LanguageCode} from '../i18n/locale.js';
import {
  kEverybody,
  kNoFilter,
  type AppState,
  type CustomerView,
  type SavedFile,
  type Screen,
  type TextSize,
  type Theme,
} from './app-state.js';
import {calendarOf, type Reminder} from './calendar.js';
import {customerQuery} from './customer-query.js';
import {fail, whenReady, type Desk} from './desk.js';
import {askFor} from './one-customer.js';
import type {Place} from './places.js';
import {remember} from './preferences.js';
import {signsNow} from './remarks.js';
import {RowSource} from './row-source.js';
import {saveFile} from './save-file.js';

export {closeAudience, countAudience, openAudience} from './audience.js';
export * from './cleaning.js';
export type {Desk} from './desk.js';
export {countHandout, handoutOutcome} from './handing-out.js';
export * from './matching.js';
export * from './opening.js';

/** As many rows as the engine gives at once. */
const kLongestPage = 1000;
/** Of those who miss little: the rest is in the file. */
const kNearest = 10;

export function setLanguage(desk: Desk, language: LanguageCode): void {
  prefer(desk, {language});
}

export function setTheme(desk: Desk, theme: Theme): void {
  prefer(desk, {theme});
}

export function setTextSize(desk: Desk, textSize: TextSize): void {
  prefer(desk, {textSize});
}

function prefer({store}: Desk, part: Partial<Pick<AppState, 'language' | 'theme' | 'textSize'>>) {
  store.set({...store.value, ...part});
  remember(store.value);
}

/** Shows another screen; nobody is looked at any more. */
export function goTo({store}: Desk, screen: Screen): void {
  whenReady(store, (stage) => ({...stage, screen, customer: null}));
}

/** All as it was at a place that was left. */
export async function goBackTo(desk: Desk, {screen, view, customer}: Place): Promise<void> {
  whenReady(desk.store, (stage) => ({...stage, screen, view, customer: null}));
  if (customer) await openCustomer(desk, customer.id, customer.at);
}

export function showCustomers({store}: Desk, view: Partial<CustomerView>): void {
  whenReady(store, (stage) => ({...stage, view: {...stage.view, ...view}}));
}

/** The table of everybody but for one filter: what a press on a segment, a group or a field of the map asks for. */
export function showOnly(desk: Desk, view: Partial<CustomerView>): void {
  goTo(desk, 'customers');
  showCustomers(desk, {...kNoFilter, ...view});
}

/** Two groups side by side, without a second one everybody else; null where that cannot be asked now. */
export async function compareGroups(
  desk: Desk,
  first: Partial<CustomerView>,
  second: Partial<CustomerView> | null,
): Promise<Comparison | null> {
  const {remarks} = desk.store.value.settings;
  const queryOf = (view: Partial<CustomerView>) => customerQuery({...kEverybody, ...view}, remarks);
  const engine = await desk.engines.current();
  const groups = {first: queryOf(first), second: second && queryOf(second)};
  return engine.call('compare', groups).catch(() => null);
}

/** The rows of `view`, from the engine as it stands now. */
export function customerRows(desk: Desk, view: CustomerView): RowSource<CustomerRow> {
  const query = customerQuery(view, desk.store.value.settings.remarks);
  return new RowSource(async (offset, limit) => {
    const engine = await desk.engines.current();
    return engine.call('customers', {...query, offset, limit});
  });
}

/** Under which customers of the files the remarks are found, by `Remark.customer`. */
export async function remarkedRows(desk: Desk): Promise<ReadonlyMap<string, CustomerRow>> {
  const {stage, settings} = desk.store.value;
  const now = signsNow(settings.remarks, stage.name === 'ready' ? stage.report.intake.merges : []);
  const signs = [...new Set(now.values())];
  const engine = await desk.engines.current();
  const rows = new Map<string, CustomerRow>();
  for (let from = 0; from < signs.length; from += kLongestPage) {
    const query = {signs: signs.slice(from, from + kLongestPage), offset: 0, limit: kLongestPage};
    const page = await engine.call('customers', query).catch(() => null);
    for (const row of page?.rows ?? []) rows.set(row.customer, row);
  }
  const found = [...now].flatMap(([then, sign]) => {
    const row = rows.get(sign);
    return row ? [[then, row] as const] : [];
  });
  return new Map(found);
}

export async function openCustomer(
  desk: Desk,
  id: number,
  at: number | null = null,
): Promise<void> {
  const {store} = desk;
  whenReady(store, (stage) => ({...stage, customer: {id, at, detail: null, club: null}}));
  const told = await askFor(desk, id);
  whenReady(store, (stage) => {
    if (stage.customer?.id !== id) return stage;
    return {...stage, customer: told && {id, at: stage.customer.at, ...told}};
  });
}

/** Writes a day to remember into a file for calendars. */
export function saveReminder(reminder: Reminder): void {
  saveFile('regulars-write.ics', 'text/calendar', [calendarOf(reminder)]);
}

/** The one so many rows further in the table, where there is one; who was open stays until they are known. */
export async function stepCustomer(
  desk: Desk,
  rows: RowSource<CustomerRow>,
  by: number,
): Promise<void> {
  const {stage} = desk.store.value;
  if (stage.name !== 'ready' || !stage.customer || stage.customer.at === null) return;
  const {customer} = stage;
  const at = stage.customer.at + by;
  const row = await rows.fetch(at);
  const {stage: now} = desk.store.value;
  if (row && now.name === 'ready' && now.customer === customer)
    await openCustomer(desk, row.id, at);
}

export function closeCustomer({store}: Desk): void {
  whenReady(store, (stage) => ({...stage, customer: null}));
}

/** What a program would come to, or why it is refused; null where that cannot be asked now. */
export async function tryProgram(
  desk: Desk,
  program: unknown,
): Promise<{trial: ProgramTrial} | {error: EngineErrorBody} | null> {
  try {
    const engine = await desk.engines.current();
    return {trial: await engine.call('program', {program})};
  } catch (thrown) {
    const {body} = asEngineError(thrown);
    return body.code === 'invalid_program' ? {error: body} : null;
  }
}

/** Who misses little; null where that cannot be asked now. */
export async function findNearly(desk: Desk): Promise<NearlyThere | null> {
  try {
    const engine = await desk.engines.current();
    return await engine.call('nearly', {limit: kNearest});
  } catch {
    return null;
  }
}

/** Writes one of the files offered for download. */
export async function download(desk: Desk, file: SavedFile): Promise<void> {
  const {store} = desk;
  const {stage} = store.value;
  if (stage.name !== 'ready') return;
  const {report, batch} = stage;
  const name = savedName(file);
  if (file === 'report') {
    saveFile(name, 'application/json', [JSON.stringify(report, null, 2)]);
  } else {
    whenReady(store, (now) => ({...now, saving: {file, done: false}}));
    try {
      const engine = await desk.engines.current();
      const parts: string[] = [];
      for (let from: number | null = 0; from !== null;) {
        const piece: {text: string; next: number | null} = await engine.call('csv', {
          kind: file,
          from,
        });
        parts.push(piece.text);
        from = piece.next;
      }
      saveFile(name, 'text/csv', parts);
    } catch (thrown) {
      return fail(desk, batch, asEngineError(thrown));
    }
  }
  whenReady(store, (now) => ({...now, saving: {file, done: true}}));
}

/** The name a download is given. */
export function savedName(file: SavedFile): string {
  return `regulars-${file}.${file === 'report' ? 'json' : 'csv'}`;
}
