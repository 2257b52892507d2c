/** What is to come, in Simplified Chinese. */
import type {ForecastWords} from '../forecast-words.js';

export const forecast: ForecastWords = {
  lead: '现有客户接下来大概会怎样：用在您店铺历史上最准的方法预测，并说明有多可信。',
  expected: {
    name: '未来 90 天预计下单',
    what: '现有客户未来 90 天大概会带来的下单天数（同一客户一天内的多笔算一次），不含新客。',
    now: '可据此备货和排班。实际远低于它，说明情况变了。',
    under: (customers) => `来自 ${customers.text} 位客户`,
    counted: (customers, way, until) =>
      `${customers.text} 位客户各自的预计值相加。预测方法：“${way}”，用到 ${until} 为止的全部订单。`,
  },
  accuracy: {
    name: '在历史上有多准',
    what: '把店铺最近三分之一的时间隐藏起来，用之前的订单来预测，再与实际对比。',
    now: '看本页的任何预测，都请记住这个误差。',
    under: (predicted, actual) => `预测 ${predicted}，实际 ${actual}`,
    counted: (predicted, actual, from, to) =>
      `${from}至${to}：预测 ${predicted.text} 个下单日，实际 ${actual.text} 个。`,
  },
  worth: {
    name: '未来 12 个月价值',
    what: '现有客户未来十二个月大概会消费多少，越往后的钱折扣越多，不含新客。',
    now: '留住全部现有客户，最多也就值这么多。新客另算。',
    under: (customers) => `来自 ${customers.text} 位客户`,
    counted: (customers, discount) =>
      `${customers.text} 位客户各自的预计值相加；每晚一个月，少算 ${discount}。`,
    spend: (mean, customers) =>
      `平均每个下单日消费 ${mean}，取自 ${customers.text} 位再次下单的客户。`,
  },
  bias: {
    few: (share) => `少算 ${share}`,
    many: (share) => `多算 ${share}`,
    even: () => '正好',
  },
  noAmounts: '文件里没有金额。',
  noSpend: '再次下单并付款的客户太少。',
  models: {
    title: '哪种预测方法适合您的店？',
    how: (cut, from, to) =>
      `把${cut}之后的订单全部隐藏，每种方法逐位客户预测${from}至${to}的下单天数，再与实际对比。`,
    way: {
      last_period: {name: '照旧', says: '每位客户都和前一段时间一样勤'},
      mean_rate: {name: '人人一样', says: '每位客户都按全店平均的频率来'},
      nbd: {name: '各有节奏', says: '每位客户有自己的频率，谁也不会流失'},
      bg_nbd: {name: '各有节奏，会流失', says: '从第二单起，每次下单后都有人不再来'},
      mbg_nbd: {name: '各有节奏，首单后也会流失', says: '每次下单后都有人不再来，首单也算'},
      bg_cnbd_k: {
        name: '间隔更稳，会流失',
        says: '下单间隔可以比随机更有规律；从第二单起，每次下单后都有人不再来',
      },
      mbg_cnbd_k: {
        name: '间隔更稳，首单后也会流失',
        says: '下单间隔可以比随机更有规律；每次下单后都有人不再来，首单也算',
      },
      pareto_nbd: {name: '各有节奏，随时流失', says: '每位客户有自己的频率，随时可能不再来'},
    },
    guess: '粗略估计',
    chosen: '采用',
    columns: {
      way: '预测方法',
      predicted: '预测',
      actual: '实际',
      bias: '总数偏差',
      error: '误差',
      mean: '平均偏差',
    },
    lower:
      '误差：每位客户的下单天数差了多少，差得多的分量更重（均方根）。平均偏差：同样的差距，一视同仁。都是越低越好。误差与最小者相差 2% 以内的模型中，采用平均偏差最小的；一样好时，采用最简单的。',
    won: (way, error, guess, guessError) =>
      `采用“${way}”：每位客户的误差为 ${error} 个下单日；较好的粗略估计“${guess}”为 ${guessError} 个。`,
    noneTitle: '为什么没有预测',
    none: {
      too_short: (needed, found) =>
        `判断预测准不准，要隐藏店铺三分之一的时间。前后两段都至少要 ${needed} 天，较短的一段只有 ${found} 天。请导出更长时间的订单。`,
      too_few_customers: (needed, found, cut) =>
        `${cut}之前至少要有 ${needed} 位客户，才能看出客户怎么买；现在有 ${found} 位。请导出更长时间的订单。`,
      too_few_repeats: (needed, found, cut) =>
        `${cut}之前至少要有 ${needed} 次复购，才能看出客户怎么回头；现在有 ${found} 次。请导出更长时间的订单。`,
      too_few_later: (needed, found, cut) =>
        `${cut}之后至少要有 ${needed} 个下单日，才能判断预测准不准；现在有 ${found} 个。等订单多一些再来。`,
      no_fit: () => '没有一种模型符合您的订单。通常需要更多来过好几次的客户。',
      far_off: (needed, found, cut) =>
        `${cut}之后，最好的模型预计有 ${found} 个下单日，实际是 ${needed} 个，相差一半以上。店里发生了模型无法知道的变化，例如歇业或换了销售方式，所以不显示预测。`,
      guess_wins: (needed, found) =>
        `粗略估计（误差 ${needed}）不比最好的模型（${found}）差。逐位客户的预测还不如粗略估计，所以不显示。再积累几个月订单后可以重试。`,
    },
    parameters: '模型背后的数字',
    parametersHow: '供核对：用最大似然拟合的参数及其标准误，时间以天计。',
    parameterColumns: {way: '模型', parameter: '参数', value: '数值', error: '标准误'},
    about: {
      pace: '下单频率',
      leaving: '流失的可能',
      regularity: '间隔的规律',
      spend: '消费金额',
    },
    fittedTo: (customers, until) => `${customers.text} 位客户，截至 ${until} 的订单`,
    fittedSpend: (customers) => `${customers.text} 位再次下单的客户`,
    status: {
      not_identifiable: '预测可用，单个数字没有意义',
      stopped_early: '请谨慎使用：计算中途停止',
      too_little_data: '客户太少，无法拟合',
      no_repeat_orders: '没有人再次下单',
      no_time_observed: '所有客户都在最后一天才来',
      no_customers: '没有客户',
      no_spend: '再次下单时没有人付款',
    },
    spend: {name: '消费金额', says: '每位客户围绕自己的平均值消费'},
    notKnown: '未知',
  },
  tracking: {
    title: '预测跟得上店铺吗？',
    how: (way, cut) =>
      `每周有多少个再次下单日。“${way}”只知道${cut}以前的订单；对每位客户，只看首单是哪天。`,
    came: '实际',
    expected: '预期',
    hidden: '隐藏期',
    ahead: '未来',
    week: (day) => `${day}起的一周`,
    columns: {
      week: '一周起始日',
      came: '实际',
      expected: '预期',
      interval: (chance) => `${chance} 的可能`,
    },
    open: '未来',
    judged: (weeks, expected, came, bias) =>
      `隐藏期的 ${weeks.text} 周里，预期 ${expected} 个下单日，实际 ${came} 个（${bias}）。`,
    scatter: {
      chance: () => '各周的偏离不超过偶然的范围。',
      more: (times) => `各周的偏离是纯属偶然时的 ${times} 倍。`,
    },
    sum: (weeks, expected, low, high, chance) =>
      `未来 ${weeks.text} 周预计 ${expected} 个下单日；其中第一周 ${low} 至 ${high} 个（${chance} 的可能）。`,
    everybody: '未来各周算上全部现有客户，之前各周只算隐藏期开始前就有的客户。',
    loser: '它不如粗略估计，所以不用它预测；画在这里，供您看看差在哪里。',
    few: '用来检验的周数太少，说不出未来一周有多大把握。',
  },
  habits: {
    title: '怎样的习惯，意味着怎样的未来？',
    how: {
      probability_alive: (age) =>
        `按复购次数和最近一单距今的天数，看客户仍会再来的可能；以来店 ${age}的客户为准。格内数字是您的客户数。`,
      expected_orders_90d: (age) =>
        `按复购次数和最近一单距今的天数，看未来 90 天预计的下单天数；以来店 ${age}的客户为准。格内数字是您的客户数。`,
    },
    measures: '颜色表示',
    measure: {probability_alive: '仍会再来的可能', expected_orders_90d: '未来 90 天下单'},
    frequency: '复购次数',
    since: '最近一单距今天数',
    often: (times) => `${times} 次`,
    oftenOpen: (times) => `${times} 次以上`,
    days: (from, to) => `${from} 至 ${to} 天前`,
    people: (customers) => `${customers.text} 位客户`,
    facts: {
      probability_alive: (share) => `仍会再来的可能 ${share}`,
      expected_orders_90d: (orders) => `未来 90 天预计下单 ${orders} 次`,
    },
    none: '以此时长不会出现',
    keyNone: '以此时长不会出现，模型不作预测',
    keys: '方向键移动，回车查看这些客户。',
    columns: {frequency: '复购次数', since: '最近一单', people: '客户数'},
  },
  one: {
    title: '接下来会怎样？',
    why: {
      on_time: (ago, usual, _times, day) =>
        `上次下单在 ${ago}前；这位客户通常隔 ${usual}来一次，到${day}为止都算正常。`,
      due: (ago, usual, times) =>
        `上次下单在 ${ago}前，是平时间隔 ${usual}的 ${times} 倍，随时可能再来。`,
      overdue: (ago, usual, times) =>
        `上次下单在 ${ago}前，是平时间隔 ${usual}的 ${times} 倍：十段间隔中只有一段这么长。`,
      lapsed: (ago, usual, times) =>
        `上次下单在 ${ago}前，是平时间隔 ${usual}的 ${times} 倍：二十段间隔中只有一段这么长。`,
    },
    whyNew: (ago, usual, day) =>
      `首单在 ${ago}前。会回头的客户有一半在 ${usual}内回来，这位是到${day}为止。`,
    whyUnknown: '回头的客户太少，还说不出通常隔多久。',
    onceOnly: '只有一个下单日，平时间隔取自所有回头的客户。',
    window: (from, to) =>
      `下一单有一半的可能在${from}至${to}之间：四分之一的可能更早，四分之一的可能更晚或不再来。`,
    windowOpen: (from) => `到${from}为止，有四分之一的可能再来；不再来的可能超过四分之一。`,
    windowNone: '再来的可能不到四分之一。',
    until: (to) => `至 ${to}`,
    never: '可能不再来',
    noForecast: '本店暂不逐位预测，原因见“未来预测”。',
    band: '下一单可能的时间',
    today: '截至',
    alive: {
      name: '仍会再来的可能',
      what: '这位客户还没有彻底流失的可能性。',
      now: '低于一半时，请按“唤回”的方式联系。',
      under: (orders) => `共 ${orders.text} 个下单日`,
    },
    expected: {
      name: '未来 90 天下单',
      what: '未来 90 天预计的下单天数，是各种可能的平均，所以会有小数。',
      now: '0.1 的意思是：十位这样的客户里，有一位会在 90 天内下单。',
      under: '各种可能的平均',
    },
    worth: {
      name: '未来 12 个月价值',
      what: '这位客户未来十二个月大概会消费多少，以及可能落在哪两个金额之间。',
      now: '留住这位客户的花费，不要超过它。',
      under: (low, high, chance) => `${low} 至 ${high}，${chance} 的可能`,
      mean: '平均',
      whatMean:
        '像这样的客户未来十二个月平均会消费多少。多数人不再消费，少数人消费不少，所以没有哪个具体金额最有可能。',
      underMean: (nothing, amount) => `最可能不再消费（${nothing}），否则约 ${amount}`,
      countedMean: (some, amount) =>
        `这是两种情况的平均：这样的客户有 ${some} 会再下单，带来约 ${amount}；其余的不再消费。`,
    },
    nothing: (chance) => `${chance} 不再消费`,
    rests: (orders, days, way) =>
      `依据：${days}里的 ${orders.text} 个下单日，以及全店客户的购买方式（“${way}”）。`,
    discounted: (discount) => `每晚一个月，少算 ${discount}。`,
  },
};
