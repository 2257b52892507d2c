/** Handing out, in Simplified Chinese. */
import type {HandoutWords} from '../handout-words.js';

export const handout: HandoutWords = {
  title: '发放奖励',
  how: '规则给到的每位客户各得一个专属券码。文件由 Regulars 写好，谁拿了哪个码记在项目里，绝不重复。不会替您发送任何东西。',
  offer: '活动名称',
  offerHint: '例如：春季回馈',
  life: '券码有效期',
  lives: {'14D': '14 天', '30D': '30 天', '90D': '90 天', unlimited: '长期有效'},
  wouldGive: (c, amount) => `${c.text} 个券码，共值 ${amount}。`,
  holdOutHint:
    '没有留出对照客户，以后就看不出奖励带来了什么。在方案中写 "hold_out": {"share": 0.1}，每十位留出一位。',
  save: '保存文件',
  saves: (files) => `将保存 ${files}。之后请保存项目：券码记在里面。`,
  pastTitle: '以往发放',
  pastHow: (days) => `统计发放后 ${days} 天内下单的客户。发放当天不算：订单可能在发放之前。`,
  codes: (c) => `${c.text} 个券码`,
  givenDid: (c, ordered, share) => `拿到券码的 ${c.text} 位中，${ordered} 位下单（${share}）。`,
  heldOutDid: (c, ordered, share) => `留作对照的 ${c.text} 位中，${ordered} 位下单（${share}）。`,
  effect: (low, high) => `相差 ${low} 到 ${high} 个百分点，把握 95%。`,
  more: '看来带来了订单：纯属偶然的情况不到二十分之一。',
  less: '看来反而少了订单：纯属偶然的情况不到二十分之一。',
  open: '也可能只是偶然。',
  noEffect: {
    too_early: '还太早：文件中的日期还不够。',
    nobody_held_out: '没有留出对照客户：这只是发生了什么，不能说是券码带来的。',
    too_little_data: '其中一组客户太少，看不出券码带来了什么。',
  },
  unknown: (c) => `${c.text} 位不在这些文件中。`,
  rewarded: (c) => `按方案，${c.text} 位客户可得奖励。`,
  given: (c, amount) => `发出 ${c.text} 个券码，共值 ${amount}。`,
  until: (day) => `有效期至 ${day}。`,
  heldOut: (c) => `${c.text} 位留作对照，不发`,
  tooSoon: (c) => `${c.text} 位不久前刚发过`,
};
