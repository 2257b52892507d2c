/** Steps: each changes the settings, looks at the shop anew, and can be taken back. */
import {asEngineError} from '../engine/errors.js';
import {recordOf} from '../engine/handouts.js';
import type {
  CleaningRule,
  Correction,
  EngineErrorBody,
  RejectedRow,
  RfmOptions,
  SegmentTrial,
  ShareDifference,
  TwoShares,
} from '../engine/protocol.js';
import {daysAfter, kDoneDays, withAside, type CardStep} from './aside.js';
import {writeAudience} from './audience.js';
import type {AudienceChoice} from './audience-choice.js';
import {
  kDefaultProgram,
  kUntouched,
  type CleaningState,
  type Ready,
  type Return,
} from './app-state.js';
import {analyzeOptions, fail, whenReady, type Desk} from './desk.js';
import {handoutQuery, makeHandout, type HandoutChoice} from './handing-out.js';
import {lookAt} from './looking.js';
import {askFor} from './one-customer.js';
import {headlineOf, mendRows, readBatch} from './opening.js';
import {withPaperStep, type PaperStep} from './pins.js';
import {kProjectName, projectText} from './project.js';
import {withRemark, type RemarkStep} from './remarks.js';
import {saveFile} from './save-file.js';
import {snapshotOf} from './snapshot.js';
import {
  countsOtherwise,
  knownRow,
  readsOtherwise,
  reportsOtherwise,
  withMend,
  without,
  withStep,
  type CohortChoice,
  type History,
  type ProgramText,
  type Settings,
} from './settings.js';
import {stepsOf} from './steps.js';

export async function switchRule(desk: Desk, rule: CleaningRule, on: boolean): Promise<void> {
  const {settings} = desk.store.value;
  await step(desk, {...settings, rules: {...settings.rules, [rule]: on}});
}

/** Keeps a sign of a customer apart from the others, or lets it be merged again. */
export async function keepApart(desk: Desk, sign: string, apart: boolean): Promise<void> {
  const {settings} = desk.store.value;
  const others = settings.apart.filter((one) => one !== sign);
  await step(desk, {...settings, apart: apart ? [...others, sign] : others});
}

/** What becomes of a rejected row; null: it is left out after all. */
export async function mendRow(
  desk: Desk,
  row: RejectedRow,
  correction: Correction | null,
): Promise<void> {
  const {stage, settings} = desk.store.value;
  if (stage.name !== 'ready') return;
  const before = stage.cleaning.mends.find(({reject}) => reject === row.reject)?.mend;
  const mend = correction ? {row: knownRow(row), ...correction} : null;
  await step(desk, withMend(settings, before, mend));
}

/** Forgets the corrections whose rows are gone. */
export async function forgetLost(desk: Desk): Promise<void> {
  const {stage, settings} = desk.store.value;
  if (stage.name !== 'ready') return;
  const {lost} = stage.cleaning;
  await step(desk, {...settings, mends: settings.mends.filter((mend) => !lost.includes(mend))});
}

/** Units of the shop's currency for one of another; null: its rows are kept apart. */
export async function setRate(desk: Desk, currency: string, rate: number | null): Promise<void> {
  const {settings, stage} = desk.store.value;
  if (stage.name !== 'ready') return;
  const into = settings.rates?.into ?? stage.report.intake.currency;
  if (into === null) return;
  const others = without(settings.rates?.of ?? {}, currency);
  const of = rate === null ? others : {...others, [currency]: rate};
  const rates = Object.keys(of).length > 0 ? {into, of} : null;
  await step(desk, {...settings, rates});
}

/** How customers are scored and named; null: as by default. */
export async function setSegments(desk: Desk, rfm: RfmOptions | null): Promise<void> {
  const {settings} = desk.store.value;
  await step(desk, {...settings, rfm});
}

/** What other segments would give; null where that cannot be asked now. */
export async function trySegments(desk: Desk, rfm: RfmOptions): Promise<SegmentTrial | null> {
  const engine = await desk.engines.current();
  return engine.call('segments', rfm).catch(() => null);
}

/** By how much two shares differ; null where nobody can say. */
export async function compareShares(desk: Desk, of: TwoShares): Promise<ShareDifference | null> {
  const engine = await desk.engines.current();
  return engine.call('difference', of).catch(() => null);
}

export async function setCohorts(desk: Desk, part: Partial<CohortChoice>): Promise<void> {
  const {settings} = desk.store.value;
  await step(desk, {...settings, cohorts: {...settings.cohorts, ...part}});
}

/** Puts a program in force; what is no JSON is refused before the engine is asked. */
export async function applyProgram(desk: Desk, program: ProgramText): Promise<void> {
  const {settings} = desk.store.value;
  if (program !== null) {
    try {
      JSON.parse(program);
    } catch (thrown) {
      const {body} = asEngineError(thrown, 'invalid_json');
      return whenReady(desk.store, (now) => ({...now, program: {...now.program, error: body}}));
    }
  }
  await step(desk, {...settings, program});
}

/** Puts a card of the week aside, or shows it again. */
export async function setAside(desk: Desk, wanted: CardStep): Promise<void> {
  const {settings, stage} = desk.store.value;
  if (stage.name !== 'ready') return;
  const {kind, how} = wanted;
  if (how === 'back') {
    const aside = settings.aside.filter((one) => one.kind !== kind);
    return step(desk, {...settings, aside});
  }
  const {as_of: on, cards} = stage.report.this_week;
  const customers = cards.find((card) => card.kind === kind)?.customers ?? 0;
  const days = wanted.how === 'later' ? wanted.days : kDoneDays;
  const until = how === 'hidden' ? null : daysAfter(on, days);
  const aside = withAside(settings.aside, {kind, how, on, until, customers});
  await step(desk, {...settings, aside});
}

/** Says something of a customer, or nothing any more. */
export async function setRemark(desk: Desk, remark: RemarkStep): Promise<void> {
  const {settings} = desk.store.value;
  await step(desk, {...settings, remarks: withRemark(settings.remarks, remark)});
}

/** Pins something to the report, or arranges and words it otherwise. */
export async function setPaper(desk: Desk, wanted: PaperStep): Promise<void> {
  const {settings} = desk.store.value;
  const paper = withPaperStep(settings.paper, wanted);
  if (JSON.stringify(paper) !== JSON.stringify(settings.paper))
    await step(desk, {...settings, paper});
}

/** Writes the report as a file for others. */
export function savePaper(text: string): void {
  saveFile('regulars-report.html', 'text/html', [text]);
}

/** Writes a list for another program; how it was written is remembered. */
export async function saveAudience(desk: Desk, audience: AudienceChoice): Promise<void> {
  const {settings} = desk.store.value;
  if (JSON.stringify(audience) !== JSON.stringify(settings.audience))
    await step(desk, {...settings, audience});
  await writeAudience(desk, audience);
}

/** Writes the files of a hand-out, after it was recorded: a code that is on its way is never made again. */
export async function saveHandout(desk: Desk, choice: HandoutChoice): Promise<void> {
  const {stage, settings} = desk.store.value;
  if (stage.name !== 'ready') return;
  try {
    const query = handoutQuery(settings, choice);
    const {handout, files} = await makeHandout(desk, query);
    if (handout.given === 0) return;
    const record = recordOf(handout, query);
    const now = desk.store.value.settings;
    // Meanwhile another one may have taken the same codes.
    if (now.handouts !== settings.handouts) return;
    await step(desk, {...now, handouts: [...now.handouts, record]});
    if (!desk.store.value.settings.handouts.includes(record)) return;
    for (const {name, parts} of files) saveFile(name, 'text/csv', parts);
  } catch (thrown) {
    fail(desk, stage.batch, asEngineError(thrown));
  }
}

export async function undoStep(desk: Desk): Promise<void> {
  await moveSteps(desk, -1);
}

export async function redoStep(desk: Desk): Promise<void> {
  await moveSteps(desk, 1);
}

async function moveSteps(desk: Desk, by: number): Promise<void> {
  const {stage} = desk.store.value;
  if (stage.name === 'ready') await goToStep(desk, stage.history.past.length + by);
}

/** Back or forth to what was decided at a place among all steps, 0 before the first of them. */
export async function goToStep(desk: Desk, place: number): Promise<void> {
  const {stage, settings} = desk.store.value;
  if (stage.name !== 'ready') return;
  const {all, here} = stepsOf(stage.history, settings);
  const wanted = all[place];
  if (!wanted || place === here) return;
  const future = all.slice(place + 1).reverse();
  await apply(desk, wanted, {past: all.slice(0, place), future});
}

/** What each rule does, for the report on the screen. */
export async function loadEffects(desk: Desk): Promise<void> {
  const {stage} = desk.store.value;
  if (stage.name !== 'ready') return;
  const {report} = stage;
  const engine = await desk.engines.current();
  const effects = await engine.call('cleaning').catch(() => null);
  if (effects)
    whenReady(desk.store, (now) => (now.report === report ? withCleaning(now, {effects}) : now));
}

/** A page of the rows that were left out. */
export async function rejectedRows(
  desk: Desk,
  from: number,
  limit: number,
): Promise<{total: number; rows: RejectedRow[]}> {
  const engine = await desk.engines.current();
  return engine.call('rejects', {from, limit});
}

/** Writes what was decided to a file that can be dropped next month. */
export function saveProject({store}: Desk): void {
  const {settings, stage, saved} = store.value;
  const isReady = stage.name === 'ready';
  // The sample is nobody's shop, to be compared with no other.
  const now = isReady && !stage.batch.sample ? snapshotOf(stage.report) : (saved?.figures ?? null);
  const project = projectText({settings, snapshot: now});
  saveFile(kProjectName, 'application/json', [project]);
  store.set({...store.value, kept: settings});
}

async function step(desk: Desk, next: Settings): Promise<void> {
  const {stage, settings} = desk.store.value;
  if (stage.name !== 'ready') return;
  await apply(desk, next, withStep(stage.history, settings));
}

async function apply(desk: Desk, next: Settings, history: History): Promise<void> {
  const {store} = desk;
  const {stage, settings: before} = store.value;
  if (stage.name !== 'ready' || stage.cleaning.busy || stage.program.busy) return;
  const isProgram = before.program !== next.program;
  store.set({...store.value, settings: next});
  if (readsOtherwise(before, next)) return readAgain(desk, {stage, settings: before}, history);
  if (!reportsOtherwise(before, next)) return whenReady(store, (now) => ({...now, history}));
  whenReady(store, (now) => ({
    ...withCleaning(now, {busy: true, error: null}),
    program: {busy: isProgram, error: null},
  }));
  const change = (part: (now: Ready) => Ready) =>
    whenReady(store, (now) => (now.batch === stage.batch ? part(now) : now));
  try {
    await lookAnew(desk, {stage, settings: before}, history, change);
  } catch (thrown) {
    const error = asEngineError(thrown);
    if (error.code === 'engine_died') return fail(desk, stage.batch, error);
    // The engine has dropped the report for one that cannot be: it is made again as it was.
    store.set({...store.value, settings: before});
    try {
      await lookAnew(desk, {stage, settings: next}, stage.history, change);
      change((now) => withTrouble(now, error.body, isProgram));
    } catch (again) {
      return fail(desk, stage.batch, asEngineError(again));
    }
  }
  await lookAgain(desk);
  const {stage: now} = store.value;
  if (now.name !== 'ready') return;
  if (countsOtherwise(before, next) || now.cleaning.effects === null) await loadEffects(desk);
}

/** The customer on the screen as of the new report; closed where there is no such customer any more. */
async function lookAgain(desk: Desk): Promise<void> {
  const {stage} = desk.store.value;
  if (stage.name !== 'ready' || !stage.customer) return;
  const {id} = stage.customer;
  const told = await askFor(desk, id);
  whenReady(desk.store, (now) =>
    now.customer?.id === id ? {...now, customer: told && {...now.customer, ...told}} : now,
  );
}

async function lookAnew(
  desk: Desk,
  {stage: before, settings: former}: Return & {stage: Ready},
  history: History,
  change: (part: (now: Ready) => Ready) => void,
): Promise<void> {
  const {settings} = desk.store.value;
  // Another program changes what is granted, and no mark of a picture.
  const isRewarded = !reportsOtherwise({...former, program: settings.program}, settings);
  const engine = await desk.engines.current();
  const {mends, lost, refused} = before.cleaning;
  const isMended = former.mends !== settings.mends;
  const mended = isMended ? await mendRows(engine, settings) : {mends, lost, refused};
  const options = analyzeOptions(settings);
  const report = await engine.call('analyze', options);
  const headline = countsOtherwise(former, settings) ? headlineOf(before.report) : null;
  change((now) => ({
    ...now,
    report,
    history,
    program: kDefaultProgram,
    // Those of before are shown, as far as they go, until the new ones come.
    cleaning: {...kUntouched, ...mended, before: headline, effects: now.cleaning.effects},
    // A segment of other rules may be nobody's, and a mark of the pictures before is another's.
    view: {
      ...now.view,
      deed: isRewarded ? now.view.deed : null,
      segment: former.rfm === settings.rfm ? now.view.segment : null,
    },
  }));
}

async function readAgain(
  desk: Desk,
  back: Return & {stage: Ready},
  history: History,
): Promise<void> {
  const {stage} = back;
  const {batch} = stage;
  const engine = await desk.engines.current();
  const {settings} = desk.store.value;
  const sheets = await lookAt(engine, batch.files, settings).catch(() => stage.sheets);
  await readBatch(desk, {batch, sheets, history, before: stage}, back);
}

/** Why a step could not be done stands where it was asked for. */
function withTrouble(stage: Ready, error: EngineErrorBody, isProgram: boolean): Ready {
  if (isProgram) return {...stage, program: {busy: false, error}};
  return withCleaning(stage, {error, before: null});
}

function withCleaning(stage: Ready, part: Partial<CleaningState>): Ready {
  return {...stage, cleaning: {...stage.cleaning, ...part}};
}
