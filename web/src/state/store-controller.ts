/** Draws an element again whenever a store changes. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Store} from './store.js';

export class StoreController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #store: Store<T>;
  readonly #changed = () => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost, store: Store<T>) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {
    this.#store.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    this.#store.removeEventListener('change', this.#changed);
  }
}
