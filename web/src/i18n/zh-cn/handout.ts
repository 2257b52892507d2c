/** Handing out, in Simplified Chinese. */
import type {HandoutWords} from '../handout-words.js';

export const handout: HandoutWords = {
  rewarded: (c) => `按方案，${c.text} 位客户可得奖励。`,
  given: (c, amount) => `发出 ${c.text} 个券码，共值 ${amount}。`,
  until: (day) => `有效期至 ${day}。`,
  heldOut: (c) => `${c.text} 位留作对照，不发`,
  tooSoon: (c) => `${c.text} 位不久前刚发过`,
};
