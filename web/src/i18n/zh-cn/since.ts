/** What changed since the project was saved, in Simplified Chinese. */
import type {SinceWords} from '../since-words.js';

export const since: SinceWords = {
  title: (day) => `上次保存（${day}）以来有什么变化？`,
  how: (from, to) => `项目里保存的 ${from}的数字，与 ${to}的对照。比例下方是对应的人数。`,
  figure: {
    customers: () => '客户数',
    repurchase_rate: () => '复购率',
    repurchase_within_90: () => '90 天内复购率',
    retention_rate: (days) => `${days}留存率`,
    churn_rate: (days) => `${days}流失率`,
    average_order_value: () => '客单价',
    revenue: () => '销售额',
  },
  columns: {figure: '指标', then: '上次', now: '现在', change: '变化'},
  perOrder: (revenue, orders) => `${orders.text} 笔订单共 ${revenue}`,
  points: (points) => `${points} 个百分点`,
  turn: {better: '变好', worse: '变差'},
  same: '不变',
  statesTitle: '客户处在哪一步',
  segmentsTitle: '客户分层',
  state: '状态',
  segment: '分层',
  otherRules: '分层不作比较：上次保存时用的是另一套规则或分界。',
  otherMoney: '金额不作比较：上次的文件是另一种货币。',
  note: '“变好”“变差”只表示数字变动的方向。前后两次大部分是同一批客户，期间清洗规则也可能改过，所以这里不判断变化是否只是偶然；要判断，请看“复购与留存”里的异常监测图。',
};
