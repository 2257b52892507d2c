/** Numbers, money, days and sizes as the language writes them; all by Intl, nothing bundled. */
import type {Count} from './messages.js';

/** What money looks like in the shop whose orders are shown. */
export interface MoneyKind {
  /** ISO 4217 code; null where the files do not say. */
  currency: string | null;
  minorDigits: number;
}

const kNoMoney: MoneyKind = {currency: null, minorDigits: 2};

/** From here on a headline is shortened: 1.2M, and in Chinese 12.3 wan. */
const kCompactFrom = {en: 10_000_000, 'zh-CN': 100_000} as const;

export type LanguageCode = keyof typeof kCompactFrom;

/** Dates as "18 Nov 2026": a month in letters cannot be taken for a day. */
const kTag: Record<LanguageCode, string> = {en: 'en-GB', 'zh-CN': 'zh-CN'};

export class Format {
  readonly #code: LanguageCode;
  readonly #tag: string;
  readonly #money: MoneyKind;
  #months: Intl.DateTimeFormat | undefined;
  readonly #made = new Map<string, Intl.NumberFormat>();

  constructor(code: LanguageCode, money: MoneyKind = kNoMoney) {
    this.#code = code;
    this.#tag = kTag[code];
    this.#money = money;
  }

  /** The same language for a shop with other money. */
  withMoney(money: MoneyKind): Format {
    return new Format(this.#code, money);
  }

  number(value: number, digits = 0): string {
    return this.#numbers({minimumFractionDigits: digits, maximumFractionDigits: digits}).format(
      value,
    );
  }

  count(value: number): Count {
    return {n: value, text: this.number(value)};
  }

  /** A number with as many digits as tell something: 3.42, 18.5, 214. */
  figure(value: number): string {
    const size = Math.abs(value);
    return this.number(value, size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2);
  }

  /** A number of any size to four digits: 0.2425, 58.52, 162,755. */
  significant(value: number): string {
    const size = Math.abs(value);
    if (size >= 1000) return this.number(Math.round(value));
    return this.#numbers({minimumSignificantDigits: 4, maximumSignificantDigits: 4}).format(value);
  }

  percent(share: number, digits = 1): string {
    return this.#numbers({
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(share);
  }

  /** Minor units as money of the shop, to the last digit. */
  money(minor: number): string {
    return this.#moneyFormat({}).format(this.#major(minor));
  }

  /** Whole units of money, as reward programs count it. */
  moneyMajor(major: number): string {
    return this.#moneyFormat({}).format(major);
  }

  /** A difference of money, with its sign. */
  signedMoney(minor: number): string {
    return this.#moneyFormat({signDisplay: 'exceptZero'}).format(this.#major(minor));
  }

  /** Money without the small change, for tables and charts. */
  moneyRound(minor: number): string {
    return this.#moneyFormat({maximumFractionDigits: 0}).format(this.#major(minor));
  }

  /** Money as a headline: shortened where it would be long. */
  moneyHeadline(minor: number): string {
    const major = this.#major(minor);
    if (Math.abs(major) < kCompactFrom[this.#code]) return this.money(minor);
    return this.#moneyFormat({notation: 'compact', maximumFractionDigits: 2}).format(major);
  }

  /** Money where there is hardly any room: 12.3K, and in Chinese 1.23 wan. */
  moneyShort(minor: number): string {
    const major = this.#major(minor);
    if (Math.abs(major) < 100) return this.#moneyFormat({maximumFractionDigits: 1}).format(major);
    return this.#moneyFormat({notation: 'compact', maximumSignificantDigits: 3}).format(major);
  }

  /** How likely chance alone makes such a difference; what is next to nothing is told as a bound. */
  chance(p: number): string {
    return p < 0.001 ? `p < ${this.number(0.001, 3)}` : `p = ${this.number(p, p < 0.1 ? 3 : 2)}`;
  }

  /** A difference, with its sign. */
  signed(value: number, digits = 1): string {
    return this.#numbers({
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'exceptZero',
    }).format(value);
  }

  numberHeadline(value: number): string {
    if (Math.abs(value) < kCompactFrom[this.#code]) return this.number(value);
    return this.#numbers({notation: 'compact', maximumFractionDigits: 2}).format(value);
  }

  /** `2026-11-18`, as a person writes it; a blank stays blank. */
  date(day: string): string {
    const [year, month, date] = day.split('-').map(Number);
    if (year === undefined || month === undefined || date === undefined) return day;
    const style = {
      day: 'numeric',
      month: this.#code === 'en' ? 'short' : 'long',
      year: 'numeric',
    } as const;
    const format = new Intl.DateTimeFormat(this.#tag, {...style, timeZone: 'UTC'});
    return format.format(new Date(Date.UTC(year, month - 1, date)));
  }

  /** A weekday from 1, Monday. */
  weekday(day: number, weekday: 'short' | 'long'): string {
    const format = new Intl.DateTimeFormat(this.#tag, {weekday, timeZone: 'UTC'});
    return format.format(new Date(Date.UTC(2024, 0, day))); // which began on a Monday
  }

  /** A month of any year, from 1. */
  monthName(of: number, month: 'narrow' | 'long'): string {
    const format = new Intl.DateTimeFormat(this.#tag, {month, timeZone: 'UTC'});
    return format.format(new Date(Date.UTC(2024, of - 1, 1)));
  }

  /** `month` from 1. */
  month(year: number, month: number): string {
    const style = {month: this.#code === 'en' ? 'short' : 'long', year: 'numeric'} as const;
    this.#months ??= new Intl.DateTimeFormat(this.#tag, {...style, timeZone: 'UTC'});
    return this.#months.format(new Date(Date.UTC(year, month - 1, 1)));
  }

  /** Day and month of a date of which both stand first in figures: `03/04/26` is 3 April, or 4 March. */
  dayMonth(text: string, order: 'day_first' | 'month_first'): string {
    const [first, second] = (text.match(/\d+/g) ?? []).map(Number);
    if (first === undefined || second === undefined) return text;
    const [day, month] = order === 'day_first' ? [first, second] : [second, first];
    const format = new Intl.DateTimeFormat(this.#tag, {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
    return format.format(new Date(Date.UTC(2000, month - 1, day)));
  }

  /** A day where room is short. */
  dateShort(day: string): string {
    return this.#code === 'en' ? this.date(day) : day.replaceAll('-', '/');
  }

  time(moment: Date): string {
    const style = {hour: '2-digit', minute: '2-digit', second: '2-digit'} as const;
    return new Intl.DateTimeFormat(this.#tag, style).format(moment);
  }

  days(value: number): string {
    const digits = Number.isInteger(value) ? 0 : 1;
    return this.#numbers({
      style: 'unit',
      unit: 'day',
      unitDisplay: 'long',
      maximumFractionDigits: digits,
    }).format(value);
  }

  bytes(value: number): string {
    const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
    let step = 0;
    let size = value;
    while (size >= 1000 && step < steps.length - 1) {
      size /= 1000;
      step += 1;
    }
    const unit = steps[step] ?? 'byte';
    const digits = step > 0 && size < 10 ? 1 : 0;
    return this.#numbers({
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(size);
  }

  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.#tag, {type: 'conjunction'}).format(parts);
  }

  /** Whole units of money in minor ones. */
  minorOf(major: number): number {
    return Math.round(major * 10 ** this.#money.minorDigits);
  }

  #major(minor: number): number {
    return minor / 10 ** this.#money.minorDigits;
  }

  #moneyFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const {currency, minorDigits} = this.#money;
    const digits = {minimumFractionDigits: minorDigits, maximumFractionDigits: minorDigits};
    const fit = options.maximumFractionDigits === undefined ? digits : {minimumFractionDigits: 0};
    const kind: Intl.NumberFormatOptions =
      currency === null ? {} : {style: 'currency', currency, currencyDisplay: 'narrowSymbol'};
    return this.#numbers({...kind, ...fit, ...options});
  }

  #numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options);
    let format = this.#made.get(key);
    if (!format) {
      format = new Intl.NumberFormat(this.#tag, options);
      this.#made.set(key, format);
    }
    return format;
  }
}
