/** What may happen on the screen where a person says what is what. */
import {asEngineError} from '../engine/errors.js';
import type {Matching} from './app-state.js';
import {enter, fail, type Desk} from './desk.js';
import {lookAgain} from './looking.js';
import {readBatch} from './opening.js';
import {kNoHistory, withChoices, withStep, type Choice} from './settings.js';

/** Opens the screen for a file of the report. */
export async function openMatch(desk: Desk, name: string, place = 0): Promise<void> {
  const {store} = desk;
  const {stage} = store.value;
  if (stage.name !== 'ready' || stage.cleaning.busy) return;
  const {batch, sheets} = stage;
  const current = sheets.findIndex((sheet) => sheet.name === name && sheet.place === place);
  if (current < 0) return;
  enter(store, {name: 'matching', batch, sheets, current, busy: false, back: stage});
  await showSheet(desk, current);
}

/** Another table comes to the screen, and is tried if that was not done yet. */
export async function showSheet(desk: Desk, current: number): Promise<void> {
  whenMatching(desk, (stage) => ({...stage, current}));
  const {stage} = desk.store.value;
  if (stage.name !== 'matching') return;
  const sheet = stage.sheets[current];
  if (sheet && !sheet.trial && !sheet.error) await chooseFor(desk, current, sheet.choice);
}

/** Reads the head of a table as `choice` says. */
export async function chooseFor(desk: Desk, index: number, choice: Choice): Promise<void> {
  const {store} = desk;
  // Shown at once; the engine's answer follows.
  whenMatching(desk, (stage) => ({
    ...stage,
    busy: true,
    sheets: stage.sheets.map((one, place) => (place === index ? {...one, choice} : one)),
  }));
  const {stage, settings} = store.value;
  if (stage.name !== 'matching') return;
  const asked = stage.sheets[index];
  if (!asked) return;
  try {
    const engine = await desk.engines.current();
    const sheet = await lookAgain(engine, stage.batch.files, asked, choice, settings);
    whenMatching(desk, (now) => {
      // An answer to an older choice is dropped.
      if (now.sheets[index]?.choice !== choice) return now;
      const sheets = now.sheets.map((one, place) => (place === index ? sheet : one));
      return {...now, busy: false, sheets};
    });
  } catch (thrown) {
    if (store.value.stage.name === 'matching') fail(desk, stage.batch, asEngineError(thrown));
  }
}

/** Reads all files with what was chosen, and remembers it. */
export async function confirmMatch(desk: Desk): Promise<void> {
  const {store} = desk;
  const {stage, settings: before} = store.value;
  if (stage.name !== 'matching' || stage.busy) return;
  const {batch, sheets, back} = stage;
  store.set({...store.value, settings: withChoices(before, sheets)});
  const history = back ? withStep(back.history, before) : kNoHistory;
  await readBatch(desk, {batch, sheets, history, before: back}, {stage, settings: before});
}

/** Back to the report, or to the beginning. */
export function leaveMatch({store}: Desk): void {
  const {stage} = store.value;
  if (stage.name !== 'matching') return;
  enter(store, stage.back ?? {name: 'empty', cancelled: false});
}

function whenMatching({store}: Desk, change: (stage: Matching) => Matching): void {
  const {stage} = store.value;
  if (stage.name === 'matching') enter(store, change(stage));
}
