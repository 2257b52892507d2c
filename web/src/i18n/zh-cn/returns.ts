/** How customers come back, in Simplified Chinese. */
import type {ReturnWords} from '../return-words.js';

export const returns: ReturnWords = {
  lead: '新客是否和老客一样会回来、隔多久回来，以及店铺的生意有怎样的节奏。',
  week: (week, year) => `${year}年第${week}周`,
  quarter: (quarter, year) => `${year}年${quarter}季度`,
  cohorts: {
    title: '新来的客户，还像以前那样会回头吗？',
    how: {
      share: '把同一时期首次下单的客户归为一批，看之后每一期有多少人再次下单。',
      orders: '同一时期首次下单的客户，当期及之后每一期的订单数。',
      revenue: '同一时期首次下单的客户，当期及之后每一期的消费金额。',
      cumulative_value: '到那时为止，平均每位客户累计带来的金额，已扣除退款。',
    },
    measures: '查看',
    measure: {
      share: '复购比例',
      orders: '订单数',
      revenue: '销售额',
      cumulative_value: '人均累计消费',
    },
    began: '首单时间',
    people: '客户数',
    since: {week: '首单后第几周', month: '首单后第几个月', quarter: '首单后第几季'},
    later: {
      week: (age) => (age.n === 0 ? '首单当周' : `首单后第 ${age.text} 周`),
      month: (age) => (age.n === 0 ? '首单当月' : `首单后第 ${age.text} 个月`),
      quarter: (age) => (age.n === 0 ? '首单当季' : `首单后第 ${age.text} 季`),
    },
    mean: {share: '平均', revenue: '人均', cumulative_value: '平均'},
    meanOf: (cohorts, customers) => `该期已结束的 ${cohorts.text} 批客户，共 ${customers.text} 位`,
    active: (active, customers) => `${customers.text} 位客户中有 ${active.text} 位下单`,
    orders: (orders) => `${orders.text} 笔订单`,
    worth: (money) => `人均累计 ${money}`,
    immature: '这一期还没结束，不计入平均',
    few: '不足 20 位客户，仅供参考',
    keyLess: '少',
    keyMore: '多',
    keyImmature: '还没结束的一期，不计入平均',
    keyFew: '不足 20 位客户，只写人数，不写比例',
    keys: '方向键移动，回车查看这些客户。',
    show: (cohort) => `查看${cohort}首次下单的客户`,
    verdict: {
      higher: ({cohort, before, rate, rateBefore, days, p}) =>
        `${cohort}来的客户比${before}的更愿意回头：${days}内复购 ${rate}，此前为 ${rateBefore}。差别超出了偶然的范围（${p}）。`,
      lower: ({cohort, before, rate, rateBefore, days, p}) =>
        `${cohort}来的客户不如${before}的愿意回头：${days}内复购 ${rate}，此前为 ${rateBefore}。差别超出了偶然的范围（${p}）。`,
      no_difference: ({cohort, before, rate, rateBefore, days, p}) =>
        `${cohort}来的客户 ${days}内复购 ${rate}，${before}的为 ${rateBefore}，差别可能只是偶然（${p}）。`,
    },
    young: (days) => `还没有两批客户可以比较：要等首单满 ${days.text} 天。`,
    single: '所有客户都在同一时期首次下单，暂时没有可以比较的批次。',
    columns: {
      observed: (days) => `已满 ${days}`,
      repeat: '已复购',
      rate: '比例',
      interval: '真实比例（95% 把握）',
      versus: '与上一批相比',
    },
    points: (points) => `${points} 个百分点`,
    verdictShort: {
      higher: '更高',
      lower: '更低',
      no_difference: '可能只是偶然',
      too_little_data: '数据太少',
    },
  },
  curve: {
    title: '隔多久才下第二单？',
    how: '首单之后到每一天为止，已有多少比例的客户下过第二单。每位客户能观察多久就算多久；浅色带有 95% 的把握包含真实曲线。',
    mark: (days) => `${days.text} 天`,
    half: (days) => `过半：${days.text} 天`,
    description: (share, days) => `${days}内 ${share}`,
    halfYes: (days) => `到第 ${days.text} 天，一半的客户已经回来。`,
    halfNo: (share, days) => `在能看到的时间里，回头的不到一半：${days}内 ${share}。`,
    watched: '仍在等第二单',
    columns: {
      day: '首单后天数',
      share: '已复购',
      interval: '真实比例（95% 把握）',
      watched: '仍在等第二单',
    },
    later: {
      sooner: (since, p) =>
        `${since}以后来的客户，比之前的回头更快，差别超出了偶然的范围（${p}）。`,
      slower: (since, p) =>
        `${since}以后来的客户，比之前的回头更慢，差别超出了偶然的范围（${p}）。`,
      differ: (since, p) =>
        `${since}以后来的客户，回头的快慢与之前不同，差别超出了偶然的范围（${p}）。`,
      alike: (since, p) => `${since}以后来的客户，回头的快慢与之前差不多（${p}）。`,
    },
    nobody: '还没有客户下过第二单，暂时画不出曲线。',
  },
  rhythm: {
    title: '客户多久来一次？',
    how: '每位客户都有自己的节奏：两次下单通常隔几天。逐位客户计算；记录少的客户，参照全店的节奏。',
    gaps: (low, middle, high, gaps, customers) =>
      `一半的回头发生在上一单之后 ${low} 到 ${high}之间，中位数是 ${middle} 天（${customers.text} 位客户的 ${gaps.text} 段间隔）。`,
    noGaps: '回头的客户太少，还看不出节奏。',
    beat: {
      beat: (k, low, high, customers) =>
        `客户来得有规律：规律度 ${k}（${low} 至 ${high}；1 为完全随机，越大越规律），取自 ${customers.text} 位至少有两段间隔的客户。提醒可以算好时间再发。`,
      chance: (k, low, high, customers) =>
        `客户下次什么时候来，接近随机：规律度 ${k}（${low} 至 ${high}；1 为完全随机，越大越规律），取自 ${customers.text} 位至少有两段间隔的客户。`,
      bursts: (k, low, high, customers) =>
        `客户往往集中下几单，再停很久：规律度 ${k}（${low} 至 ${high}；1 为完全随机，越小越集中），取自 ${customers.text} 位至少有两段间隔的客户。`,
    },
    statesTitle: '客户目前处在哪一步？',
    state: {
      new: '新客',
      on_time: '正常',
      due: '该来了',
      overdue: '逾期未来',
      lapsed: '已流失',
      unknown: '无法判断',
    },
    stateHow: {
      new: '只下过一单，时间还不长',
      on_time: '还在平时的间隔以内',
      due: '已超过平时的间隔，随时可能来',
      overdue: '十段间隔中只有一段这么长',
      lapsed: '二十段间隔中只有一段这么长',
      unknown: '还不了解这位客户的节奏',
    },
    season: {weekday: '按星期', hour: '按钟点', month: '按月份'},
    hour: (hour) => `${hour} 点`,
    perDay: (orders) => `平均每天 ${orders} 笔`,
    uneven: (busiest, p) => `最忙：${busiest}。差别超出了偶然的范围（${p}）。`,
    even: (p) => `差别可能只是偶然（${p}）。`,
    tooFew: '订单太少，分不清是规律还是偶然。',
    noTimes: '文件里没有下单的钟点。',
    columns: {kind: '时间', orders: '订单数', perDay: '平均每天', share: '占比'},
  },
  concentration: {
    title: '生意有多依赖少数客户？',
    how: '把客户按消费从少到多排开，看前面这些人合计贡献了多少销售额。',
    top: (share) => `消费最高的十分之一客户，贡献了 ${share} 的销售额。`,
    gini: (gini) => `基尼系数 ${gini}：0 表示人人消费相同，1 表示全部来自一个人。`,
    people: '客户（消费从少到多）',
    money: '销售额',
    equal: '人人相同',
    tenth: (share) => `前十分之一：${share}`,
    columns: {people: '消费较少的客户', money: '贡献的销售额'},
    show: '查看消费最高的客户',
  },
  flow: {
    title: '来了多少，走了多少？',
    how: '每一期的客户数。客户离开不会打招呼：隔得比同类客户二十段间隔中的十九段还久，就算流失。每张小图各有刻度。',
    of: {new: '新客', returning: '回头', reactivated: '唤回', lapsed: '流失'},
    hint: {
      new: '首次下单',
      returning: '正常再次下单',
      reactivated: '流失后又下单',
      lapsed: '太久没来',
    },
    period: '时期',
    current: '期末未流失',
    last: (period, current) => `${period}结束时，还有 ${current.text} 位客户没有流失。`,
    open: '还没结束',
    unknown: '回头的客户太少，还判断不了谁算流失。',
  },
  monitor: {
    title: '有没有异常？',
    how: (one, days) =>
      `色带是店铺平时的起伏范围，落在外面的才标红点；如果什么都没变，大约 ${one.text} 期才会误报一次。“复购率”按首单时间归期，指首单后 ${days}内再次下单。带斜纹的时期还太新，不作判断。`,
    of: {
      repurchase_rate: '复购率',
      new_customers: '新客',
      orders: '订单数',
      revenue: '销售额',
      average_order_value: '客单价',
    },
    ordinary: (limits) => `平时范围 ${limits}`,
    alarm: {none: '正常', above: '异常偏高', below: '异常偏低'},
    open: '还太新，不作判断',
    calm: '一切正常。',
    outside: {
      above: (period) => `${period}（偏高）`,
      below: (period) => `${period}（偏低）`,
    },
    alarms: (c, told) => `有 ${c.text} 期异常，最近的是${told}。`,
    reason: {
      too_little_data: '时期太少，还说不出什么算正常：至少要八期。',
      no_amount_column: '文件里没有金额。',
      no_customer_column: '文件里没有写明是谁买的。',
    },
  },
};
