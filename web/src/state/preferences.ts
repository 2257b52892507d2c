/** The three things that are remembered: language, colours and the size of the text. Never anything about a shop. */
import {nearestLanguage, type LanguageCode} from '../i18n/locale.js';
import type {AppState, TextSize, Theme} from './app-state.js';

const kLanguage = 'regulars.language';
const kTheme = 'regulars.theme';
const kTextSize = 'regulars.text-size';

export function rememberedLanguage(): LanguageCode {
  return nearestLanguage(read(kLanguage) ?? navigator.language);
}

export function rememberedTheme(): Theme {
  const theme = read(kTheme);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function rememberedTextSize(): TextSize {
  const size = read(kTextSize);
  return size === 'large' || size === 'largest' ? size : 'normal';
}

export function remember({language, theme, textSize}: AppState): void {
  write(kLanguage, language);
  write(kTheme, theme);
  write(kTextSize, textSize);
}

// Storage throws where it is forbidden: in a sandboxed frame, or by the person's own settings.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Then it is asked again next time.
  }
}
