/** What is too large or too deep to be handed to the engine at all: it would be copied, and read, by functions that call themselves. */
import {EngineError} from './errors.js';

/** Lists and objects inside one another; the engine reads no deeper. */
const kMostDepth = 200;
/** Values, lists and objects of a program: more than all rules that it may have can hold. */
const kMostParts = 1_000_000;

/** Refuses a program that no shop can have written: throws invalid_program. */
export function refuseEndless(program: unknown): void {
  const refuse = (what: string) => {
    throw new EngineError('invalid_program', {detail: `program: ${what}`});
  };
  // Level by level, without calling itself. What holds itself has no end either.
  let level: unknown[] = [program];
  let parts = 0;
  for (let depth = 0; level.length > 0; ++depth) {
    parts += level.length;
    if (depth > kMostDepth) refuse(`deeper than ${kMostDepth} levels`);
    if (parts > kMostParts) refuse(`more than ${kMostParts} parts`);
    level = level.flatMap((part): unknown[] =>
      typeof part === 'object' && part !== null ? Object.values(part) : [],
    );
  }
}
