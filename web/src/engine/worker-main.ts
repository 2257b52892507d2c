/** What the worker script runs: built as one classic script, because blob modules do not start on file://. */
import {openDoor} from './door.js';
import {serve} from './worker.js';
import type {Port} from './worker.js';

serve(globalThis as unknown as Port, openDoor);
