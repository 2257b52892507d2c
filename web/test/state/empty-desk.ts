/** The page before anything was dropped, with an engine of the test's own. */
import type {Engine} from '../../src/engine/engine.js';
import type {Desk} from '../../src/state/actions.js';
import type {AppState} from '../../src/state/app-state.js';
import {Engines} from '../../src/state/engines.js';
import {kNoSettings} from '../../src/state/settings.js';
import {Store} from '../../src/state/store.js';

export function emptyDesk(make: () => Engine): Desk {
  const store = new Store<AppState>({
    language: 'en',
    theme: 'system',
    textSize: 'normal',
    settings: kNoSettings,
    project: '',
    saved: null,
    kept: kNoSettings,
    stage: {name: 'empty', cancelled: false},
  });
  return {store, engines: new Engines(make)};
}
