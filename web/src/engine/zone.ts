/** Time zones for the engine, which has none of its own: the changes of a zone's clock, asked from Intl. */
import {EngineError} from './errors.js';
import type {ZoneTable} from './protocol.js';

const kDay = 86_400;
/** No zone of these years changed its clock twice within a week. */
const kStep = 7 * kDay;
const kFrom = Date.UTC(1990, 0, 1) / 1000;
const kTo = Date.UTC(2040, 0, 1) / 1000;
/** The first offset holds for all time before: the first day of the year 1. */
const kBeginning = -62_135_596_800;

const tables = new Map<string, ZoneTable>();

/** The table of an IANA zone from 1990 to 2040. Throws `invalid_option` where the platform does not know it. */
export function zoneTable(name: string): ZoneTable {
  let table = tables.get(name);
  if (!table) {
    table = makeTable(name);
    tables.set(name, table);
  }
  return table;
}

function makeTable(name: string): ZoneTable {
  const offsetAt = offsetsOf(name);
  let offset = offsetAt(kFrom);
  const transitions = [{utc: kBeginning, offset}];
  for (let before = kFrom; before < kTo; before += kStep) {
    const next = offsetAt(before + kStep);
    if (next === offset) continue;
    const utc = firstSecond(before, before + kStep, (second) => offsetAt(second) === next);
    offset = next;
    transitions.push({utc, offset});
  }
  return {name, transitions};
}

/** The first second in (low, high] of which `holds` is true; it is true of `high`, and from its first one on. */
function firstSecond(low: number, high: number, holds: (second: number) => boolean): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Seconds that the zone's clock is ahead of UTC, as a function of the time in UTC seconds. */
function offsetsOf(name: string): (utc: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {timeZone: name, timeZoneName: 'longOffset'});
  } catch {
    throw new EngineError('invalid_option', {detail: `zone ${name}`});
  }
  return (utc) => {
    // "3/31/2024, GMT+02:00"; "GMT" alone is zero.
    const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(utc * 1000));
    if (!match) throw new EngineError('invalid_option', {detail: `zone ${name}`});
    const [, sign, hours = 0, minutes = 0, seconds = 0] = match;
    const ahead = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return sign === '-' ? -ahead : ahead;
  };
}
