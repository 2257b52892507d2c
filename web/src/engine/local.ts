/** The engine in this very thread: for Node, and for pages that may not start a worker. */
import type {Door} from './door.js';
import {callDoor} from './engine.js';
import type {Engine} from './engine.js';
import {asEngineError} from './errors.js';
import type {Answer, Verb, Verbs} from './protocol.js';

export class LocalEngine implements Engine {
  /** The verbs without promises. */
  readonly door: Door;

  constructor(door: Door) {
    this.door = door;
  }

  async call<V extends Verb>(verb: V, ...args: Parameters<Verbs[V]>): Promise<Answer<V>> {
    try {
      return callDoor(this.door, verb, args);
    } catch (thrown) {
      throw asEngineError(thrown);
    }
  }

  terminate(): void {
    this.door.close();
  }
}
