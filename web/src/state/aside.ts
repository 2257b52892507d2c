/** Cards of the week that are done with, put off or not wanted: out of sight until their time is over by the data's own day. */
import type {CardKind} from '../engine/protocol.js';

const kDay = 86_400_000; // ms

/** A card that is done is back with other customers a week later: for so long they are on it. */
export const kDoneDays = 7;

export type AsideHow = 'done' | 'later' | 'hidden';

export interface Aside {
  kind: CardKind;
  how: AsideHow;
  /** The day of the data on which it was decided. */
  on: string;
  /** From this day of the data on the card is shown again; null: when somebody asks for it. */
  until: string | null;
  /** How many customers the card was about. */
  customers: number;
}

/** What is to become of a card of the week; `back`: it is shown again. */
export type CardStep =
  {kind: CardKind; how: 'done' | 'hidden' | 'back'} | {kind: CardKind; how: 'later'; days: number};

/** The day so many days after another, both as `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * kDay).toISOString().slice(0, 10);
}

/** Whether the card is out of sight on a day of the data; of older data it was not said. */
export function isInForce({how, on, until}: Aside, asOf: string): boolean {
  if (how === 'hidden') return true;
  return on <= asOf && (until === null || asOf < until);
}

/** In the place of what was said of the kind before. */
export function withAside(all: readonly Aside[], aside: Aside): Aside[] {
  return [...all.filter(({kind}) => kind !== aside.kind), aside];
}

/** Of this kind, when it was done before: what the card of a later day can tell of it. */
export function lastDone(all: readonly Aside[], kind: CardKind, asOf: string): Aside | null {
  const last = all.find((aside) => aside.kind === kind && aside.how === 'done');
  return last && last.on < asOf ? last : null;
}
