/** Two groups of customers side by side, in Simplified Chinese. */
import type {CompareWords} from '../compare-words.js';

export const compare: CompareWords = {
  title: '对比两组客户',
  how: '选两个分层或标签，也可以拿一组与其余所有客户对比。',
  first: '这一组',
  second: '对比',
  others: '其余所有客户',
  segments: '分层',
  tags: '标签',
  compare: '开始对比',
  same: '请选两个不同的组。',
  failed: '这两组现在无法对比。',
  customers: '客户数',
  share: '销售额占比',
  shareWhat: '实付减退款，占全店（含无客户信息的订单）销售额的比例。',
  both: (c) => `有 ${c.text} 位客户同时在两组里，以下各项都不计入他们。`,
  columns: {figure: '指标', name: '名称', difference: '差异及 95% 区间'},
  figure: {
    came_back: {
      name: '复购率',
      what: '至少有两个下单日的客户占比。两个比例之差的区间：Newcombe 法。',
    },
    came_back_90d: {
      name: '90 天内复购率',
      what: '首单已满 90 天的客户中，90 天内有第二个下单日的占比。两个比例之差的区间：Newcombe 法。',
    },
    orders_per_customer: {
      name: '人均订单数',
      what: '有效订单数除以客户数，即平均值。区间：Welch 法。',
    },
    average_order_value: {
      name: '客单价',
      what: '实付减退款，除以有效订单数。区间：Welch 法，以客户为单位。',
    },
    revenue_per_customer: {
      name: '人均消费',
      what: '实付减退款，除以客户数，即平均值。区间：Welch 法。',
    },
    days_between_orders: {
      name: '下单间隔天数',
      what: '首个下单日到最近下单日的天数，除以其间的复购次数；只算复购过的客户。区间：Welch 法。',
    },
    days_since_last: {
      name: '距上次下单天数',
      what: '客户平均值。分层往往就是按它划分的，差异可能由定义而来。区间：Welch 法。',
    },
    lifetime_value: {
      name: '未来 12 个月预计消费',
      what: '预测模型对每位客户的预计，取平均值。区间只针对平均值，不含预测本身的误差。Welch 法。',
    },
  },
  rests: (first, second) => `分别基于 ${first} 位和 ${second} 位客户。`,
  points: (text) => `${text} 个百分点`,
  days: (text) => `${text} 天`,
  more: (difference, low, high) => `${difference}（${low} 至 ${high}）`,
  verdict: {
    too_little_data: '数据太少',
    within_chance: '可能只是偶然',
    beyond_chance: '超出偶然范围',
  },
  traits: {
    product: '差异明显的商品',
    category: '差异明显的品类',
    first_channel: '首单渠道',
  },
  traitsHow: (tried) => `在 ${tried.text} 项中取最可靠的几项。结论已考虑比较的项数，区间没有。`,
  byChance:
    '每二十个区间约有一个会偶然出错：八项指标其实都没有差异时，大约三次对比里就有一次会看到某项“有差异”。',
};
