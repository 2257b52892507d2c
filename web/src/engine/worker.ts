/** The engine's own thread. Generic over the protocol: it knows no verb. */
import {callDoor} from './engine.js';
import type {WasmBytes} from './engine.js';
import {asEngineError} from './errors.js';
import type {Request, Response, Verbs} from './protocol.js';

/** The first message: the engine's code. Its answer carries the id 0. */
export interface Boot {
  wasm: WasmBytes;
}

/** As much of a worker's global scope, or of a MessagePort, as is used here. */
export interface Port {
  onmessage: ((event: MessageEvent<Boot | Request>) => void) | null;
  postMessage(message: Response, transfer: Transferable[]): void;
}

/** Answers every request at `port`, in order, with the engine that `open` makes of the first message. */
export function serve(port: Port, open: (wasm: WasmBytes) => Promise<Verbs>): void {
  let door: Promise<Verbs> | undefined;
  const answer = async (id: number, work: () => Promise<unknown>) => {
    try {
      const ok = await work();
      port.postMessage({id, ok}, ArrayBuffer.isView(ok) ? [ok.buffer as ArrayBuffer] : []);
    } catch (thrown) {
      port.postMessage({id, error: asEngineError(thrown).body}, []);
    }
  };
  port.onmessage = ({data}) => {
    if ('wasm' in data) {
      const opening = (door = open(data.wasm));
      void answer(0, () => opening.then(() => null));
      return;
    }
    const {id, verb, args} = data;
    void answer(id, async () => {
      if (!door) throw new Error('a verb before the engine');
      return callDoor(await door, verb, args);
    });
  };
}
