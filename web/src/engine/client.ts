/** The engine in a worker, seen from the page. Generic over the protocol: it knows no verb. */
import type {Engine, WasmBytes} from './engine.js';
import {EngineError, asEngineError} from './errors.js';
import type {Answer, Response, Verb, Verbs} from './protocol.js';

/** As much of a Worker, or of a MessagePort, as is used here. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<Response>) => void) | null;
  onerror?: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
  terminate?(): void;
}

interface Question {
  resolve(answer: unknown): void;
  reject(error: EngineError): void;
}

/** A worker that died is not raised again: make a new client, and give it the files anew. */
export class EngineClient implements Engine {
  /** Settles when the engine runs, or cannot. */
  readonly ready: Promise<void>;
  readonly #worker: WorkerLike;
  readonly #questions = new Map<number, Question>();
  #lastId = 0;
  #death: EngineError | undefined;

  /** `wasm` is copied to the worker, so that the next client can use it too. */
  constructor(makeWorker: () => WorkerLike, wasm: WasmBytes) {
    this.#worker = makeWorker();
    this.#worker.onmessage = ({data}) => this.#settle(data);
    this.#worker.onmessageerror = () => this.#die('a message could not be read');
    this.#worker.onerror = (event) => {
      event.preventDefault?.();
      this.#die(event.message ?? '');
    };
    this.ready = this.#ask(0, {wasm}, []).then(() => undefined);
    // Whoever does not wait for `ready` hears of it at the first call.
    this.ready.catch(() => undefined);
  }

  call<V extends Verb>(verb: V, ...args: Parameters<Verbs[V]>): Promise<Answer<V>> {
    const id = ++this.#lastId;
    const posted = args.map((arg) => (arg instanceof Uint8Array ? whole(arg) : arg));
    const transfer = posted.flatMap((arg) => (arg instanceof Uint8Array ? [arg.buffer] : []));
    return this.#ask(id, {id, verb, args: posted}, transfer) as Promise<Answer<V>>;
  }

  terminate(): void {
    this.#die('terminated');
  }

  #ask(id: number, message: unknown, transfer: Transferable[]): Promise<unknown> {
    if (this.#death) return Promise.reject(this.#death);
    return new Promise((resolve, reject) => {
      this.#questions.set(id, {resolve, reject});
      try {
        this.#worker.postMessage(message, transfer);
      } catch (thrown) {
        this.#questions.delete(id);
        reject(asEngineError(thrown));
      }
    });
  }

  #settle(response: Response): void {
    const question = this.#questions.get(response.id);
    if (!question) return;
    this.#questions.delete(response.id);
    if ('ok' in response) return question.resolve(response.ok);
    const error = EngineError.from(response.error);
    question.reject(error);
    if (error.code === 'engine_died') this.#die(error.detail);
  }

  #die(detail: string): void {
    if (this.#death) return;
    this.#death = new EngineError('engine_died', {detail});
    this.#worker.terminate?.();
    for (const question of this.#questions.values()) question.reject(this.#death);
    this.#questions.clear();
  }
}

/** Only a whole buffer can be given away: of a part, a copy is. */
function whole(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const {buffer} = bytes;
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return isWhole ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}
