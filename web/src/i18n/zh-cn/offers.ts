/** What is bought together, rewards and their rules, in Simplified Chinese. */
import type {BasketWords, RewardWords} from '../messages.js';
import type {Comparison, RuleWords} from '../rule-words.js';

export const baskets: BasketWords = {
  title: '哪些商品常一起买？',
  how: (support) =>
    `同一批人都买过的两种商品，关联最强的排在前面；只列至少有 ${support.text} 位共同买家的。`,
  columns: {product: '买过', with: '也买了', people: '人数', strength: '关联'},
  people: (both, all) => `${all} 人中的 ${both} 人`,
  strength: (cosine) => `关联 ${cosine}，1 表示买家完全相同`,
  popularTitle: '买的人最多',
  noPairs: '还没有两种商品拥有足够多的共同买家。',
  tooLittle: '买过不止一种商品的人太少，看不出哪些商品相配。',
  buyers: (c) => `${c.text} 位买家`,
};

export const rewards: RewardWords = {
  title: '推荐与奖励',
  lead: '该推荐什么，以及奖励方案用在这些订单上会发出多少。',
  programTitle: '您的奖励会花多少？',
  total: '共发放',
  cost: (share) => `占销售额 ${share}`,
  customers: '获奖客户',
  refused: '未达标',
  unknown: '未判定',
  unknownHint: '规则需要的信息缺失。信息缺失一律不发。',
  rulesHow: '每条规则的意思，以及它会发出多少。',
  columns: {rule: '规则', says: '条件', gives: '给', customers: '客户数', granted: '发放'},
  edit: '修改方案',
  editHow: '方案是一小段 JSON 文本。应用之后立刻看到会花多少，不会发给任何人。',
  field: '奖励方案（JSON）',
  apply: '应用',
  applying: '正在重新计算……',
  reset: '恢复默认',
  undo: '撤销',
  changed: '自定义方案',
  wrongJson: (where) => `这不是有效的 JSON：${where}`,
  refusedProgram: (detail) => `方案未被接受：${detail}。仍沿用上一份有效方案。`,
  points: (c) => `${c.text} 积分`,
};

const signs: Record<Comparison, string> = {
  '<': '少于',
  '<=': '不超过',
  '>': '多于',
  '>=': '不少于',
  '==': '等于',
  '!=': '不等于',
  in: '属于',
};

export const rules: RuleWords = {
  fact: {
    orders: '订单数',
    order_days: '下单日数',
    frequency: '复购日数',
    revenue: '销售额',
    average_order_value: '平均每单',
    days_since_last: '距上次下单天数',
    days_since_first: '首单至今天数',
    age: '首单至今天数',
    value: '复购日平均支付',
    segment: '分层',
    cluster: '分组',
    r: '最近程度分',
    f: '购买频次分',
    m: '消费金额分',
    first_order: '首单',
    last_order: '最近一单',
    as_of: '分析日期',
    products: '买过的商品',
    categories: '买过的类别',
    amount: '数额',
  },
  and: (parts) => parts.join('，且'),
  or: (parts) => parts.join('，或'),
  not: (part) => `非（${part}）`,
  compare: (fact, operator, wanted) => `${fact}${signs[operator]} ${wanted}`,
  between: (low, fact, high, open) =>
    open ? `${fact}多于 ${low} 且少于 ${high}` : `${fact}在 ${low} 到 ${high} 之间`,
  always: '总是',
  never: '从不',
  list: (parts) => parts.join('、'),
  because: (fact, found, comparison) => `${fact}：${found}（要求${comparison}）`,
  missing: '未知',
};
