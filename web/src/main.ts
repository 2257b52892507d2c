/** The page: the element, and a document that follows its language and colours, with an address for each screen. */
import './element.js';
import {Addresses} from './state/addresses.js';
import type {AppState} from './state/app-state.js';

const app = document.querySelector('regulars-app');
app?.addEventListener('regulars-settings', (event) => {
  const {language, theme} = (event as CustomEvent<Pick<AppState, 'language' | 'theme'>>).detail;
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = theme;
});
app?.addEventListener('regulars-title', (event) => {
  document.title = (event as CustomEvent<string>).detail;
});
addEventListener('beforeunload', (event) => {
  if (app?.unsaved) event.preventDefault();
});
if (app) app.addresses = new Addresses(window, performance.timeOrigin);
