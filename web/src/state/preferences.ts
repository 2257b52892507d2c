/** The two things that are remembered: language and colours. Never anything about a shop. */
import {nearestLanguage, type LanguageCode} from '../i18n/locale.js';
import type {Theme} from './app-state.js';

const kLanguage = 'regulars.language';
const kTheme = 'regulars.theme';

export function rememberedLanguage(): LanguageCode {
  return nearestLanguage(read(kLanguage) ?? navigator.language);
}

export function rememberedTheme(): Theme {
  const theme = read(kTheme);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function remember(language: LanguageCode, theme: Theme): void {
  write(kLanguage, language);
  write(kTheme, theme);
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
