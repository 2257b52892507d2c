/** 预算给谁，中文。 */
import type {GivingWords} from '../giving-words.js';

export const giving: GivingWords = {
  chosen: (customers, cost, budget) => `${customers.text} 位客户，共 ${cost}，预算 ${budget}。`,
  nobody: '按目前的假设，奖励带来的都不及成本，因此谁也不给。',
  brings: (value) => `十二个月内预计毛利扣除奖励后多得 ${value}。`,
  assumed: '一份奖励能留住多少人是您的假设，文件里看不出来；留一组对照客户才能知道。',
  breakEven: (share) => `实际效果只要达到假设的 ${share}，就不亏。`,
  optimal: '预算之内没有更好的选法。',
  stoppedEarly: (gap) => `搜索提前结束：其他选法最多可能再多 ${gap}。`,
  greedyLess: (less) => `如果只按性价比依次选，会少得 ${less}。`,
  shadowPrice: (value, unit) => `预算每增加 ${unit}，约多得 ${value}。`,
  leftOut: {
    consent_refused: (customers) => `未计入 ${customers.text} 位客户：不愿接收信息。`,
    held_out: (customers) => `未计入 ${customers.text} 位客户：属于对照组。`,
    rewarded: (customers) => `未计入 ${customers.text} 位客户：近期已得过奖励。`,
    no_forecast: (customers) => `未计入 ${customers.text} 位客户：无法预测。`,
    gone: (customers) => `未计入 ${customers.text} 位客户：基本已流失，说不准还能带来多少。`,
  },
  reason: {
    no_forecast: '没有可靠的预测，说不出钱该花在谁身上。',
    no_amounts: '文件里没有金额，说不出损失有多大。',
    no_margin: '请填写毛利率：没有毛利率就无法权衡。',
  },
  columns: ['客户', '奖励', '可能损失', '预计多得'],
};
