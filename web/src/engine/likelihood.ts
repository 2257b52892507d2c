/** How likely bytes are to be text in an encoding: the model behind the guess, in natural logarithms that can be compared. */
import {textOf} from './code-pages.js';
import {kDoubleBytes, scoreDoubleByte} from './double-bytes.js';
import {kLanguages, kSingleBytes} from './languages.js';
import type {LanguageName, SingleByte} from './languages.js';

export interface Scored {
  encoding: string;
  score: number;
}

/** A letter that a language does not have still stands in its names of foreigners. */
const kForeignLetter = -9.2;
/** Of no text at all: bytes without a meaning, control characters. */
export const kImpossible = -14;
const kUncommonSign = -8;
/** A word that gives a language away, and how much all of them together may weigh. */
const kWordWeight = 1.5;
const kMostWords = 6;

/** The encodings that `sample` may be in, the likeliest first. `hints`: readable text of the file, for its words. Stops after each. */
export function* rankEncodings(
  sample: Uint8Array,
  hints: Uint8Array = sample,
): Generator<void, Scored[]> {
  const words = wordsOf(hints);
  const ranked: Scored[] = [];
  for (const page of kSingleBytes) {
    const score = page.prior + scoreSingleByte(sample, page, words);
    ranked.push({encoding: page.encoding, score});
    yield;
  }
  for (const page of kDoubleBytes) {
    const score = page.prior + wordWeight(page.words, words) + scoreDoubleByte(sample, page);
    ranked.push({encoding: page.encoding, score});
    yield;
  }
  return ranked.sort((a, b) => b.score - a.score);
}

function scoreSingleByte(sample: Uint8Array, page: SingleByte, words: string): number {
  const letters = new Map<string, number>();
  const form = scoreForm(textOf(page.encoding, sample), letters);
  const own = page.languages.map(
    (name) =>
      kLanguages[name].prior +
      wordWeight(kLanguages[name].words, words) +
      scoreLetters(letters, frequenciesOf(name)),
  );
  // A shop that sells to its neighbours holds the names of all of them.
  return form + Math.max(...own, scoreLetters(letters, mixtureOf(page)) - 1);
}

function scoreLetters(letters: Map<string, number>, likely: Map<string, number>): number {
  let score = 0;
  for (const [letter, count] of letters) score += count * (likely.get(letter) ?? kForeignLetter);
  return score;
}

/** What does not depend on the language: where letters stand, what signs stand beside. Counts the letters. */
function scoreForm(text: string, letters: Map<string, number>): number {
  let score = 0;
  for (let i = 0; i < text.length; ++i) {
    if (text.charCodeAt(i) < 0x80) continue;
    const kind = kindOf(text, i);
    if (kind === 'none') score += kImpossible;
    else if (kind === 'sign') score += scoreSign(text, i);
    else {
      const letter = smallOf(text[i] as string);
      letters.set(letter, (letters.get(letter) ?? 0) + 1);
      score += scorePlace(kind, kindOf(text, i - 1), kindOf(text, i + 1));
      if (kind === 'lower' || kind === 'upper') score += scoreSound(text, i);
    }
  }
  return score;
}

/** In lower case, where that is one letter: of the Turkish dotted capital it is two. */
function smallOf(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === 1 ? small : letter;
}

type Kind =
  | 'plain_lower'
  | 'plain_upper'
  | 'lower'
  | 'upper'
  | 'other'
  | 'other_upper'
  | 'mark'
  | 'sign'
  | 'none';

/** Of the letters: those of ASCII, those of Latin beyond it, those of other scripts, and marks upon letters. */
function kindOf(text: string, at: number): Kind {
  const code = text.charCodeAt(at);
  if (code >= 0x61 && code <= 0x7a) return 'plain_lower';
  if (code >= 0x41 && code <= 0x5a) return 'plain_upper';
  if (!(code >= 0x80)) return 'sign';
  let kind = kinds.get(code);
  if (!kind) kinds.set(code, (kind = makeKind(code)));
  return kind;
}

const kinds = new Map<number, Kind>();

function makeKind(code: number): Kind {
  const character = String.fromCharCode(code);
  if (code < 0xa0 || code === 0xfffd || /\p{Cn}|\p{Co}/u.test(character)) return 'none';
  if (/\p{M}/u.test(character)) return 'mark';
  if (!/\p{L}/u.test(character) || /[ªºˆˇ˜]/.test(character)) return 'sign';
  if (!/\p{Script=Latin}/u.test(character))
    return character === character.toLowerCase() ? 'other' : 'other_upper';
  return character === character.toLowerCase() ? 'lower' : 'upper';
}

function scorePlace(kind: Kind, before: Kind, after: Kind): number {
  const isPlain = (side: Kind) => side === 'plain_lower' || side === 'plain_upper';
  const isLatin = (side: Kind) => isPlain(side) || side === 'lower' || side === 'upper';
  const isOther = (side: Kind) => side === 'other' || side === 'other_upper';
  switch (kind) {
    case 'mark':
      return before === 'sign' || before === 'none' ? -6 : 0;
    case 'other':
    case 'other_upper': {
      const strangers = Number(isLatin(before)) + Number(isLatin(after));
      const alone = !isOther(before) && !isOther(after) && before !== 'mark';
      const large = kind === 'other' ? 0 : before === 'other' ? 5 : isOther(before) ? 0.5 : 1.4;
      return -4 * strangers - (alone ? 1.5 : 0) - large;
    }
    default: {
      // Letters beyond ASCII are every tenth to twentieth in Latin languages: two in a row are rare.
      let score = before === 'lower' || before === 'upper' ? -2 : 0;
      if (isOther(before) || isOther(after)) score -= 4;
      if (!isLatin(before) && !isLatin(after)) score -= 2.5;
      const small = before === 'plain_lower' || before === 'lower';
      if (kind === 'upper') score -= small ? 5 : before === 'plain_upper' ? 0.5 : 1.4;
      return score;
    }
  }
}

/** Whether the letter at `at` can be spoken where it stands: neither the fourth consonant in a row nor the third vowel. */
function scoreSound(text: string, at: number): number {
  const sound = soundOf(text[at] as string);
  const run = (step: number) => {
    let count = 0;
    while (count < 4 && soundOf(text[at + step * (count + 1)] ?? '') === sound) ++count;
    return count;
  };
  const length = 1 + run(-1) + run(1);
  const scores = sound === 'vowel' ? kVowels : kConsonants;
  return scores[Math.min(length, scores.length) - 1] ?? 0;
}

/** By how many stand in a row. */
const kVowels = [0, -0.5, -2];
const kConsonants = [0, 0, -0.7, -2.5];

type Sound = 'vowel' | 'consonant' | 'silence';

const sounds = new Map<string, Sound>([['', 'silence']]);

function soundOf(character: string): Sound {
  let sound = sounds.get(character);
  if (!sound) {
    const [base = ''] = character.normalize('NFD').toLowerCase();
    if ('aeiouy\u00e6\u00f8\u0153\u0131\u01a1\u01b0'.includes(base)) sound = 'vowel';
    else sound = /\p{Script=Latin}/u.test(base) ? 'consonant' : 'silence';
    sounds.set(character, sound);
  }
  return sound;
}

/** Signs that shops write, and beside what. */
function scoreSign(text: string, at: number): number {
  const sign = text[at] as string;
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  const isDigit = (side: string) => side >= '0' && side <= '9' && side !== '';
  const isLetter = (side: string) => /\p{L}/u.test(side);
  if ('€£¥₪₫'.includes(sign)) {
    if (isDigit(before) || isDigit(after)) return -2;
    return isLetter(before) || isLetter(after) ? kUncommonSign - 2 : -4;
  }
  if (sign === '\u2019') return isLetter(before) && isLetter(after) ? -2.5 : -5;
  if ('°º²³½¼¾×'.includes(sign)) return isDigit(before) || isDigit(after) ? -3.5 : -7;
  if ('®™©ª'.includes(sign)) return isLetter(before) && !isLetter(after) ? -4 : -7;
  if ('\u00a0\u2013\u2014\u2026«»„“”‘·•№¡¿\u060c\u061f\u200c\u200e\u200f'.includes(sign))
    return isLetter(before) && isLetter(after) ? -7 : -4;
  return isLetter(before) && isLetter(after) ? kUncommonSign - 3 : kUncommonSign;
}

const frequencies = new Map<LanguageName, Map<string, number>>();

/** Logarithms of a language's letter frequencies, after Zipf: the second is half as frequent as the first. */
function frequenciesOf(name: LanguageName): Map<string, number> {
  let found = frequencies.get(name);
  if (!found) {
    const letters = Array.from(new Set(kLanguages[name].letters));
    // Alphabets outside Latin are used whole, and are flatter.
    const steepness = letters.length > 24 ? 0.8 : 1;
    const weights = letters.map((_, i) => 1 / (i + 1) ** steepness);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    found = new Map(letters.map((letter, i) => [letter, Math.log((weights[i] as number) / all)]));
    frequencies.set(name, found);
  }
  return found;
}

const mixtures = new Map<string, Map<string, number>>();

function mixtureOf({encoding, languages}: SingleByte): Map<string, number> {
  let found = mixtures.get(encoding);
  if (!found) {
    const sums = new Map<string, number>();
    for (const name of languages) {
      const weight = Math.exp(kLanguages[name].prior) / languages.length;
      for (const [letter, log] of frequenciesOf(name))
        sums.set(letter, (sums.get(letter) ?? 0) + weight * Math.exp(log));
    }
    found = new Map(Array.from(sums, ([letter, share]) => [letter, Math.log(share)]));
    mixtures.set(encoding, found);
  }
  return found;
}

/** The ASCII of a text, in lower case; a tilde stands for all else, which a dot in a word means. */
function wordsOf(bytes: Uint8Array): string {
  let text = ' ';
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : '~';
  return text.toLowerCase();
}

const patterns = new Map<string, RegExp[]>();

function wordWeight(words: string, text: string): number {
  let found = patterns.get(words);
  if (!found) {
    found = words.split(' ').map((word) => {
      // A domain ends, a currency is whole, any other word only begins.
      if (word.startsWith('.')) return new RegExp(`[a-z0-9]\\${word}(?![a-z0-9.~])`);
      if (word.length === 3) return new RegExp(`[^a-z.~]${word}(?![a-z])`);
      return new RegExp(`[^a-z.~]${word}`);
    });
    patterns.set(words, found);
  }
  const hits = found.filter((pattern) => pattern.test(text)).length;
  return Math.min(kMostWords, hits * kWordWeight);
}
