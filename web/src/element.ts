/** The custom element of the package and of the page: `<regulars-app>`, with the engine inside. */
import {customElement, property} from 'lit/decorators.js';
import {RegularsApp as Page} from './elements/regulars-app.js';
import {sampleShop, startBundledEngine} from './engine/bundled.js';
import type {MakeEngine} from './state/engines.js';

@customElement('regulars-app')
export class RegularsApp extends Page {
  /** Address of `regulars.worker.js` on the page's own origin, where blob workers are forbidden. */
  @property({attribute: 'worker-url'}) workerUrl: string | undefined;
  override engine: MakeEngine = () => startBundledEngine(this.workerUrl);
  override sample = sampleShop;
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-app': RegularsApp;
  }
}
