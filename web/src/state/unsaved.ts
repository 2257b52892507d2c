/** Whether something was decided that no file keeps. */
import type {AppState, ProgramText} from './app-state.js';
import {kNoSettings, type Settings} from './settings.js';

/** What a project file holds of decisions. */
export interface Decisions {
  settings: Settings;
  program: ProgramText;
}

export const kNothingDecided: Decisions = {settings: kNoSettings, program: null};

/** What is decided now. */
export function decisionsOf({settings, program, stage}: Omit<AppState, 'kept'>): Decisions {
  return {settings, program: stage.name === 'ready' ? stage.program.text : program};
}

/** Whether what is decided now is other than what was saved or opened last. */
export function isUnsaved(state: AppState): boolean {
  return !areSame(decisionsOf(state), state.kept);
}

/** Whether leaving would lose something: decided, not saved, and not as it is anyway. */
export function wouldLose(state: AppState): boolean {
  return isUnsaved(state) && !areSame(decisionsOf(state), kNothingDecided);
}

function areSame(one: Decisions, other: Decisions): boolean {
  if (one.program !== other.program) return false;
  if (one.settings === other.settings) return true;
  const names = Object.keys({...one.settings, ...other.settings}) as (keyof Settings)[];
  return names.every((name) => isSame(one.settings[name], other.settings[name]));
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
