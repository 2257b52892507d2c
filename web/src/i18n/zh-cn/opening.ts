/** Before there is a report, in Simplified Chinese. */
import type {PrivacyWords, ReadingWords, StartWords} from '../messages.js';

export const privacy: PrivacyWords = {
  lamp: '数据不出这台电脑',
  lampHint: (refused) => (refused.n === 0 ? '了解原因并亲自测试' : `已拦下 ${refused.text} 次外连`),
  title: '数据为什么出不去',
  rule: '本页给浏览器写明了一条规则：只有这个文件自带的程序可以运行，而且它既不能读取也不能发送任何网络数据。文件里的内容始终只是文字，不会变成程序的一部分。执行规则的是浏览器，不必只听我们说。',
  wifi: '也可以自己试：断开网络继续使用，一切照旧。',
  test: '测试一下',
  testing: '正在尝试连接外部……',
  refusedAt: (time) => `${time}，本页尝试连接外部，被浏览器拒绝。`,
  notRefused:
    '浏览器没有拒绝。本页嵌在另一个网站里，规则由那个网站决定；想要最严格的规则，请直接打开自己硬盘上的 regulars.html。',
  refused: '被拒绝的尝试',
  allowed: '建立的连接',
  since: (time) => `自 ${time} 起`,
  stored: '只记住您选择的语言、配色和文字大小。订单从不保存：关掉标签页就没有了。',
};

export const start: StartWords = {
  promise: '谁会再来，谁在流失，该给什么优惠。',
  explain: '把店铺后台导出的订单放进来，几秒钟出结果，数据只留在这里。',
  drop: '把订单文件拖到这里',
  dropNow: '松手即可读取',
  dropHint: 'CSV、Excel 或压缩包，可以一次放多个，也可以放保存的项目',
  choose: '选择文件',
  sample: '用示例店铺试试',
  sampleHint: '一家虚构的书店：30 个月，约 1500 位客户',
  answers: [
    {title: '谁会再来？', text: '再次下单的比例、多久之后、这个数字有多可靠。'},
    {title: '谁在流失？', text: '从冠军客户到沉睡客户共十类，每一类都告诉您现在该做什么。'},
    {title: '该给什么？', text: '哪些商品常被同一批人购买，奖励方案逐条会花多少钱。'},
  ],
  project: (name) => `已打开项目“${name}”，接下来放入的文件会照它读取。`,
  sources: '订单文件从哪里来？',
  source: [
    {name: 'Shopify', steps: '“订单”页点“导出”，选“全部订单”，格式选普通 CSV。'},
    {name: 'WooCommerce', steps: '“分析”里的“订单”，点“下载”；内容较多时会发到邮箱。'},
    {
      name: '其他店铺或收银系统',
      steps:
        '另存为 CSV 的表格，每行一笔订单或一件商品：要有日期，以及购买人或金额。多余的列不用删。',
    },
  ],
};

export const reading: ReadingWords = {
  title: (file) => `正在读取 ${file}`,
  progress: '读取进度',
  rows: (c) => `${c.text} 行`,
  rejected: (c) => `搁置 ${c.text} 行`,
  bytes: (done, whole) => `${done}，共 ${whole}`,
  fileOf: (index, files) => `第 ${index.text} 个文件，共 ${files.text} 个`,
  secondsLeft: (c) => `还需约 ${c.text} 秒`,
  minutesLeft: (c) => `还需约 ${c.text} 分钟`,
  starting: '正在启动引擎……',
  analyzing: '正在计算谁会再来……',
  cancel: '取消',
  cancelled: '已停止，什么都没有保留，可以放入下一个文件。',
  done: (customers) => `完成：${customers.text} 位客户。`,
};
