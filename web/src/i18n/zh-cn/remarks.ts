/** Notes and tags, in Simplified Chinese. */
import type {RemarkWords} from '../remark-words.js';

export const remarks: RemarkWords = {
  title: '您自己知道些什么？',
  note: '备注',
  noteHint: '愿望、答应过的事、电话里说过的话',
  tags: '标签',
  addTag: '添加标签',
  tagHint: '例如：老位子',
  removeTag: (tag) => `去掉标签“${tag}”`,
  hasNote: '有备注',
  column: '标签',
  kept: '保存项目时一并存入项目文件。',
  all: (customers) => `${customers.text} 位客户的备注和标签`,
  allHow: '项目中保存的全部内容，无论客户是否在这些文件里。',
  gone: '不在这些文件里',
  open: (who) => `打开${who}`,
  forget: '删除',
  forgetOf: (who) => `删除关于${who}的备注`,
  tagged: (tag) => `标签：${tag}`,
  mergesTitle: '哪些属于这个人？',
  mergesHow: '以下标识被当作同一个人。不是的，请分开。',
  print: '打印这张卡片',
};
