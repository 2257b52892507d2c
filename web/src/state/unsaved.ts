/** Whether something was decided that no file keeps. */
import type {AppState} from './app-state.js';
import {kNoSettings, type Settings} from './settings.js';

/** Whether what is decided now is other than what was saved or opened last. */
export function isUnsaved({settings, kept}: AppState): boolean {
  return !areSame(settings, kept);
}

/** Whether leaving would lose something: decided, not saved, and not as it is anyway. */
export function wouldLose(state: AppState): boolean {
  return isUnsaved(state) && !areSame(state.settings, kNoSettings);
}

function areSame(one: Settings, other: Settings): boolean {
  if (one === other) return true;
  const names = Object.keys({...one, ...other}) as (keyof Settings)[];
  return names.every((name) => isSame(one[name], other[name]));
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
