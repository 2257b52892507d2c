/** Data health and downloads in English. */
import type {Role} from '../../engine/protocol.js';
import type {DownloadWords, HealthWords} from '../messages.js';
import {plural} from './plural.js';

const kProfiles: Record<string, string> = {
  shopify_orders: 'a Shopify orders export',
  shopify_customers: 'a Shopify customers export',
  woocommerce_algolplus: 'a WooCommerce orders export',
  woocommerce_webtoffee: 'a WooCommerce orders export',
  woocommerce_analytics: 'a WooCommerce Analytics export',
  etsy_orders: 'an Etsy sold orders export',
  etsy_items: 'an Etsy sold order items export',
  etsy_payments: 'an Etsy payments export',
  etsy_statement: 'an Etsy monthly statement',
  square_items: 'a Square item sales export',
  square_transactions: 'a Square transactions export',
  stripe_payments: 'a Stripe payments export',
  paypal_activity: 'a PayPal activity report',
  paypal_statement: 'a PayPal statement',
  amazon_new_orders: 'an Amazon New Orders report',
  amazon_all_orders: 'an Amazon All Orders report',
  amazon_date_range: 'an Amazon Date Range report',
  taobao_orders: 'a Taobao orders export',
  taobao_sales: 'a Taobao sales export',
  taobao_item_list: 'a Taobao items export',
  taobao_items: 'a Taobao items export',
  douyin_orders: 'a Douyin orders export',
  jd_orders: 'a JD orders export',
  youzan_orders: 'a Youzan orders export',
  youzan_customers: 'a Youzan customers export',
  generic: 'a table',
};

const kStatuses: Record<string, string> = {
  counted: 'count',
  cancelled: 'cancelled',
  refunded: 'refunded whole',
  refund: 'give money back',
  unpaid: 'not paid',
  duplicate: 'copies of another line',
};

const kSeparators: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  ' ': 'blanks',
};

const kRoles: Record<string, string> = {
  order: 'Order number',
  date: 'Date',
  time: 'Time of day',
  customer: 'Customer',
  customer_name: 'Customer’s name',
  product: 'Product',
  category: 'Category',
  quantity: 'Quantity',
  unit_price: 'Price of one',
  amount: 'Amount of the line',
  discount: 'Discount of the line',
  order_total: 'Total of the order',
  order_subtotal: 'Goods of the order',
  order_discount: 'Discount of the order',
  refunded: 'Given back',
  status: 'Status',
  cancelled_at: 'Cancelled on',
  currency: 'Currency',
  zone: 'Time zone',
  email: 'E-mail address',
  phone: 'Telephone',
  postcode: 'Postcode',
  line: 'Line number',
  items: 'Products of the order',
  reference: 'Order given back',
  channel: 'Channel of the order',
  last_name: 'Surname',
  birthday: 'Birthday',
  joined: 'Customer since',
  consent: 'May be written to',
  tags: 'Tags',
  sku: 'Article number',
  cost: 'Cost of one',
  event: 'What happened',
  score: 'Score',
  reward: 'Reward',
  group: 'Test or control',
  response: 'Answer to the reward',
} satisfies Record<Role, string>;

export const health: HealthWords = {
  title: 'Data health',
  lead: (grade) =>
    `${grade} Every row of your files is accounted for, and every figure can be traced to its lines.`,
  grade: {
    clean: 'Every row could be read, and nothing had to be assumed.',
    minor: 'The files read well. A few rows deserve a glance.',
    look: 'Some rows change the figures. Please look at what is listed below.',
  },
  ladderTitle: 'Does it add up?',
  ladderHow: 'From the rows of your files to your customers, step by step.',
  ladder: {
    rows_read: 'Rows in the files',
    rows_rejected: 'could not be read',
    lines: 'Lines understood',
    orders: 'Orders they make up',
    orders_not_counted: 'cancelled, unpaid or refunded whole',
    orders_counted: 'Orders that count',
    orders_without_customer: 'of these without a customer',
    customers: 'Customers',
  },
  statusTitle: 'Lines by what became of them',
  status: (code) => kStatuses[code] ?? code,
  filesTitle: 'How were your files understood?',
  filesHow: 'Nothing to do here, unless a column was taken for another.',
  fileColumns: {
    file: 'File',
    kind: 'Taken for',
    encoding: 'Written in',
    read: 'Rows',
    kept: 'Kept',
    rejected: 'Set aside',
  },
  profile: (code) => kProfiles[code] ?? code,
  tableKind: {
    orders: 'Orders',
    items: 'Lines of orders',
    customers: 'Customers',
    products: 'Products',
    events: 'Events',
    rewards: 'Rewards given',
  },
  note: {
    no_customers:
      'This export names no buyers that can be told apart: it gives sales and products, nothing about people.',
    names_only: 'Buyers are told apart by their names alone: two people of one name are one here.',
    masked_phones: 'Telephone numbers with asterisks tell nobody apart and are left out.',
    no_products: 'This export does not say what was bought.',
    relayed_addresses:
      'The e-mail addresses are the platform’s: good to tell buyers apart, not to write to them.',
    needs_orders:
      'These lines name no buyer: add the orders file of the same days, they belong together.',
  },
  separator: (code) => kSeparators[code] ?? code,
  columnsTitle: 'Columns in use',
  columnsRead: {role: 'Meaning', header: 'Column in your file', reason: 'Why'},
  role: (code) => kRoles[code] ?? code,
  reason: {
    profile: 'this platform writes it so',
    name: 'by its heading',
    content: 'by what stands in it',
    chosen: 'you said so',
  },
  position: (n) => `column ${n}`,
  issuesTitle: 'What deserves a look?',
  issuesHow: 'Grouped, with what was done about it and the first lines where it happens.',
  noIssues: 'Nothing. Every row was as it should be.',
  issue: {
    too_few_cells: (c) => `${plural(c, 'row has', 'rows have')} too few cells`,
    too_many_cells: (c) => `${plural(c, 'row has', 'rows have')} too many cells`,
    unclosed_quote: (c) => `${plural(c, 'quotation mark is', 'quotation marks are')} never closed`,
    invalid_date: (c) => `${plural(c, 'date does', 'dates do')} not exist or cannot be read`,
    invalid_time: (c) => `${plural(c, 'time of day', 'times of day')} cannot be read`,
    invalid_amount: (c) => `${plural(c, 'amount', 'amounts')} cannot be read`,
    invalid_quantity: (c) => `${plural(c, 'quantity', 'quantities')} cannot be read`,
    missing_date: (c) => `${plural(c, 'row has', 'rows have')} no date`,
    missing_amount: (c) => `${plural(c, 'row has', 'rows have')} no amount`,
    missing_order: (c) => `${plural(c, 'row has', 'rows have')} no order number`,
    duplicate_line: (c) => `${plural(c, 'line stands', 'lines stand')} twice in one order`,
    same_line_twice: (c) => `${plural(c, 'line looks', 'lines look')} exactly like another`,
    no_customer: (c) => `${plural(c, 'order names', 'orders name')} no customer`,
    date_order_assumed: (c) => `Day and month could be swapped in ${plural(c, 'date', 'dates')}`,
    date_order_conflict: (c) =>
      `${plural(c, 'date contradicts', 'dates contradict')} the order of day and month of the others`,
    other_currency: (c) => `${plural(c, 'row is', 'rows are')} in another currency`,
    stray_quote: (c) =>
      `${plural(c, 'quotation mark stands', 'quotation marks stand')} in the wrong place`,
    impossible_date: (c) => `${plural(c, 'date lies', 'dates lie')} before 1980 or after 2099`,
    missing_name: (c) => `${plural(c, 'row has', 'rows have')} no name`,
    damaged_number: (c) =>
      `A spreadsheet has rounded ${plural(c, 'order number', 'order numbers')}: each line is an order of its own`,
    masked_customer: (c) => `The platform hides the customer of ${plural(c, 'row', 'rows')}`,
    not_an_order: (c) =>
      `${plural(c, 'row is', 'rows are')} no order but a fee, a withdrawal or a conversion`,
    other_table: (c) =>
      `${plural(c, 'row belongs', 'rows belong')} to another table in the same file`,
    older_export: (c) => `${plural(c, 'line is', 'lines are')} told anew by a newer export`,
    near_copy: (c) =>
      `${plural(c, 'order looks', 'orders look')} like another within a few minutes`,
    orphan_item: (c) =>
      `${plural(c, 'line belongs', 'lines belong')} to orders that stand in no file`,
    unknown_customer: (c) =>
      `${plural(c, 'record is', 'records are')} about people who never ordered`,
    test_order: (c) => `${plural(c, 'order looks', 'orders look')} like a test`,
    free_order: (c) => `${plural(c, 'order', 'orders')} cost nothing`,
    future_order: (c) => `${plural(c, 'order lies', 'orders lie')} after today`,
    paired_refund: (c) => `${plural(c, 'refund gives', 'refunds give')} a known sale back`,
    merged_customer: (c) =>
      `${plural(c, 'sign belongs', 'signs belong')} to a customer who is known already`,
    unusual_amount: (c) => `${plural(c, 'order has', 'orders have')} an unusual amount`,
    unknown_status: (c) => `${plural(c, 'row has', 'rows have')} a status we do not know`,
  },
  effect: {
    rejected: 'set aside: in no figure, whole in the rejects file',
    dropped: 'dropped: counted once, not twice',
    kept: 'kept: part of the figures',
    assumed: 'assumed: read in the likelier way',
  },
  examples: (c) => (c.n === 1 ? 'See where' : `The first ${c.text}`),
  exampleColumns: {file: 'File', line: 'Line', column: 'Column', text: 'What stands there'},
  rejects: 'Download the rows set aside',
  refunded: (amount) => `${amount} was given back and is taken off revenue.`,
  guests: (orders, revenue) =>
    `${plural(orders, 'order', 'orders')} without a customer brought ${revenue}: in revenue, not in what is said about people.`,
};

export const downloads: DownloadWords = {
  title: 'Downloads',
  lead: 'Files for your spreadsheet, your mail tool or your bookkeeper. They are written here, by this page, to your own disk.',
  save: 'Download',
  saving: 'Writing…',
  saved: (file) => `${file} was written.`,
  file: {
    customers: {
      name: 'Customers',
      text: 'One row per customer with scores, segment, group and reward.',
    },
    lines: {
      name: 'Order lines',
      text: 'Every line as it was understood, with its row in your file.',
    },
    rejects: {
      name: 'Rows set aside',
      text: 'Whole rows that could not be read, each with its reason.',
    },
    rewards: {name: 'Rewards', text: 'What the program grants to whom, and why.'},
    report: {name: 'Report', text: 'Every figure of this page as JSON, for other programs.'},
  },
};
