/** Words from the files inside our own sentences: a name may be of any length, in any direction, and hold marks of every kind. */

/** Signs of a name in a sentence; where it stands by itself it stands in full. */
const kLongest = 80;
/** What turns the direction of the words after it, and nothing else: U+061C, 200E, 200F, 202A to 202E, 2066 to 2069. */
const kTurns = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** White space, and signs that have no shape. */
const kBlanks = /[\s\p{Cc}]+/gu;
/** Letters of scripts that are written from right to left. */
const kLeftwards =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A name as it may stand in a sentence: on one line, not endless, and without a say in which way the words beside it run. */
export function named(name: string, longest = kLongest): string {
  // So much is enough to cut from; of ten megabytes of name the rest need not be looked at.
  const line = name
    .slice(0, 8 * longest)
    .replace(kTurns, '')
    .replace(kBlanks, ' ')
    .trim();
  const signs = [...line];
  const short = signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : line;
  // First strong isolate, and the end of it.
  return kLeftwards.test(short) ? `\u2068${short}\u2069` : short;
}
