/** What only the terminal says. All else comes from i18n: a figure has one name, wherever it is shown. */
import type {ErrorCode, FitStatus} from '../engine/protocol.js';
import type {LanguageCode} from '../i18n/locale.js';

/** What is wrong with a command line. */
export type Misuse =
  | 'no_verb'
  | 'unknown_verb'
  | 'unknown_option'
  | 'missing_value'
  | 'missing_file'
  | 'no_program'
  | 'too_many_files'
  | 'stdin_twice'
  | 'stdout_twice'
  | 'same_file'
  | 'no_such_customer'
  | 'bad_budget'
  | 'bad_reward'
  | 'bad_margin'
  | 'bad_pause'
  | 'bad_date'
  | 'bad_zone'
  | 'bad_currency'
  | 'bad_encoding'
  | 'bad_language'
  | 'bad_profile'
  | 'bad_model'
  | 'bad_unit'
  | 'bad_predict'
  | 'bad_target'
  | 'target_alone'
  | 'no_offer'
  | 'no_list'
  | 'no_record'
  | 'bad_issued'
  | 'bad_life'
  | 'bad_rest'
  | 'bad_columns'
  | 'unknown_role'
  | 'cannot_write';

/** What the sentence about an error may name; empty where unknown. */
export interface Trouble {
  detail: string;
}

export interface Words {
  usage: string;
  misuse: Record<Misuse, (detail: string) => string>;
  /** After a misuse. */
  seeHelp: string;
  /** What is the matter, and what to do: the rest of a line that begins with the place. */
  trouble: Record<ErrorCode, (trouble: Trouble) => string>;
  /** `orders.csv, line 3, column 2: ` */
  place: (file: string, line: number, column: number) => string;
  reading: (file: string, rows: string, percent: string) => string;
  analyzing: string;
  asOf: (date: string) => string;
  /** The model that was chosen, and what its authors call it. */
  foretold: (way: string, known: string) => string;
  file: (read: string, kept: string, rejected: string) => string;
  header: (line: number) => string;
  noHeader: string;
  line: (file: string, row: string, column: string, text: string) => string;
  /** A member of an archive that was left out; `because` is the rest of its own line. */
  skipped: (name: string, because: string) => string;
  replaced: (count: string) => string;
  rejectsHint: string;
  more: (count: string) => string;
  cells: {
    records: string;
    columns: string;
    structural: string;
    repaired: string;
    rejected: string;
    delimiter: string;
    quote: string;
    lineEnd: string;
    encoding: string;
    rejectedAt: (line: string, reason: string) => string;
  };
  fit: {
    status: string;
    statuses: Record<FitStatus, string>;
    customers: string;
    distinct: (customers: string, distinct: string) => string;
    logLikelihood: string;
    covariates: string;
    pace: string;
    leaving: string;
    chance: string;
    correlation: string;
    leftOut: string;
    expected: (count: string, unit: 'days' | 'weeks' | 'periods') => string;
    units: Record<'days' | 'weeks' | 'periods', string>;
  };
  ledger: {
    failure: (file: string, index: number, name: string) => string;
    differs: (field: string, wanted: string, found: string) => string;
  };
  logic: {
    file: (file: string, passed: string, failed: string) => string;
    failure: (file: string, index: number, description: string) => string;
    rule: string;
    data: string;
    wanted: string;
    found: string;
  };
}

const kUsageEn = `Regulars: who comes back, who is slipping away, what to offer to whom. Nothing leaves this computer.

  regulars analyze FILE...      order exports of one shop -> a summary here
    --json OUT                  the whole report
    --customers OUT.csv         one row per customer
    --lines OUT.csv             every order line as understood
    --rejects OUT.csv           the rows that could not be read, whole, with the reason
    --audience OUT.csv          customers for another program; who is left out is said on stderr
    --for PROGRAM               mailchimp, klaviyo, shopify, plain or excel; default: plain
    --as-of DATE                count until this day (YYYY-MM-DD); default: the last order
    --zone IANA                 time zone of the shop, as Europe/Berlin
    --currency ISO              where the files name none, as EUR
    --columns MAP.json          which column is what: {"date": "Created at", "customer": 3}
    --program PROGRAM.json      a reward program
    --encoding NAME             where the guess is wrong, as windows-1251
  regulars cells FILE           every record of a delimited file, as read
    --json OUT   --encoding NAME
  regulars fit MODEL TABLE.csv  fits a model to customers' figures: frequency, recency, age; or value
    MODEL is one of nbd bg_nbd mbg_nbd pareto_nbd bg_cnbd_k mbg_cnbd_k gamma_gamma bg_bb
    --unit days|weeks           of the times in the table; default: days
    --predict DAYS              orders to expect of each row within so many days
    --covariates COLUMNS        what is known of customers, as in "channel,age"; for bg_nbd, mbg_nbd, pareto_nbd
    --json OUT
  regulars allocate FILE...     whom a budget for rewards goes to
    --budget MONEY              in whole units, as 500
    --reward MONEY:EFFECT,...   what can be given, and the share of those lost that you assume it keeps: 5:0.1,10:0.15
    --margin SHARE              what is left of revenue when goods are paid; default: the program's
    --pause DAYS                nobody who was rewarded within so many days; default: 30
    --json OUT   --list OUT.csv
    and as for analyze: --as-of --zone --currency --columns --program --encoding
  regulars reward FILE...       what a program gives, to whom, and what its points would have cost
    --program PROGRAM.json      the program; see docs/program.md
    --json OUT                  all of it, with each customer and the reasons
    --ledger OUT.csv            the points of each customer, entry by entry
    --nearly OUT.csv            who misses a reward or the next tier by at most one usual order
    --why CUSTOMER              every rule for one customer, and what is missing until when
    and as for analyze: --as-of --zone --currency --columns --encoding
  regulars handout FILE...      gives what a program gives: codes, files for others, and a record
    --program PROGRAM.json      the program; its "hold_out" leaves out a share on purpose
    --offer NAME                what customers know it by
    --to OUT.csv                the customers with their codes; --for PROGRAM as for analyze
    --codes OUT.csv             the codes alone, as Klaviyo and apps for Shopify take them in
    --record PROJECT.json       keeps what was given, so that no code is ever made twice
    --life DURATION             of the codes, as 30D or 2M; default: for ever
    --rest DAYS                 nobody is given anything again so soon; default: 0
    --issued DATE               default: today
    and as for analyze: --as-of --zone --currency --columns --encoding
  regulars ledger CASES.json... runs cases for the points ledger
  regulars logic SUITE.json...  runs JsonLogic cases
    --profile compat|strict     default: compat

  --lang en|zh-CN   --help   --version
  - as a FILE is standard input, as OUT standard output. Nothing is written unless asked.
  Exit: 0 done, 1 cases failed, 2 wrong usage, 3 the input cannot be used.
`;

const kUsageZh = `Regulars：谁会再来，谁正在流失，该给谁什么优惠。数据不出这台电脑。

  regulars analyze 文件...      一家店铺的订单导出 -> 在此显示摘要
    --json 输出                 完整报告
    --customers 输出.csv        每位客户一行
    --lines 输出.csv            读懂的每一行订单明细
    --rejects 输出.csv          无法识别的整行原文，附原因
    --audience 输出.csv         供其他平台使用的客户名单，未写入的原因见标准错误
    --for 平台                  mailchimp、klaviyo、shopify、plain 或 excel，默认 plain
    --as-of 日期                统计到这一天（YYYY-MM-DD），默认为最后一单
    --zone 时区                 店铺所在时区，如 Asia/Shanghai
    --currency 币种             文件没有写明时使用，如 CNY
    --columns 对应.json         哪一列是什么：{"date": "下单时间", "customer": 3}
    --program 方案.json         奖励方案
    --encoding 编码             自动判断不对时指定，如 gb18030
  regulars cells 文件           分隔文本文件中的每条记录，原样读出
    --json 输出   --encoding 编码
  regulars fit 模型 表格.csv    用客户数据拟合模型：frequency、recency、age，或 value
    模型：nbd bg_nbd mbg_nbd pareto_nbd bg_cnbd_k mbg_cnbd_k gamma_gamma bg_bb
    --unit days|weeks           表中时间的单位，默认 days（天）
    --predict 天数              每行客户在这些天内预计下单几次
    --covariates 列名           已知的客户特征，如 "channel,age"；用于 bg_nbd、mbg_nbd、pareto_nbd
    --json 输出
  regulars allocate 文件...     奖励预算该给谁
    --budget 金额               以元为单位，如 500
    --reward 金额:效果,...      可给的奖励，以及您假设它能留住多大比例的流失客户：5:0.1,10:0.15
    --margin 毛利率             默认取方案里的
    --pause 天数                这些天内得过奖励的不再给，默认 30
    --json 输出   --list 输出.csv
    另有与 analyze 相同的 --as-of --zone --currency --columns --program --encoding
  regulars reward 文件...       方案会给谁什么，积分会花费多少
    --program 方案.json         奖励方案，见 docs/program.md
    --json 输出                 全部结果，含每位客户及理由
    --ledger 输出.csv           每位客户的积分明细
    --nearly 输出.csv           再下一单左右就能得奖励或升级的客户
    --why 客户                  逐条说明某位客户为什么得到或没得到，还差多少
    另有与 analyze 相同的 --as-of --zone --currency --columns --encoding
  regulars handout 文件...      按方案发放：生成券码、供其他平台使用的文件，并留下记录
    --program 方案.json         奖励方案，其中 "hold_out" 故意留出一部分客户作对照
    --offer 名称                客户看到的活动名称
    --to 输出.csv               客户与券码；--for 平台，同 analyze
    --codes 输出.csv            只有券码，可导入 Klaviyo 或 Shopify 应用
    --record 项目.json          记下发过什么，券码绝不重复
    --life 时长                 券码有效期，如 30D、2M，默认长期有效
    --rest 天数                 这些天内发过的客户不再发，默认 0
    --issued 日期               发放日，默认今天
    另有与 analyze 相同的 --as-of --zone --currency --columns --encoding
  regulars ledger 用例.json...  运行积分账本用例
  regulars logic 用例.json...   运行 JsonLogic 用例
    --profile compat|strict     默认 compat

  --lang en|zh-CN   --help   --version
  文件写 - 表示标准输入，输出写 - 表示标准输出。不要求就不写任何文件。
  退出码：0 完成，1 有用例未通过，2 用法错误，3 输入无法使用。
`;

const en: Words = {
  usage: kUsageEn,
  misuse: {
    no_verb: () =>
      'say what to do: allocate, analyze, cells, fit, reward, handout, ledger or logic',
    unknown_verb: (verb) =>
      `there is no verb ${verb}: use allocate, analyze, cells, fit, reward, handout, ledger or logic`,
    unknown_option: (option) => `there is no option ${option} here`,
    missing_value: (option) => `${option} needs a value after it`,
    no_program: () => 'name the program with --program PROGRAM.json',
    no_such_customer: (customer) => `--why ${customer}: no customer has this sign`,
    bad_budget: (value) => `--budget ${value}: write an amount, as 500`,
    bad_reward: (value) =>
      `--reward ${value}: write up to five as 5:0.1, an amount and the share you assume it keeps`,
    bad_margin: (value) => `--margin ${value}: write a share above 0 and up to 1`,
    bad_pause: (value) => `--pause ${value}: write days, from 0 to 36525`,
    missing_file: () => 'name at least one file, or - for standard input',
    too_many_files: (file) => `one file at a time: leave out ${file}`,
    stdin_twice: () => 'standard input can be read only once: use one -',
    stdout_twice: () => 'only one output can be -: give the others a file',
    same_file: (file) =>
      `${file} is given twice: an output never replaces an input or another output`,
    bad_date: (value) => `--as-of ${value}: write a day as 2026-11-30`,
    bad_zone: (value) => `--zone ${value} is not known: write a zone as Europe/Berlin`,
    bad_currency: (value) => `--currency ${value}: write three letters, as EUR`,
    bad_encoding: (value) => `--encoding ${value} is not known: try utf-8, gb18030 or windows-1252`,
    bad_language: (value) => `--lang ${value}: en or zh-CN`,
    bad_profile: (value) => `--profile ${value}: compat or strict`,
    bad_model: (name) =>
      `there is no model ${name}: nbd, bg_nbd, mbg_nbd, pareto_nbd, bg_cnbd_k, mbg_cnbd_k, gamma_gamma or bg_bb`,
    bad_unit: (value) => `--unit ${value}: days or weeks`,
    bad_predict: (value) => `--predict ${value}: write days above 0, at most 36525`,
    bad_target: (value) => `--for ${value}: mailchimp, klaviyo, shopify, plain or excel`,
    target_alone: () => '--for says for what --audience is: name its file',
    no_offer: () => 'name the offer with --offer NAME',
    no_list: () => 'say where the list goes with --to OUT.csv',
    no_record: () => 'say with --record PROJECT.json where it is kept what was given',
    bad_issued: (value) => `--issued ${value}: write a day as 2026-11-30`,
    bad_life: (value) => `--life ${value}: write a duration as 30D, 2M or unlimited`,
    bad_rest: (value) => `--rest ${value}: write whole days, at most 36525`,
    bad_columns: (file) =>
      `${file}: write an object of headers or positions, as {"date": "Created at", "customer": 3}`,
    unknown_role: (role) =>
      `no column can be a "${role}": the roles are listed in docs/embedding.md`,
    cannot_write: (what) => `cannot write ${what}`,
  },
  seeHelp: 'regulars --help lists everything',
  trouble: {
    empty_file: () => 'the file is empty; export the orders again',
    not_text: () => 'a picture or a document, not a table; save it as .xlsx or CSV and give that',
    no_rows: () => 'a header, but no orders below it; check the dates that were exported',
    no_columns: () => 'no columns could be told apart; save it as CSV, with commas or semicolons',
    no_date_column: () =>
      'no column with dates; export it with the order date, or name the column with --columns',
    no_usable_column: () =>
      'dates, but neither customers, order numbers nor amounts; export at least one, or name the column with --columns',
    column_not_found: ({detail}) =>
      `there is no column ${detail}; see the header with the verb cells`,
    invalid_cell: ({detail}) =>
      `not the number it should be${detail && `: ${detail}`}; correct it there`,
    no_orders: () =>
      'nothing counts as an order: every line is cancelled, unpaid, refunded, unreadable or too late',
    invalid_json: ({detail}) => `not valid JSON${detail && `: ${detail}`}; correct it there`,
    invalid_option: ({detail}) => `this setting cannot be used: ${detail}`,
    invalid_program: ({detail}) =>
      `the reward program cannot be understood${detail && `: ${detail}`}`,
    wrong_stage: ({detail}) =>
      `the engine was asked out of turn${detail && ` (${detail})`}, which is our mistake`,
    folder: () => 'a folder; name the files inside it',
    unreadable: ({detail}) =>
      unreadableEn[detail] ?? `cannot be read (${detail}); check the disk and try again`,
    bad_archive: () =>
      'an archive or workbook that is damaged or cannot be unpacked; save it again, or unpack it and give the files inside',
    too_large: () =>
      'an archive that unpacks to more than fits here; unpack it and give the files inside',
    locked: () =>
      'protected by a password; open it there, save it without a password, and give that',
    old_spreadsheet: () =>
      'an old Excel workbook (.xls); open it, save it as .xlsx or CSV, and give that',
    other_spreadsheet: () =>
      'a spreadsheet of another kind (.ods, .numbers or .xlsb); save it as .xlsx or CSV and give that',
    cancelled: () => 'stopped',
    engine_died: ({detail}) =>
      `the engine ran out of memory or broke off${detail && ` (${detail})`}; try fewer files at once`,
  },
  place: (file, line, column) =>
    [file, line > 0 && `line ${line}`, column > 0 && `column ${column}`]
      .filter(Boolean)
      .join(', ') + ': ',
  reading: (file, rows, percent) => `reading ${file}: ${rows} rows ${percent}`,
  analyzing: 'working out who comes back',
  asOf: (date) => `as of ${date}`,
  foretold: (way, known) =>
    `Foretold as “${way}” (${known}), which did best on this shop’s own past.`,
  file: (read, kept, rejected) => `${read} rows, ${kept} kept, ${rejected} set aside`,
  header: (line) => `header in line ${line}`,
  noHeader: 'no header',
  line: (file, row, column, text) =>
    `${file} line ${row}${column && `, ${column}`}${text && `: ${text}`}`,
  skipped: (name, because) => `left out: ${name}: ${because}`,
  replaced: (count) => `unreadable characters: ${count}`,
  rejectsHint: '--rejects OUT.csv writes the rows set aside, whole.',
  more: (count) => `and ${count} more`,
  cells: {
    records: 'Records',
    columns: 'Columns',
    structural: 'Other lines',
    repaired: 'Stray quotes read over',
    rejected: 'Set aside',
    delimiter: 'Delimiter',
    quote: 'Quote',
    lineEnd: 'Line end',
    encoding: 'Encoding',
    rejectedAt: (line, reason) => `line ${line}: ${reason}`,
  },
  fit: {
    status: 'Status',
    statuses: {
      converged: 'converged',
      not_identifiable:
        'these data do not tell all parameters; the expectations hold, single parameters mean little',
      stopped_early: 'the search broke off; take the figures with care',
      too_little_data: 'fewer customers than the model has parameters: no fit',
      no_customers: 'no customers: no fit',
      no_repeat_orders: 'nobody came back: no fit',
      no_time_observed: 'everyone came on the last day: no fit',
      no_spend: 'nobody paid anything on a repeat day: no fit',
    },
    customers: 'Customers',
    distinct: (customers, distinct) => `${customers}, ${distinct} of them different`,
    logLikelihood: 'Log-likelihood',
    covariates: 'For each unit (95 %)',
    pace: 'orders come',
    leaving: 'leaving is as likely (rate or odds)',
    chance: 'Chance of such a gain if they did nothing',
    correlation: 'Correlation of frequency and value',
    leftOut: 'Customers without a value above 0',
    expected: (count, unit) =>
      unit === 'periods' ? `Expected in ${count} periods` : `Orders expected in ${count} days`,
    units: {days: 'times in days', weeks: 'times in weeks', periods: 'times in periods'},
  },
  ledger: {
    failure: (file, index, name) => `${file}, case ${index}${name && `, ${name}`}`,
    differs: (field, wanted, found) => `${field}: wanted ${wanted}, found ${found}`,
  },
  logic: {
    file: (file, passed, failed) => `${file}: ${passed} passed, ${failed} failed`,
    failure: (file, index, description) =>
      `${file}, case ${index}${description && `, ${description}`}`,
    rule: 'rule',
    data: 'data',
    wanted: 'wanted',
    found: 'found',
  },
};

const unreadableEn: Record<string, string> = {
  ENOENT: 'there is no such file; check the name',
  EACCES: 'you may not read it; change its permissions',
};

const zhCn: Words = {
  usage: kUsageZh,
  misuse: {
    no_verb: () =>
      '请说明要做什么：allocate、analyze、cells、fit、reward、handout、ledger 或 logic',
    unknown_verb: (verb) =>
      `没有 ${verb} 这个命令，请用 allocate、analyze、cells、fit、reward、handout、ledger 或 logic`,
    unknown_option: (option) => `这里没有 ${option} 这个选项`,
    missing_value: (option) => `${option} 后面要写一个值`,
    no_program: () => '请用 --program 方案.json 指定方案',
    no_such_customer: (customer) => `--why ${customer}：没有这位客户`,
    bad_budget: (value) => `--budget ${value}：请写金额，如 500`,
    bad_reward: (value) => `--reward ${value}：请写成 5:0.1，即金额和假设能留住的比例，最多五种`,
    bad_margin: (value) => `--margin ${value}：请写大于 0、不超过 1 的比例`,
    bad_pause: (value) => `--pause ${value}：请写 0 到 36525 的天数`,
    missing_file: () => '请至少写一个文件，或用 - 表示标准输入',
    too_many_files: (file) => `一次只读一个文件，请去掉 ${file}`,
    stdin_twice: () => '标准输入只能读一次，只写一个 -',
    stdout_twice: () => '只能有一个输出写作 -，其他的请指定文件',
    same_file: (file) => `${file} 写了两次：输出不会覆盖输入或另一个输出`,
    bad_date: (value) => `--as-of ${value}：日期请写成 2026-11-30`,
    bad_zone: (value) => `不认识时区 --zone ${value}，请写成 Asia/Shanghai 这样`,
    bad_currency: (value) => `--currency ${value}：请写三个字母，如 CNY`,
    bad_encoding: (value) => `不认识编码 --encoding ${value}，可试 utf-8、gb18030 或 windows-1252`,
    bad_language: (value) => `--lang ${value}：请用 en 或 zh-CN`,
    bad_profile: (value) => `--profile ${value}：请用 compat 或 strict`,
    bad_model: (name) =>
      `没有 ${name} 这个模型，请用 nbd、bg_nbd、mbg_nbd、pareto_nbd、bg_cnbd_k、mbg_cnbd_k、gamma_gamma 或 bg_bb`,
    bad_unit: (value) => `--unit ${value}：请用 days 或 weeks`,
    bad_predict: (value) => `--predict ${value}：请写大于 0、不超过 36525 的天数`,
    bad_target: (value) => `--for ${value}：应为 mailchimp、klaviyo、shopify、plain 或 excel`,
    target_alone: () => '--for 说明 --audience 的用途：请写明输出文件',
    no_offer: () => '请用 --offer 名称 写明活动',
    no_list: () => '请用 --to 输出.csv 写明名单存到哪里',
    no_record: () => '请用 --record 项目.json 写明记录存到哪里',
    bad_issued: (value) => `--issued ${value}：日期请写成 2026-11-30`,
    bad_life: (value) => `--life ${value}：时长请写成 30D、2M 或 unlimited`,
    bad_rest: (value) => `--rest ${value}：请写不超过 36525 的整数天数`,
    bad_columns: (file) =>
      `${file}：请写成列名或列号的对象，如 {"date": "下单时间", "customer": 3}`,
    unknown_role: (role) => `列的含义里没有“${role}”，全部含义见 docs/embedding.md`,
    cannot_write: (what) => `无法写入 ${what}`,
  },
  seeHelp: '用 regulars --help 查看全部用法',
  trouble: {
    empty_file: () => '文件是空的，请重新导出订单',
    not_text: () => '这是图片或文档，不是表格，请另存为 .xlsx 或 CSV 再用',
    no_rows: () => '只有表头，下面没有订单，请检查导出时选的日期',
    no_columns: () => '分不出列，请另存为用逗号或分号分隔的 CSV',
    no_date_column: () => '没有日期列，请连同下单日期一起导出，或用 --columns 指明是哪一列',
    no_usable_column: () =>
      '有日期，却没有客户、订单号和金额，请至少带上其中一列导出，或用 --columns 指明',
    column_not_found: ({detail}) => `没有 ${detail} 这一列，可用 cells 命令查看表头`,
    invalid_cell: ({detail}) => `这一格不是应有的数字${detail && `：${detail}`}，请在该处改正`,
    no_orders: () => '没有可以计入的订单：每一行都已取消、未付款、已退款、无法识别或晚于截止日',
    invalid_json: ({detail}) => `不是有效的 JSON${detail && `：${detail}`}，请在该处改正`,
    invalid_option: ({detail}) => `这项设置无法使用：${detail}`,
    invalid_program: ({detail}) => `看不懂这份奖励方案${detail && `：${detail}`}`,
    wrong_stage: ({detail}) => `引擎被要求的次序不对${detail && `（${detail}）`}，这是我们的错`,
    folder: () => '这是文件夹，请写出里面的文件',
    unreadable: ({detail}) => unreadableZh[detail] ?? `读不了（${detail}），请检查磁盘后再试`,
    bad_archive: () => '压缩包或工作簿已损坏或无法解开，请重新保存，或解压后给出里面的文件',
    too_large: () => '压缩包解开后太大，请先解压，再给出里面的文件',
    locked: () => '有密码保护，请打开后另存为不带密码的文件再用',
    old_spreadsheet: () => '这是旧版 Excel 工作簿（.xls），请打开后另存为 .xlsx 或 CSV 再用',
    other_spreadsheet: () =>
      '这是其他格式的表格（.ods、.numbers 或 .xlsb），请另存为 .xlsx 或 CSV 再用',
    cancelled: () => '已停止',
    engine_died: ({detail}) =>
      `引擎内存不足或中途停止${detail && `（${detail}）`}，请一次少读几个文件`,
  },
  place: (file, line, column) =>
    [file, line > 0 && `第 ${line} 行`, column > 0 && `第 ${column} 列`]
      .filter(Boolean)
      .join('，') + '：',
  reading: (file, rows, percent) => `正在读取 ${file}：${rows} 行 ${percent}`,
  analyzing: '正在计算谁会再来',
  asOf: (date) => `截至 ${date}`,
  foretold: (way, known) => `预测方法：“${way}”（${known}），在本店历史上最准。`,
  file: (read, kept, rejected) => `${read} 行，保留 ${kept} 行，搁置 ${rejected} 行`,
  header: (line) => `表头在第 ${line} 行`,
  noHeader: '没有表头',
  line: (file, row, column, text) =>
    `${file} 第 ${row} 行${column && `，${column}`}${text && `：${text}`}`,
  skipped: (name, because) => `未读取：${name}：${because}`,
  replaced: (count) => `${count} 个字符无法识别`,
  rejectsHint: '用 --rejects 输出.csv 可写出搁置的整行原文。',
  more: (count) => `另有 ${count} 项`,
  cells: {
    records: '记录',
    columns: '列',
    structural: '其他行',
    repaired: '修正的多余引号',
    rejected: '搁置',
    delimiter: '分隔符',
    quote: '引号',
    lineEnd: '行尾',
    encoding: '编码',
    rejectedAt: (line, reason) => `第 ${line} 行：${reason}`,
  },
  fit: {
    status: '状态',
    statuses: {
      converged: '已收敛',
      not_identifiable: '数据不足以确定全部参数：预计数仍可用，单个参数没有意义',
      stopped_early: '搜索中途停止，请谨慎使用',
      too_little_data: '客户比模型的参数还少，无法拟合',
      no_customers: '没有客户，无法拟合',
      no_repeat_orders: '没有人再次购买，无法拟合',
      no_time_observed: '所有客户都在最后一天才来，无法拟合',
      no_spend: '没有人在再次购买时付款，无法拟合',
    },
    customers: '客户',
    distinct: (customers, distinct) => `${customers}，其中 ${distinct} 种不同`,
    logLikelihood: '对数似然',
    covariates: '每增加一个单位（95%）',
    pace: '下单频率',
    leaving: '流失（速率或几率）',
    chance: '若这些列毫无作用，仍出现如此提升的概率',
    correlation: '购买次数与金额的相关系数',
    leftOut: '金额不大于 0 的客户',
    expected: (count, unit) =>
      unit === 'periods' ? `预计 ${count} 期内的次数` : `预计 ${count} 天内的订单`,
    units: {days: '时间以天计', weeks: '时间以周计', periods: '时间以期计'},
  },
  ledger: {
    failure: (file, index, name) => `${file}，第 ${index} 例${name && `，${name}`}`,
    differs: (field, wanted, found) => `${field}：应得 ${wanted}，实得 ${found}`,
  },
  logic: {
    file: (file, passed, failed) => `${file}：通过 ${passed}，未通过 ${failed}`,
    failure: (file, index, description) =>
      `${file}，第 ${index} 例${description && `，${description}`}`,
    rule: '规则',
    data: '数据',
    wanted: '应得',
    found: '实得',
  },
};

const unreadableZh: Record<string, string> = {
  ENOENT: '没有这个文件，请检查名称',
  EACCES: '没有读取权限，请修改文件权限',
};

export const kWords: Record<LanguageCode, Words> = {en, 'zh-CN': zhCn};
