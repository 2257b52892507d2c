/** One sentence for each failure, in Simplified Chinese. */
import type {ErrorFacts, TroubleWords} from '../messages.js';

const named = ({file}: ErrorFacts) => (file ? `“${file}”` : '这个文件');
const because = ({detail}: ErrorFacts) => (detail ? `（${detail}）` : '');

export const trouble: TroubleWords = {
  error: {
    empty_file: (e) => `${named(e)}是空的，请重新导出订单后再放进来。`,
    not_text: (e) => `${named(e)}不是表格，而是图片或文档，请另存为 .xlsx 或 CSV 后再放进来。`,
    no_rows: (e) => `${named(e)}只有表头，下面没有订单，请检查导出时选的日期。`,
    no_columns: (e) => `${named(e)}分不出列，请另存为用逗号或分号分隔的 CSV。`,
    no_date_column: (e) => `${named(e)}里没有日期列，无法判断谁会再来，请连同下单日期一起导出。`,
    no_usable_column: (e) =>
      `${named(e)}有日期，却没有客户、订单号和金额，请至少带上其中一列重新导出。`,
    column_not_found: (e) => `${named(e)}里找不到指定的列${because(e)}。`,
    invalid_cell: (e) => `${named(e)}里有一格不是应有的数字${because(e)}。`,
    no_orders: (e) =>
      `${e.file ? named(e) : '读到的内容'}里没有可以计入的订单：全部已取消、未付款、已退款或无法识别。`,
    invalid_json: (e) => `这不是有效的 JSON${because(e)}。`,
    invalid_option: (e) => `有一项设置无法使用${because(e)}。`,
    invalid_program: (e) => `看不懂这份奖励方案${because(e)}。`,
    wrong_stage: () => '引擎被要求的次序不对，这是我们的错，请重新放入文件。',
    folder: (e) => `${e.file ? `“${e.file}”` : '这'}是文件夹，请打开它，把里面的文件放进来。`,
    unreadable: (e) => `${named(e)}读不了，可能已被移走，或正被其他程序占用。`,
    bad_archive: (e) => `${named(e)}已损坏或无法解开，请重新保存，或解压后把里面的文件放进来。`,
    too_large: (e) => `${named(e)}解开后太大，请先解压，再把里面的文件放进来。`,
    locked: (e) => `${named(e)}有密码保护，请打开后另存为不带密码的文件再放进来。`,
    old_spreadsheet: (e) =>
      `${named(e)}是旧版 Excel 工作簿（.xls），请打开后另存为 .xlsx 或 CSV 再放进来。`,
    other_spreadsheet: (e) =>
      `${named(e)}是其他格式的表格（.ods、.numbers 或 .xlsb），请另存为 .xlsx 或 CSV 再放进来。`,
    cancelled: () => '已停止，什么都没有保留，可以放入下一个文件。',
    engine_died: (e) => `引擎内存不足或中途停止${because(e)}；新的引擎已就绪，您的文件没有改动。`,
    invalid_project: (e) =>
      `${named(e)}不是 Regulars 保存的项目，或已损坏${because(e)}，请重新保存项目，或只放入导出的订单。`,
  },
  tooMuch: (rows) =>
    `停止前已读到 ${rows.text} 行；您的文件没有改动。请一次只放一年的订单，或导出时少选几列。`,
  place: ({line, column}) =>
    [line > 0 ? `第 ${line} 行` : '', column > 0 ? `第 ${column} 列` : '']
      .filter(Boolean)
      .join('，'),
  title: '没有成功',
  ready: '可以放入下一个文件。',
  again: '再试一次',
};
