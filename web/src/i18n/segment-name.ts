/** What a segment is called and what to do with it, whatever scheme it is of. */
import type {KnownSegment, Segment, ShopifySegment} from '../engine/protocol.js';
import type {SegmentWords} from './messages.js';

/** The one of the ten that other schemes' segments are most like; null where none is. */
const kKin: Record<Exclude<KnownSegment, Segment>, Segment | null> = {
  loyal: 'loyal_customers',
  active: 'potential_loyalists',
  new: 'new_customers',
  needs_attention: 'need_attention',
  previously_loyal: 'cannot_lose',
  almost_lost: 'about_to_sleep',
  dormant: 'hibernating',
  lost: 'hibernating',
  prospects: null,
  others: null,
};

function has<Key extends string>(record: Readonly<Record<Key, unknown>>, key: string): key is Key {
  return Object.hasOwn(record, key);
}

/** Names of one's own are as they were written. */
export function segmentName({name: names}: SegmentWords, name: string): string {
  return has(names, name) ? names[name] : name;
}

/** Who they are, where the name alone says it; else empty. */
export function segmentWho({who}: SegmentWords, name: string): string {
  return has<Segment | ShopifySegment>(who, name) ? who[name] : '';
}

function kinOf(name: string): Segment | null {
  return has(kKin, name) ? kKin[name] : (name as Segment);
}

/** Empty where nothing can be said. */
export function segmentAdvice({advice}: SegmentWords, name: string): string {
  const kin = kinOf(name);
  return kin !== null && has(advice, kin) ? advice[kin] : '';
}

/** Colour only where something is being lost. */
export function segmentTone(name: string): 'bad' | 'warn' | '' {
  const kin = kinOf(name);
  if (kin === 'cannot_lose') return 'bad';
  return kin === 'at_risk' || kin === 'about_to_sleep' ? 'warn' : '';
}
