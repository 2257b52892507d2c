/** Keeps one engine running: the next is started when the last one was stopped or has died. */
import type {Engine} from '../engine/engine.js';

/** How a host starts an engine. */
export type MakeEngine = () => Engine | Promise<Engine>;

export class Engines {
  readonly #make: MakeEngine;
  #current: Promise<Engine> | null = null;

  constructor(make: MakeEngine) {
    this.#make = make;
  }

  /** The running engine; starts one if there is none. */
  current(): Promise<Engine> {
    this.#current ??= this.#start();
    return this.#current;
  }

  #start(): Promise<Engine> {
    const starting = (async () => this.#make())();
    // One that could not start is not kept.
    starting.catch(() => {
      if (this.#current === starting) this.#current = null;
    });
    return starting;
  }

  /** Stops the running engine at once, whatever it does; the next `current` starts another. */
  drop(): void {
    const running = this.#current;
    this.#current = null;
    running?.then(
      (engine) => engine.terminate(),
      () => undefined,
    );
  }
}
