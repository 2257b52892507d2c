/** Handing out what the program gives: how it was chosen, what the engine is asked, and what came of it later. */
import {localDay} from '../engine/day.js';
import {decimalSign} from '../engine/decimal-sign.js';
import {goingOn, type HandoutRecord} from '../engine/handouts.js';
import type {
  AudienceTarget,
  Handout,
  HandoutFile,
  HandoutOutcome,
  HandoutQuery,
} from '../engine/protocol.js';
import type {Desk} from './desk.js';
import type {Settings} from './settings.js';

export interface HandoutChoice {
  offer: string;
  /** A duration, as the engine reads it. */
  life: string;
  target: AudienceTarget;
  /** The owner has consent that the files do not tell of. */
  isVouched: boolean;
}

export const kLives = ['14D', '30D', '90D', 'unlimited'] as const;

/** How long it is looked at what customers do after a hand-out, in days. */
export const kOutcomeDays = 30;

/** As many rows as the engine gives at once. */
const kLongestPage = 100_000;

/** A secret of 48 bits, as the command line makes them. */
function newSeed(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high & 0xffff) * 2 ** 32 + low;
}

export function handoutQuery({handouts}: Settings, choice: HandoutChoice): HandoutQuery {
  const {offer, life, target, isVouched} = choice;
  return {
    offer: offer.trim(),
    life,
    target,
    issued: localDay(),
    ...(isVouched ? {unknown_consent: 'given' as const} : {}),
    ...(target === 'excel' ? {decimal: decimalSign()} : {}),
    ...goingOn(handouts, newSeed),
  };
}

/** Which files a program takes in. */
export function handoutFiles(target: AudienceTarget): HandoutFile[] {
  return target === 'klaviyo' || target === 'shopify' ? ['list', 'codes'] : ['list'];
}

export function handoutName(target: AudienceTarget, file: HandoutFile): string {
  return `regulars-${file === 'codes' ? 'codes' : 'rewards'}-${target}.csv`;
}

/** Whom it would reach; null where nobody can say. */
export async function countHandout(desk: Desk, choice: HandoutChoice): Promise<Handout | null> {
  const engine = await desk.engines.current();
  const query = handoutQuery(desk.store.value.settings, choice);
  return engine.call('handout', {...query, limit: 0}).catch(() => null);
}

/** What customers did after a hand-out; null where nobody can say. */
export async function handoutOutcome(
  desk: Desk,
  {on, customers}: HandoutRecord,
): Promise<HandoutOutcome | null> {
  const engine = await desk.engines.current();
  const told = customers.map(({customer, code}) => ({customer, ...(code === null ? {} : {code})}));
  return engine
    .call('handout_outcome', {on, days: kOutcomeDays, customers: told})
    .catch(() => null);
}

/** The hand-out with all its rows, and its files. */
export async function makeHandout(
  desk: Desk,
  query: HandoutQuery,
): Promise<{handout: Handout; files: {name: string; parts: string[]}[]}> {
  const engine = await desk.engines.current();
  const handout = await engine.call('handout', {...query, limit: kLongestPage});
  while (handout.rows.length < handout.given + handout.held_out) {
    const from = handout.rows.length;
    const more = await engine.call('handout', {...query, from, limit: kLongestPage});
    handout.rows.push(...more.rows);
  }
  const files = [];
  for (const file of handoutFiles(query.target)) {
    const parts: string[] = [];
    for (let from: number | null = 0; from !== null;) {
      const piece: {text: string; next: number | null} = await engine.call('handout_csv', {
        ...query,
        file,
        from,
      });
      parts.push(piece.text);
      from = piece.next;
    }
    files.push({name: handoutName(query.target, file), parts});
  }
  return {handout, files};
}
