/** A language and everything an element needs to speak it. */
import {en} from './en/index.js';
import {Format, type LanguageCode, type MoneyKind} from './format.js';
import type {Messages} from './messages.js';
import {zhCn} from './zh-cn/index.js';

export type {LanguageCode} from './format.js';

export interface Locale {
  code: LanguageCode;
  words: Messages;
  format: Format;
}

const kMessages: Record<LanguageCode, Messages> = {en, 'zh-CN': zhCn};

export const kLanguages: readonly {code: LanguageCode; name: string; short: string}[] = [
  {code: 'en', name: 'English', short: 'EN'},
  {code: 'zh-CN', name: '简体中文', short: '中文'},
];

export function localeOf(code: LanguageCode, money?: MoneyKind): Locale {
  return {code, words: kMessages[code], format: new Format(code, money)};
}

/** The language of ours that suits what somebody asks for: `zh-TW`, `en-US`, null. */
export function nearestLanguage(wanted: string | null | undefined): LanguageCode {
  return wanted?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
