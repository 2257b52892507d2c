/** The report on paper in Chinese. */
import type {PaperWords} from '../paper-words.js';

export const paper: PaperWords = {
  lead: '在页面任何地方钉选的内容都汇总到这里，可以打印，也可以交给别人。报告里只有汇总数字；下个月导入新订单后，这里显示的就是新的数字。',
  pin: (name) => `钉到报告：${name}`,
  toPin: '钉到报告',
  cohorts: '客户分批',
  nothing: '还没有钉选任何内容',
  nothingHow:
    '点图表旁边的图钉，或者打开某个指标后点其中的图钉，内容就会按钉选的顺序排在这里。也可以从常用内容开始：核心指标、客户分批、客户分层和第二次下单曲线。',
  usual: '钉选常用内容',
  ownTitle: '标题',
  ownTitleHint: '春季老客户情况',
  ownText: '自己的说明',
  ownTextHint: '发生了什么，接下来打算做什么',
  title: '回头客报告',
  print: '打印或存为 PDF',
  printHow: '要存成 PDF，请在选择打印机处选 PDF。A4 纵向。',
  save: '保存为 HTML',
  saveHow: '一个文件，双击就能打开，不用联网，也不含脚本。',
  pieces: (c) => `已钉选 ${c.text} 项`,
  before: (name) => `上移：${name}`,
  behind: (name) => `下移：${name}`,
  off: (name) => `从报告中取下：${name}`,
  counted: '计算方式：',
  few: '少于 5 人',
  fewShort: '<5',
  beside: '×',
  privacy:
    '本报告只有汇总数字，不含任何人的姓名。少于 5 人的群体只写“少于 5 人”（<5）；如果别的数字会让人推算出这样的群体，那个数字也略去不写（×）。',
  tooFew: '不写出：涉及的客户少于 5 人。',
  notNow: '当前的文件里没有这项内容。',
  fourWeeks: '四周，起始日',
  newest: (c) => `只显示最近 ${c.text} 期。`,
  made: '由 Regulars 在店家自己的电脑上生成。',
};
