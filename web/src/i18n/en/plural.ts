/** Chooses between one and many in English. */
import type {Count} from '../messages.js';

export const plural = (c: Count, one: string, many: string): string =>
  `${c.text} ${c.n === 1 ? one : many}`;
