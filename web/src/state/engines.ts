/** Keeps one engine running, and for a while a second that may take its place: the next is started when the last one was stopped or has died. */
import type {Engine} from '../engine/engine.js';

/** How a host starts an engine. */
export type MakeEngine = () => Engine | Promise<Engine>;

export class Engines {
  readonly #make: MakeEngine;
  #current: Promise<Engine> | null = null;
  #beside: Promise<Engine> | null = null;

  constructor(make: MakeEngine) {
    this.#make = make;
  }

  /** The running engine; starts one if there is none. */
  current(): Promise<Engine> {
    this.#current ??= this.#start();
    return this.#current;
  }

  /** Another engine, while the running one keeps what it knows. */
  beside(): Promise<Engine> {
    this.dropBeside();
    this.#beside = (async () => this.#make())();
    return this.#beside;
  }

  /** The engine beside takes the place of the running one. */
  adopt(): void {
    if (!this.#beside) return;
    stop(this.#current);
    this.#current = this.#beside;
    this.#beside = null;
  }

  dropBeside(): void {
    stop(this.#beside);
    this.#beside = null;
  }

  #start(): Promise<Engine> {
    const starting = (async () => this.#make())();
    // One that could not start is not kept.
    starting.catch(() => {
      if (this.#current === starting) this.#current = null;
    });
    return starting;
  }

  /** Stops whatever runs at once; the next `current` starts another. */
  drop(): void {
    this.dropBeside();
    stop(this.#current);
    this.#current = null;
  }
}

function stop(running: Promise<Engine> | null): void {
  running?.then(
    (engine) => engine.terminate(),
    () => undefined,
  );
}
