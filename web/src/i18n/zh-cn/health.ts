/** Data health and downloads in Simplified Chinese. */
import type {DownloadWords, HealthWords} from '../messages.js';

const kProfiles: Record<string, string> = {
  shopify_orders: 'Shopify 订单导出',
  generic: '订单表格',
};

const kStatuses: Record<string, string> = {
  counted: '计入',
  cancelled: '已取消',
  refunded: '全额退款',
  refund: '退款单',
  unpaid: '未付款',
  duplicate: '与另一行重复',
};

const kSeparators: Record<string, string> = {
  ',': '逗号',
  ';': '分号',
  '\t': '制表符',
  '|': '竖线',
  ' ': '空格',
};

const kRoles: Record<string, string> = {
  order: '订单号',
  date: '日期',
  time: '时间',
  customer: '客户',
  customer_name: '客户姓名',
  product: '商品',
  category: '类别',
  quantity: '数量',
  unit_price: '单价',
  amount: '本行金额',
  discount: '本行优惠',
  order_total: '订单总额',
  order_subtotal: '商品小计',
  order_discount: '订单优惠',
  refunded: '退款',
  status: '状态',
  cancelled_at: '取消时间',
  currency: '币种',
};

export const health: HealthWords = {
  title: '数据体检',
  lead: (grade) => `${grade}文件里的每一行都有交代，上面的每个数字都能追到它的行号。`,
  grade: {
    clean: '每一行都读懂了，没有任何猜测。',
    minor: '文件状况良好，有少数几行值得看一眼。',
    look: '有些行会影响结果，请看下面的清单。',
  },
  ladderTitle: '对得上账吗？',
  ladderHow: '从文件的行，一步一步到上面的人。',
  ladder: {
    rows_read: '文件中的行',
    rows_rejected: '无法识别',
    lines: '读懂的明细',
    orders: '组成的订单',
    orders_not_counted: '已取消、未付款或全额退款',
    orders_counted: '有效订单',
    orders_without_customer: '其中没有客户',
    customers: '客户',
  },
  statusTitle: '各行的去向',
  status: (code) => kStatuses[code] ?? code,
  filesTitle: '文件是怎样读懂的？',
  filesHow: '这里不用操作，除非某一列被认错了。',
  fileColumns: {
    file: '文件',
    kind: '识别为',
    encoding: '编码',
    read: '行数',
    kept: '保留',
    rejected: '搁置',
  },
  profile: (code) => kProfiles[code] ?? code,
  separator: (code) => kSeparators[code] ?? code,
  columnsTitle: '用到的列',
  columnsRead: {role: '含义', header: '文件里的列', reason: '依据'},
  role: (code) => kRoles[code] ?? code,
  reason: {profile: '该平台的固定写法', name: '看列名', content: '看内容', chosen: '由您指定'},
  position: (n) => `第 ${n} 列`,
  issuesTitle: '哪些值得看一看？',
  issuesHow: '按种类归并，写明如何处理，并附上最先遇到的几行。',
  noIssues: '没有。每一行都正常。',
  issue: {
    too_few_cells: (c) => `${c.text} 行的格子太少`,
    too_many_cells: (c) => `${c.text} 行的格子太多`,
    unclosed_quote: (c) => `${c.text} 处引号没有闭合`,
    invalid_date: (c) => `${c.text} 个日期不存在或无法识别`,
    invalid_time: (c) => `${c.text} 个时间无法识别`,
    invalid_amount: (c) => `${c.text} 个金额无法识别`,
    invalid_quantity: (c) => `${c.text} 个数量无法识别`,
    missing_date: (c) => `${c.text} 行没有日期`,
    missing_amount: (c) => `${c.text} 行没有金额`,
    missing_order: (c) => `${c.text} 行没有订单号`,
    duplicate_line: (c) => `${c.text} 行在同一订单里重复`,
    same_line_twice: (c) => `${c.text} 行与另一行完全相同`,
    no_customer: (c) => `${c.text} 笔订单没有客户`,
    date_order_assumed: (c) => `${c.text} 个日期的日和月可能颠倒`,
    date_order_conflict: (c) => `${c.text} 个日期的日月次序与其他日期矛盾`,
    other_currency: (c) => `${c.text} 行是其他币种`,
    unknown_status: (c) => `${c.text} 行的状态不认识`,
  },
  effect: {
    rejected: '已搁置：不计入任何数字，原样写进搁置文件',
    dropped: '已去掉：只算一次，不重复算',
    kept: '已保留：计入结果',
    assumed: '已推断：按更可能的方式读取',
  },
  examples: (c) => `最先的 ${c.text} 处`,
  exampleColumns: {file: '文件', line: '行', column: '列', text: '原文'},
  rejects: '下载搁置的行',
  refunded: (amount) => `退还了 ${amount}，已从销售额中减去。`,
  guests: (orders, revenue) =>
    `${orders.text} 笔没有客户的订单带来 ${revenue}：计入销售额，不参与对人的分析。`,
};

export const downloads: DownloadWords = {
  title: '下载',
  lead: '供表格软件、群发工具或会计使用的文件，由本页直接写到您自己的硬盘上。',
  save: '下载',
  saving: '正在写入……',
  saved: (file) => `已写出 ${file}。`,
  file: {
    customers: {name: '客户', text: '每位客户一行，含评分、分层、分组和奖励。'},
    lines: {name: '订单明细', text: '读懂的每一行，附它在文件里的行号。'},
    rejects: {name: '搁置的行', text: '无法识别的整行原文，各附原因。'},
    rewards: {name: '奖励', text: '方案给谁发多少，以及为什么。'},
    report: {name: '报告', text: '本页的全部数字，JSON 格式，供其他程序使用。'},
  },
};
