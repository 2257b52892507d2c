/** One line on standard error that tells how far it is; only where a person looks at it. */
import type {ReadProgress} from '../engine/reading.js';
import type {Words} from './words.js';

const kBlankLine = '\r\u001b[K';
const kEvery = 80; // ms

export class ProgressLine {
  readonly #words: Words;
  readonly #shown = process.stderr.isTTY === true;
  #last = 0;

  constructor(words: Words) {
    this.#words = words;
  }

  reading({file, rows, bytes, total_bytes: total}: ReadProgress): void {
    const now = performance.now();
    if (now - this.#last < kEvery) return;
    this.#last = now;
    const percent = total ? `${Math.floor((100 * bytes) / total)} %` : '';
    this.#show(this.#words.reading(file, rows.toLocaleString(), percent));
  }

  analyzing(): void {
    this.#show(this.#words.analyzing);
  }

  clear(): void {
    this.#show('');
  }

  #show(text: string): void {
    if (this.#shown) process.stderr.write(kBlankLine + text);
  }
}
