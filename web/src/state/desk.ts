/** What every action works with, and the few ways in which a stage is left. */
import type {EngineError} from '../engine/errors.js';
import type {AnalyzeOptions} from '../engine/protocol.js';
import type {ReadProgress} from '../engine/reading.js';
import type {AppState, Batch, Ready, Stage} from './app-state.js';
import type {Engines} from './engines.js';
import {localDay} from '../engine/day.js';
import {cleaningOptions, type Settings} from './settings.js';
import type {Store} from './store.js';

export interface Desk {
  store: Store<AppState>;
  engines: Engines;
}

export function enter(store: Store<AppState>, stage: Stage): void {
  store.set({...store.value, stage});
}

/** Changes the report's screen; an answer that comes after it was left is dropped. */
export function whenReady(store: Store<AppState>, change: (stage: Ready) => Ready): void {
  const {stage} = store.value;
  if (stage.name === 'ready') enter(store, change(stage));
}

export function fail(
  {store, engines}: Desk,
  batch: Batch,
  error: EngineError,
  progress: ReadProgress | null = null,
): void {
  if (error.code === 'engine_died') engines.drop();
  enter(store, {name: 'failed', batch, error: error.body, progress});
}

/** Throws where the program is no JSON. */
export function analyzeOptions(settings: Settings): AnalyzeOptions {
  const {rfm, cohorts, program} = settings;
  return {
    cleaning: cleaningOptions(settings, localDay()),
    cohort_period: cohorts.period,
    cohort_by: cohorts.by,
    ...(rfm === null ? {} : {rfm}),
    ...(program === null ? {} : {program: JSON.parse(program) as unknown}),
  };
}
