/** What is meant by the keys somebody presses. */
import type {Screen} from '../i18n/frame-words.js';

export type KeyAct =
  | {act: 'go'; screen: Screen}
  | {act: 'undo' | 'redo' | 'save' | 'keys' | 'leave'}
  | {act: 'step'; by: 1 | -1};

/** A key as far as it matters here. */
export interface Press {
  key: string;
  /** Ctrl, or Cmd on a Mac. */
  isCommand: boolean;
  isShift: boolean;
  isAlt: boolean;
  /** Somebody writes, or chooses by letters. */
  isTyping: boolean;
  /** When, in ms. */
  time: number;
}

/** The letters that lead to a screen, after `g`. */
export const kScreenKeys: Record<Screen, string> = {
  week: 'w',
  customers: 'c',
  returns: 'r',
  plans: 'p',
  report: 't',
  health: 'h',
  files: 'f',
};

/** How long a `g` waits for its second letter, in ms. */
const kWaiting = 1500;

export class KeyReader {
  #since = -Infinity;

  /** The meaning of a key, after those before it; null where it has none. */
  read(press: Press): KeyAct | null {
    const {time} = press;
    const isSecond = time - this.#since <= kWaiting;
    this.#since = -Infinity;
    if (press.isAlt) return null;
    const key = press.key.toLowerCase();
    if (press.isCommand) return commandOf(key, press);
    // Whoever writes leaves by it as well: what was written is kept.
    if (key === 'escape') return {act: 'leave'};
    if (press.isTyping) return null;
    if (isSecond) {
      const [screen] = Object.entries(kScreenKeys).find(([, letter]) => letter === key) ?? [];
      return screen ? {act: 'go', screen: screen as Screen} : null;
    }
    if (key === 'g') this.#since = time;
    if (key === '?') return {act: 'keys'};
    if (key === 'j') return {act: 'step', by: 1};
    return key === 'k' ? {act: 'step', by: -1} : null;
  }
}

function commandOf(key: string, {isShift, isTyping}: Press): KeyAct | null {
  if (key === 's' && !isShift) return {act: 'save'};
  // Where somebody writes, the field takes back its own letters.
  if (key !== 'z' || isTyping) return null;
  return {act: isShift ? 'redo' : 'undo'};
}

const kWithoutLetters: readonly string[] = ['checkbox', 'radio', 'range', 'file', 'button'];

/** A key as the page hears it. */
export function pressOf(event: KeyboardEvent): Press {
  const isWritten = (target: EventTarget) =>
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !kWithoutLetters.includes(target.type)) ||
    (target instanceof HTMLElement && target.isContentEditable);
  return {
    key: event.key,
    isCommand: event.ctrlKey || event.metaKey,
    isShift: event.shiftKey,
    isAlt: event.altKey,
    isTyping: event.isComposing || event.composedPath().some(isWritten),
    time: event.timeStamp,
  };
}
