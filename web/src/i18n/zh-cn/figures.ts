/** The headline figures in Simplified Chinese. */
import type {FigureWords} from '../figure-words.js';

export const figures: FigureWords = {
  lead: (lines, orders, customers, from, to) =>
    `${lines.text} 行明细，${orders.text} 笔有效订单，${customers.text} 位客户，${from}至${to}。`,
  answer: (back, all) => `${all.text} 位客户中，有 ${back.text} 位再次下单。`,
  figure: {
    customers: {
      name: '客户数',
      what: '至少有一笔有效订单的人，每人只算一次。',
      now: '看看“客户”页里分布图的下半部：只买过一次的人，是离您最近的增长。',
    },
    repurchase_rate: {
      name: '复购率',
      what: '在两个或更多不同日子下过单的客户所占的比例。',
      now: '看变化时请对照区间：落在区间以内的变动可能只是偶然。90 天复购率对您的动作反应更快。',
    },
    repurchase_within_90: {
      name: '90 天内复购率',
      what: '首单已满 90 天的客户中，在 90 天之内再次下单的比例。',
      now: '首单之后几周发一条消息，最能带动这个数字。一次只改一处，下个季度再比较。',
    },
    orders_per_customer: {
      name: '人均订单数',
      what: '到目前为止，平均每位客户下了多少笔订单。',
      now: '平均数背后是两群人：只来一次的和常来的。客户分层会告诉您各有多少。',
    },
    average_order_value: {
      name: '客单价',
      what: '一笔有效订单带来的收入，已扣除优惠和退款。',
      now: '想提高它，最实在的办法是“行动与实验”页里的“常一起买的商品”。',
    },
    median_days_between_orders: {
      name: '两次下单间隔',
      what: '一半的回头发生在上一单之后这么多天以内，另一半更晚。',
      now: '大约过了这么久再联系：太早是打扰，太晚人已经去了别家。',
    },
    revenue: {
      name: '销售额',
      what: '全部有效订单的收入，减去退还的金额。',
      now: '请与店铺后台同一时期的合计核对；如有出入，“数据体检”会说明哪些行没有计入。',
    },
  },
  what: '这是什么？',
  counted: '怎么算的？',
  now: '现在该做什么？',
  people: '查看这些客户',
  open: (name) => `${name}：查看说明`,
  ofThem: (numerator, denominator) => `${denominator.text} 中有 ${numerator.text}`,
  between: (low, high) => `${low} 至 ${high}`,
  interval: (low, high) => `以这样的客户数量，真实比例有 95% 的把握在 ${low} 到 ${high} 之间。`,
  counts: {
    customers: (customers, guests) =>
      guests.n === 0
        ? `${customers.text} 人有有效订单，每笔有效订单都写明了客户。`
        : `${customers.text} 人有有效订单。另有 ${guests.text} 笔订单没有客户：计入销售额，不计入人数。`,
    repurchase_rate: (numerator, denominator) =>
      `${denominator.text} 位客户中，${numerator.text} 位在两个或更多不同日子下过单。`,
    repurchase_within_90: (numerator, denominator) =>
      `能观察满 90 天的 ${denominator.text} 位客户中，${numerator.text} 位再次下单。更新的客户不参与计算，也不算流失。`,
    orders_per_customer: (orders, guests, customers) =>
      `${orders.text} 笔有效订单${guests.n === 0 ? '' : `（减去 ${guests.text} 笔没有客户的）`}，分摊到 ${customers.text} 位客户。`,
    average_order_value: (orders, revenue) => `${revenue}，除以 ${orders.text} 笔有效订单。`,
    median_days_between_orders: (gaps) =>
      `同一客户相邻两个下单日之间共有 ${gaps.text} 段间隔，取正中间的一段。`,
    revenue: (orders, refunded, guests) =>
      `${orders.text} 笔有效订单；已减去退款 ${refunded}；其中 ${guests} 来自没有客户的订单。`,
  },
  under: {
    customers: (repeat) => `其中 ${repeat.text} 位再次下单`,
    orders_per_customer: (orders) => `${orders.text} 笔有效订单`,
    average_order_value: (orders) => `按 ${orders.text} 笔订单计`,
    median_days_between_orders: (gaps) => `${gaps.text} 段间隔的中位数`,
    revenue: (perCustomer) => `人均 ${perCustomer}`,
  },
  reason: {
    too_little_data: '数据太少，给不出可靠的数字。',
    no_amount_column: '文件里没有金额。',
    no_customer_column: '文件里没有写明是谁买的。',
  },
  returnsTitle: '多久之后会再来？',
  returnsHow:
    '首单之后若干天内再次下单的比例，只算已观察满这么久的客户。浅色带有 95% 的把握包含真实比例。',
  returnsColumns: {
    within: '期限',
    share: '再次下单',
    counts: '人数',
    interval: '真实比例（95% 把握）',
  },
  within: (days) => `${days.text} 天`,
  young: '时间还短',
  todoTitle: '从哪里开始',
  todo: {
    cannot_lose: (c, revenue) => ({
      title: `${c.text} 位最好的客户没有动静了`,
      text: `他们曾经下单最勤${revenue && `，累计带来 ${revenue}`}。本周就亲自联系他们。`,
    }),
    at_risk: (c, revenue) => ({
      title: `${c.text} 位好客户正在流失`,
      text: `他们来过多次，最近却没有来${revenue && `，累计带来 ${revenue}`}。提醒一下花不了多少。`,
    }),
    new_customers: (c, revenue) => ({
      title: `${c.text} 人刚刚第一次下单`,
      text: `关键在第二单。${revenue && `他们带来了 ${revenue}；`}趁还记得您，推荐搭配的商品。`,
    }),
    champions: (c, revenue, share) => ({
      title: `${c.text} 位冠军客户贡献了 ${share} 的销售额`,
      text: `买得勤、最近也来过的人，带来 ${revenue}。向他们道谢，不必打折。`,
    }),
  },
  todoNone: '没有特别突出的情况，“客户”页里的分布图包含所有人。',
  noCustomers:
    '看不出谁会再来：没有一笔订单写明客户。请连同客户的邮箱、姓名或编号一起导出，再放进来。',
};
