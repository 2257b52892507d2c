/** Engines for tests: they answer as the real one does, and remember what they were asked. */
import type {Engine} from '../../src/engine/engine.js';
import {EngineError} from '../../src/engine/errors.js';
import type {Answer, BeginOptions, Guess, Verb, Verbs} from '../../src/engine/protocol.js';

/** Keeps the text it was pushed; a file named `bad…` fails at its first push, an empty one when it is sniffed. */
export class FakeEngine implements Engine {
  readonly asked: string[] = [];
  readonly files = new Map<string, string>();
  readonly encodings = new Map<string, string>();
  /** What every head is taken for. */
  guesses: Guess[] = [];
  /** What the last file was begun with. */
  begun: BeginOptions | undefined;
  /** What a call waits for before it answers. */
  pause: (verb: Verb) => Promise<void> = async () => {};
  #name = '';
  #parts: Uint8Array[] = [];

  async call<V extends Verb>(verb: V, ...args: Parameters<Verbs[V]>): Promise<Answer<V>> {
    this.asked.push(verb);
    // As a transfer would, take the bytes away.
    const taken = args.map((arg) => (arg instanceof Uint8Array ? taken_away(arg) : arg));
    await this.pause(verb);
    return this.#answer(verb, taken) as Answer<V>;
  }

  terminate(): void {
    this.asked.push('terminate');
  }

  #answer(verb: Verb, [first, second]: unknown[]): unknown {
    switch (verb) {
      case 'sniff':
        if ((first as Uint8Array).length === 0) throw new EngineError('empty_file');
        return {
          name: (second as {name: string}).name,
          bytes: first,
          guesses: this.guesses,
          ...(second as object),
        };
      case 'trial':
        return {zones: ['America/New_York']};
      case 'begin':
        this.begun = first as BeginOptions;
        this.#name = this.begun.name;
        this.#parts = [];
        return null;
      case 'push': {
        if (/(^|> )bad/.test(this.#name)) throw new EngineError('no_date_column');
        this.#parts.push(first as Uint8Array);
        const text = Buffer.concat(this.#parts).toString('utf8');
        return {rows: text.split('\n').length, rejected: 0, bytes: 0};
      }
      case 'end':
        this.files.set(this.#name, Buffer.concat(this.#parts).toString('utf8'));
        this.encodings.set(this.#name, (first as {encoding: string}).encoding);
        return {name: this.#name};
      default:
        return null;
    }
  }
}

function taken_away(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  structuredClone(bytes.buffer, {transfer: [bytes.buffer as ArrayBuffer]});
  return copy;
}
