/** Big parts of a screen, each drawn in a turn of its own, so that going to a screen never keeps a click waiting. */
import {nothing} from 'lit';
import {AsyncDirective} from 'lit/async-directive.js';
import {directive} from 'lit/directive.js';

const waiting: (() => void)[] = [];
let emptied: Promise<void> | null = null;

/** Fulfilled when nothing waits to be drawn: only then has a screen its full height. */
export function allDrawn(): Promise<void> {
  return emptied ?? Promise.resolve();
}

async function drawOneByOne() {
  for (let draw = waiting.shift(); draw; draw = waiting.shift()) {
    await new Promise((resolve) => setTimeout(resolve));
    draw();
  }
  emptied = null;
}

class InTurn extends AsyncDirective {
  #content: unknown = nothing;
  #isDrawn = false;

  override render(content: unknown) {
    if (this.#isDrawn) return content;
    // What waits is drawn as it was told last.
    if (this.#content === nothing) {
      waiting.push(() => {
        this.#isDrawn = true;
        if (this.isConnected) this.setValue(this.#content);
      });
      emptied ??= drawOneByOne();
    }
    this.#content = content;
    return nothing;
  }

  override reconnected() {
    if (this.#isDrawn) this.setValue(this.#content);
  }
}

/** The content, once it is its turn; from then on at once. */
export const inTurn = directive(InTurn);
