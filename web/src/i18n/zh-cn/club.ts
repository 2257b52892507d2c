/** 积分会员如果早已开办，会是怎样。 */
import type {ClubWords} from '../club-words.js';

export const club: ClubWords = {
  title: '如果积分会员一直开着',
  figures: {
    points_earned: {
      name: '发出积分',
      what: '假如方案从第一笔订单起就生效，客户按规则能得到的积分，已按预算封顶。',
      now: '如果几乎全部来自一条规则，其余规则只是摆设：看下面的规则表就知道是哪一条。',
    },
    points_cost: {
      name: '最多会花费',
      what: '发出的积分如果全部兑换，一共值多少钱。',
      now: '拿它和积分会员应带来的收入相比：最后一句话写明收入要增加多少才能回本。',
    },
    points_paid: {
      name: '若都使用，已抵扣',
      what: '假如每位客户一有积分就兑换，到现在已经抵扣的金额。',
      now: '实际情况在它和零之间：按这个数准备，实际可能更少。',
    },
    points_outstanding: {
      name: '届时仍欠',
      what: '每位客户都尽早兑换之后，剩下的积分值多少钱：还凑不够一次兑换，或者尚未生效。',
      now: '这是欠客户的，请预留出来。设定有效期，它就不会一直增长。',
    },
  },
  by: (customers) => `给 ${customers.text} 位客户`,
  counted: {
    cost: (points, cost, revenue) =>
      `${points.text} 积分，按方案的兑换价折合 ${cost}；同期收入 ${revenue}。`,
    paid: (points, customers, paid) =>
      `${customers.text} 位客户兑换了 ${points.text} 积分，抵扣 ${paid}。`,
    outstanding: (points, worth) => `剩余 ${points.text} 积分，价值 ${worth}。`,
  },
  ruleNames: {
    spent: '按消费金额积分',
    regulars: '老客户多积分',
    friends: '挚友会员多积分',
    back_soon: '很快又来',
    birthday: '生日',
    review: '写评价',
    we_miss_you: '好久不见',
    visit: '到店一次',
    quiet_hours: '清闲时段双倍',
    birthday_dish: '生日送一道菜',
    three_per_cent: '返现百分之三',
    relationship: '客户带来的价值',
    years_together: '相伴年数',
    introduction: '介绍新客户',
    silver: '银卡',
    gold: '金卡',
    platinum: '白金卡',
  },
  picture: '每月月底客户持有的积分',
  rulesTitle: '各条规则给了多少',
  tiersTitle: '等级',
  month: '月份',
  issued: '发出',
  begin: '从模板开始',
  beginNone: '选择一个现成的方案……',
  templates: {
    points: '消费一元积一分',
    cash_back: '返现百分之三',
    bookstore: '书友会（分等级）',
    cafe: '第十杯免费',
    relationship: '客户关系价值（顾问适用）',
    vip: '三级 VIP 会员',
  },
  columns: {rule: '规则', times: '次数', customers: '客户数', points: '积分'},
  multiplies: '加倍',
  spending: {never: '若无人使用积分', at_once: '若每次都用积分抵扣'},
  balance: ['已兑换', '已过期', '剩余', '已抵扣', '剩余价值'],
  tiers: ['等级', '当前客户数', '达到次数'],
  earned: (points, rewarded, of, from, to) =>
    `${from}至${to}，${of.text} 位客户中有 ${rewarded.text} 位共获得 ${points.text} 积分。`,
  undecided: (occasions) =>
    `有 ${occasions.text} 次因缺少信息而无法判断某条规则。缺少的信息一律不给积分。`,
  exhausted: (day) => `预算会在${day}用完。`,
  odd: {
    never_true: (rule) => `“${rule}”永远不会生效：条件互相矛盾。`,
    always_true: (rule) => `“${rule}”对所有人都生效：条件没有排除任何人。`,
    never_reached: (rule) =>
      `“${rule}”永远轮不到：符合它的客户都先符合了前面的规则，而只有第一条算数。`,
    earned_twice: (rule, other) =>
      `“${other}”和“${rule}”会同时给同一等级的客户积分。如果其中一条要取代另一条，请给它们设同一个 group。`,
  },
  cost: (money) => `最多会花费 ${money}。`,
  costShare: (money, share) => `最多会花费 ${money}，占收入的 ${share}。`,
  noMargin: '在方案中写明毛利率 "margin"，这里就会算出客户需要多买多少。',
  uplift: (share, customers) =>
    `要收回成本，收入需要增加 ${share}。` +
    (customers === null ? '' : `要验证这一点，两组各需 ${customers.text} 位客户。`),
  notUplift: '客户会不会因此多买，从历史数据中看不出来。',
};
