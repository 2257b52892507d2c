/** What the owner wrote about single customers: notes and tags, by a sign of theirs, so that they outlast numbers and files. */
import type {Merge} from '../engine/protocol.js';

/** In characters. */
export const kLongestNote = 2000;
export const kLongestTag = 40;
export const kMostTags = 20;

export interface Remark {
  /** The sign that the customer had: `CustomerRow.customer`. */
  customer: string;
  note: string;
  tags: readonly string[];
}

/** A remark that is written anew, and the other signs of the same person whose remarks it takes in. */
export type RemarkStep = Remark & {others: readonly string[]};

/** In the place of all that was said of the person; a remark that says nothing is forgotten. */
export function withRemark(all: readonly Remark[], step: RemarkStep): Remark[] {
  const {customer, others} = step;
  const note = step.note.trim().slice(0, kLongestNote);
  const tags = [...new Set(step.tags.map(tidyTag))].filter(Boolean).slice(0, kMostTags);
  const rest = all.filter((one) => one.customer !== customer && !others.includes(one.customer));
  return note === '' && tags.length === 0 ? rest : [...rest, {customer, note, tags}];
}

/** One tag as it is kept: commas set tags apart. */
export function tidyTag(text: string): string {
  return text
    .replace(/[\s,，]+/g, ' ')
    .trim()
    .slice(0, kLongestTag)
    .trim();
}

/** What is said of a person under any sign; null where nothing is. */
export function remarkOf(all: readonly Remark[], signs: readonly string[]): Remark | null {
  const own = signs.flatMap((sign) => all.filter(({customer}) => customer === sign));
  const [first, ...others] = own;
  if (!first || others.length === 0) return first ?? null;
  return {
    customer: first.customer,
    note: own
      .map(({note}) => note)
      .filter(Boolean)
      .join('\n'),
    tags: [...new Set(own.flatMap(({tags}) => tags))],
  };
}

/** The sign under which the files now know each customer of a remark. */
export function signsNow(all: readonly Remark[], merges: readonly Merge[]): Map<string, string> {
  const into = new Map(merges.filter(({apart}) => !apart).map((merge) => [merge.from, merge.into]));
  const now = (sign: string): string => {
    const seen = new Set<string>();
    for (let next = into.get(sign); next !== undefined && !seen.has(next); next = into.get(sign)) {
      seen.add(next);
      sign = next;
    }
    return sign;
  };
  return new Map(all.map(({customer}) => [customer, now(customer)]));
}

/** The remarks by the sign under which the files now know their customers. */
export function remarksBySign(
  all: readonly Remark[],
  merges: readonly Merge[],
): ReadonlyMap<string, Remark> {
  const now = signsNow(all, merges);
  const signs = new Map<string, string[]>();
  for (const [then, sign] of now) signs.set(sign, [...(signs.get(sign) ?? []), then]);
  const entries = [...signs].map(([sign, then]) => [sign, remarkOf(all, then)] as const);
  return new Map(entries.filter((entry): entry is [string, Remark] => entry[1] !== null));
}

/** Each tag once, in the order of the alphabet. */
export function tagsInUse(all: readonly Remark[]): string[] {
  return [...new Set(all.flatMap(({tags}) => tags))].sort((a, b) => a.localeCompare(b));
}

export function signsWithTag(all: readonly Remark[], tag: string): string[] {
  return all.filter(({tags}) => tags.includes(tag)).map(({customer}) => customer);
}
