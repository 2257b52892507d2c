/** What every host sees of an engine, wherever it runs. */
import type {Answer, Verb, Verbs} from './protocol.js';

/** The bytes of regulars.wasm. */
export type WasmBytes = ArrayBuffer | Uint8Array;

/** Verbs are answered in the order they were asked. */
export interface Engine {
  /** Bytes among the arguments may be taken away: pass a copy of what is still needed. Rejects with an EngineError. */
  call<V extends Verb>(verb: V, ...args: Parameters<Verbs[V]>): Promise<Answer<V>>;
  /** Stops at once and gives the memory back; what is still asked is rejected with `engine_died`. */
  terminate(): void;
}

/** Runs one verb of a door; the one place where a verb's name becomes a call. */
export function callDoor<V extends Verb>(door: Verbs, verb: V, args: Parameters<Verbs[V]>) {
  const method = door[verb] as (...args: Parameters<Verbs[V]>) => Answer<V>;
  return method.apply(door, args);
}
