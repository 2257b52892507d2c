/** The encodings of China, Taiwan, Japan and Korea, in which a character takes two bytes, and how likely each pair of them is. */
import {kJapanese, kKorean, kSimplified, kTraditional} from './languages.js';

export interface DoubleByte {
  encoding: string;
  /** The characters that exports are full of. */
  common: string;
  words: string;
  prior: number;
  /** What a pair weighs that is none of the common characters: natural logarithm of its share. */
  weigh: (lead: number, trail: number) => number;
  /** A byte from 0x80 on that is a character by itself weighs this; null: it is none. */
  single: (byte: number) => number | null;
  isLead: (byte: number) => boolean;
  isTrail: (byte: number) => boolean;
}

const kCommon = -4.9;
/** A character of everyday writing: some three thousand of them share what the common ones leave. */
const kEveryday = -7;
const kPunctuation = -6.5;
const kKana = -4.2;
const kRare = -10.5;
/** Extensions: thousands of characters that hardly a name holds. */
const kObscure = -12.5;
const kInvalid = -14;

const within = (byte: number, from: number, to: number) => byte >= from && byte <= to;
const isHigh = (byte: number) => within(byte, 0xa1, 0xfe);
const none = () => null;

/**
 * The areas are those of the standards: GB 2312 and KS X 1001 put the common characters first (rows 16 on), as do JIS X 0208
 * (level 1) and Big5 (level 1, from 0xa4).
 */
export const kDoubleBytes: readonly DoubleByte[] = [
  {
    encoding: 'gb18030',
    common: kSimplified,
    words: '.cn cny rmb',
    prior: -0.3,
    weigh: (lead, trail) => {
      if (trail < 0xa1 || lead < 0xa1 || lead > 0xf7) return kObscure;
      if (within(lead, 0xb0, 0xd7)) return kEveryday;
      if (lead === 0xa1 || lead === 0xa3) return kPunctuation;
      return lead >= 0xd8 || lead === 0xa2 ? kRare : kObscure;
    },
    single: (byte) => (byte === 0x80 ? -6 : null),
    isLead: (byte) => within(byte, 0x81, 0xfe),
    isTrail: (byte) => within(byte, 0x40, 0x7e) || within(byte, 0x80, 0xfe),
  },
  {
    encoding: 'big5',
    common: kTraditional,
    words: '.tw .hk twd hkd ntd',
    prior: -0.7,
    weigh: (lead) => {
      if (within(lead, 0xa4, 0xc6)) return kEveryday;
      if (within(lead, 0xa1, 0xa3)) return kPunctuation;
      return within(lead, 0xc9, 0xf9) ? kRare : kObscure;
    },
    single: none,
    isLead: (byte) => within(byte, 0x81, 0xfe),
    isTrail: (byte) => within(byte, 0x40, 0x7e) || isHigh(byte),
  },
  {
    encoding: 'shift_jis',
    common: kJapanese,
    words: '.jp jpy',
    prior: -0.5,
    weigh: (lead, trail) => {
      if (lead === 0x82 && within(trail, 0x9f, 0xf1)) return kKana;
      if (lead === 0x83 && within(trail, 0x40, 0x96)) return kKana;
      if (lead === 0x81) return trail === 0x5b ? kKana : kPunctuation;
      if (lead === 0x82) return kPunctuation;
      if (within(lead, 0x88, 0x97) || (lead === 0x98 && trail <= 0x72)) return kEveryday;
      return within(lead, 0x98, 0x9f) || within(lead, 0xe0, 0xea) ? kRare : kObscure;
    },
    // Half-width katakana: whoever writes them writes whole words of them, and other alphabets look like that.
    single: (byte) => (within(byte, 0xa1, 0xdf) ? -6 : null),
    isLead: (byte) => within(byte, 0x81, 0x9f) || within(byte, 0xe0, 0xfc),
    isTrail: (byte) => within(byte, 0x40, 0x7e) || within(byte, 0x80, 0xfc),
  },
  {
    encoding: 'euc-jp',
    common: kJapanese,
    words: '.jp jpy',
    prior: -1.5,
    weigh: (lead) => {
      if (lead === 0xa4 || lead === 0xa5) return kKana;
      if (lead === 0xa1 || lead === 0xa3) return kPunctuation;
      if (within(lead, 0xb0, 0xcf)) return kEveryday;
      return within(lead, 0xd0, 0xf4) ? kRare : kObscure;
    },
    single: none,
    isLead: (byte) => byte === 0x8e || isHigh(byte),
    isTrail: isHigh,
  },
  {
    encoding: 'euc-kr',
    common: kKorean,
    words: '.kr krw',
    prior: -0.6,
    weigh: (lead, trail) => {
      if (trail < 0xa1 || lead < 0xa1) return kObscure;
      if (within(lead, 0xb0, 0xc8)) return -6.5;
      if (lead === 0xa1 || lead === 0xa3) return kPunctuation;
      return within(lead, 0xca, 0xfd) ? kRare - 1 : kObscure;
    },
    single: none,
    isLead: (byte) => within(byte, 0x81, 0xfe),
    isTrail: (byte) =>
      within(byte, 0x41, 0x5a) || within(byte, 0x61, 0x7a) || within(byte, 0x81, 0xfe),
  },
];

/** How likely the bytes from 0x80 on are as characters of `page`; see `rankEncodings`. */
export function scoreDoubleByte(bytes: Uint8Array, page: DoubleByte): number {
  const isCommon = commonPairs(page);
  let score = 0;
  let afterLetter = false;
  let afterPair = false;
  for (let i = 0; i < bytes.length; ++i) {
    const lead = bytes[i] as number;
    if (lead < 0x80) {
      const isLetter = within(lead | 0x20, 0x61, 0x7a);
      // A pair right beside a Latin letter is rarer than a letter with an accent.
      if (isLetter && afterPair) score -= 2.5;
      afterLetter = isLetter;
      afterPair = false;
      continue;
    }
    if (afterLetter) score -= 2.5;
    afterLetter = false;
    afterPair = true;
    const alone = page.single(lead);
    const trail = bytes[i + 1];
    if (alone !== null) {
      score += alone;
    } else if (page.encoding === 'gb18030' && trail !== undefined && within(trail, 0x30, 0x39)) {
      score += kInvalid;
      const third = bytes[i + 2] ?? 0;
      if (page.isLead(lead) && page.isLead(third)) i += 3;
    } else if (trail !== undefined && page.isLead(lead) && page.isTrail(trail)) {
      score += isCommon(lead, trail) ? kCommon : page.weigh(lead, trail);
      ++i;
    } else if (trail !== undefined || !page.isLead(lead)) {
      score += kInvalid;
    }
  }
  return score;
}

interface Known {
  decoder: TextDecoder;
  wanted: ReadonlySet<string>;
  pairs: Map<number, boolean>;
}

const known = new Map<string, Known>();

/** Whether two bytes mean a common character. Only pairs that are met are decoded: of all 24,000 it takes longer than a click may. */
function commonPairs({encoding, common}: DoubleByte): (lead: number, trail: number) => boolean {
  let found = known.get(encoding);
  if (!found) {
    found = {decoder: new TextDecoder(encoding), wanted: new Set(common), pairs: new Map()};
    known.set(encoding, found);
  }
  const {decoder, wanted, pairs} = found;
  const bytes = new Uint8Array(2);
  return (lead, trail) => {
    const pair = (lead << 8) | trail;
    let answer = pairs.get(pair);
    if (answer === undefined) {
      bytes.set([lead, trail]);
      pairs.set(pair, (answer = wanted.has(decoder.decode(bytes))));
    }
    return answer;
  };
}
