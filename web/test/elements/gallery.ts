/** The page with an invented engine: `?size=1000000` customers. Bundled by tests/e2e, never shipped. */
import {RegularsApp} from '../../src/elements/regulars-app.js';
import {FakeEngine} from './fake-engine.js';

class GalleryApp extends RegularsApp {
  override engine = () =>
    new FakeEngine({size: Number(new URLSearchParams(location.search).get('size') ?? 1733)});
  override sample = async () => new File(['a,b\n1,2\n'], 'orders-2026.csv');
}
customElements.define('regulars-app', GalleryApp);

document.querySelector('regulars-app')?.addEventListener('regulars-settings', (event) => {
  const {theme, language} = (event as CustomEvent<{theme: string; language: string}>).detail;
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = language;
});
