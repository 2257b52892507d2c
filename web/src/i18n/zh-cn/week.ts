/** What to do this week, in Simplified Chinese. */
import type {WeekWords} from '../week-words.js';

export const week: WeekWords = {
  title: '本周要做',
  how: (date) => `截至${date}，最值得先做的事。`,
  due_not_come: (customers, oneTime, inAll, money) => ({
    title: `本周有 ${customers.text} 位客户该来了，还没来`,
    text: [
      money && `他们的下一单合计约 ${money}。`,
      '平时的间隔在最近七天里刚过，提醒一下花不了多少。',
      oneTime.n > 0 && `其中 ${oneTime.text} 位只下过一单。`,
      inAll.n > customers.n && `连同更早该来的，共 ${inAll.text} 位。`,
    ]
      .filter(Boolean)
      .join(''),
  }),
  slipped_champions: (customers, then, times, money) => ({
    title: `${customers.text} 位冠军客户掉队了`,
    text: [
      `${then}时他们还是最好的客户。`,
      times && `其中一半，距上次下单已达平时间隔的 ${times} 倍或更久。`,
      money && `过去一年他们带来 ${money}。`,
      '请亲自联系。',
    ]
      .filter(Boolean)
      .join(''),
  }),
  cohort_below_elder: (customers, missing, money, {cohort, elder, rate, elderRate, days}) => ({
    title: `${cohort}来的新客，回头不如${elder}的`,
    text: [
      `${days}内复购 ${rate}，此前为 ${elderRate}，差别超出了偶然的范围。`,
      `照此前的比例，少了 ${missing.text} 位回头客${money && `，约合第二单 ${money}`}。`,
      `其中 ${customers.text} 位只下过一单，现在联系还来得及。`,
    ].join(''),
  }),
  counted: {
    due_not_come:
      '平时的间隔在一到七天前刚过，还没到十段间隔中只有一段那么久的客户。金额：每位客户一单大约带来多少，相加。',
    slipped_champions:
      '按一个月前的订单算是冠军，如今逾期未来或已流失，或不再是冠军的客户。金额：他们在此前 365 天里付的钱，减去退款。',
    cohort_below_elder:
      '最近一批已有足够时间回头的新客中，只在一天下过单的人。与前一批的差别，其 95% 区间全部低于零。金额：缺少的回头客乘以平均第二单。',
  },
  show: '查看他们',
  more: '更多',
  done: '标为已完成',
  later: (days) => `推迟 ${days}`,
  hide: '不再显示这一类',
  again: '重新显示',
  aside: (cards) => `${cards.text} 张卡片已收起`,
  doneOn: (on, until) => `${on}已完成；数据到${until}起再出现。`,
  laterUntil: (until) => `已推迟；数据到${until}起再出现。`,
  hidden: '已隐藏。',
  onlyAside: '本周没有别的事：该做的都已收起。',
  before: (on, customers) => `上次完成于${on}，当时是 ${customers.text} 位客户。`,
  name: {
    due_not_come: '该来了，还没来',
    slipped_champions: '掉队的冠军客户',
    cohort_below_elder: '偏弱的一批新客中只下过一单的',
  },
  calm: '本周没有非做不可的事：没有该来未来的客户，冠军客户都在，新客回头也不比以前差。',
  unjudged: (kinds) => `数据太少，无法判断：${kinds}。`,
};
