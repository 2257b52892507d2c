/** The page: the element, and a document that follows its language and colours. */
import './element.js';
import {localeOf} from './i18n/locale.js';
import type {AppState} from './state/app-state.js';

document.querySelector('regulars-app')?.addEventListener('regulars-settings', (event) => {
  const {language, theme} = (event as CustomEvent<Pick<AppState, 'language' | 'theme'>>).detail;
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = theme;
  document.title = localeOf(language).words.title;
});
