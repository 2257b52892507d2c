/** Lists for other programs, in Simplified Chinese. */
import type {AudienceWords} from '../audience-words.js';

export const audience: AudienceWords = {
  open: '导出',
  title: '把这些客户带走',
  listed: (customers) => `名单上有 ${customers.text} 位客户。`,
  target: '用于',
  targets: {
    mailchimp: {name: 'Mailchimp', text: '邮箱、姓名、电话和标签，可直接导入受众。'},
    klaviyo: {
      name: 'Klaviyo',
      text: '邮箱、姓名、电话；分群、评分和下一单的日期作为属性。可导入列表。',
    },
    shopify: {
      name: 'Shopify',
      text: '客户标签：保留已有的，加上新的。在“客户”中导入，并覆盖已有客户。',
    },
    plain: {name: '普通 CSV', text: '每位客户一行：是谁、怎么联系、主要数据。'},
    excel: {
      name: 'Excel 用 CSV',
      text: '内容相同，分隔符和小数点按这台电脑的习惯，双击即可正确打开。',
    },
  },
  tag: '标签',
  tagSegment: '各自的分群',
  tagOwn: '统一标签',
  tagHint: '例如：11 月提醒',
  consent: '文件中没有写明的客户，已同意接收营销信息',
  consentHint: '明确拒绝的客户一律不写入。此选择按平台记在项目中。',
  counting: '正在统计',
  written: (rows) => `将写入 ${rows.text} 行。`,
  nobody: '没有可写入的客户。',
  leftOutTitle: '不写入',
  leftOut: {
    consent_refused: (c) => `${c.text} 位不愿接收营销信息`,
    no_address: (c) => `${c.text} 位在文件中没有邮箱`,
    relayed_address: (c) => `${c.text} 位只有平台的中转邮箱`,
    consent_unknown: (c) => `${c.text} 位没有表示同意接收`,
    tags_unknown: (c) => `${c.text} 位不在客户表中，已有标签未知`,
    same_address: (c) => `${c.text} 位与另一行邮箱相同`,
  },
  unknownConsent: (c) => `其中 ${c.text} 行，文件没有写明是否同意接收。`,
  tagsHint: '请把 Shopify 的客户导出与订单一起拖进来：只有知道已有标签，才能保留它们。',
  save: '保存文件',
  saving: '正在写入',
  saved: (file) => `${file} 已保存。`,
};
