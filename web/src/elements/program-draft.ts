/**
 * A reward program as sentences show it. The document itself is what is edited: a part that a sentence can say is read as
 * what a person chooses and written back where they choose otherwise; all else stays as its author wrote it.
 */

export type Json = Readonly<Record<string, unknown>>;

/** The way to a part of a document. */
export type Path = readonly (string | number)[];

export type Operator = '>=' | '<=' | '>' | '<' | '==' | '!=';

/** What is compared with: null while nothing is typed. */
export type Plain = number | string | null;

export type Condition =
  | {is: 'compared'; fact: string; operator: Operator; value: Plain}
  /** Both ends included. */
  | {is: 'between'; fact: string; low: Plain; high: Plain}
  | {is: 'among'; fact: string; how: 'in' | 'not_in'; values: readonly Plain[]}
  /** Of a list fact: one of the values, none of them, nothing but them. */
  | {is: 'holds'; fact: string; how: 'some' | 'none' | 'all'; values: readonly Plain[]}
  | {is: 'written'; logic: unknown};

export type Amount =
  | {is: 'fixed'; amount: number | null}
  /** So much for each so much of a fact. */
  | {is: 'share'; fact: string; give: number | null; per: number | null; most: number | null}
  | {is: 'written'; logic: unknown};

export type Unit = 'D' | 'W' | 'M' | 'Y';

/** A length of time: `12M_UM` is twelve months, to the end of the month. */
export type Span =
  {is: 'span'; amount: number; unit: Unit; edge: string} | {is: 'written'; text: string};

const kOperators: readonly string[] = ['>=', '<=', '>', '<', '==', '!='];
const kHows = ['some', 'none', 'all'] as const;

const variable = (fact: string) => ({var: fact});

function factOf(value: unknown): string | null {
  const [name, operand] = onlyEntry(value);
  return name === 'var' && typeof operand === 'string' && operand !== '' ? operand : null;
}

function isPlain(value: unknown): value is Plain {
  return value === null || typeof value === 'number' || typeof value === 'string';
}

const isNumber = (value: unknown): value is number | null =>
  value === null || typeof value === 'number';

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function onlyEntry(value: unknown): [string, unknown] {
  const entries = isJson(value) ? Object.entries(value) : [];
  return (entries.length === 1 && entries[0]) || ['', null];
}

/** Whether two documents say the same, whatever the order of their fields. */
export function isSame(a: unknown, b: unknown): boolean {
  if (isList(a) && isList(b))
    return a.length === b.length && a.every((item, place) => isSame(item, b[place]));
  if (!isJson(a) || !isJson(b)) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}

/** What a sentence would say of a condition, which need not be all of it. */
function guessCondition(logic: unknown): Condition | null {
  const [operator, operands] = onlyEntry(logic);
  if (operator === '!') {
    const inner = guessCondition(operands);
    return inner?.is === 'among' ? {...inner, how: 'not_in'} : null;
  }
  if (!isList(operands)) return null;
  const [left, middle, right] = operands;
  const fact = factOf(left);
  const inMiddle = factOf(middle);
  if (operands.length === 3 && inMiddle !== null && isPlain(left) && isPlain(right))
    return {is: 'between', fact: inMiddle, low: left, high: right};
  if (operator === 'in' && fact !== null && isList(middle) && middle.every(isPlain))
    return {is: 'among', fact, how: 'in', values: middle};
  if (operator === 'in' && inMiddle !== null && isPlain(left))
    return {is: 'holds', fact: inMiddle, how: 'some', values: [left]};
  const how = kHows.find((one) => one === operator);
  if (how && fact !== null) {
    const [inner, parts] = onlyEntry(middle);
    const values = isList(parts) ? parts[1] : null;
    if (inner === 'in' && isList(values) && values.every(isPlain))
      return {is: 'holds', fact, how, values};
  }
  if (fact !== null && kOperators.includes(operator) && isPlain(middle))
    return {is: 'compared', fact, operator: operator as Operator, value: middle};
  return null;
}

/** A condition that can be written back as it was; whatever else there is was written by hand. */
export function readCondition(logic: unknown): Condition {
  const guess = guessCondition(logic);
  return guess && isSame(writeCondition(guess), logic) ? guess : {is: 'written', logic};
}

export function writeCondition(condition: Condition): unknown {
  switch (condition.is) {
    case 'compared':
      return {[condition.operator]: [variable(condition.fact), condition.value]};
    case 'between':
      return {'<=': [condition.low, variable(condition.fact), condition.high]};
    case 'among': {
      const among = {in: [variable(condition.fact), condition.values]};
      return condition.how === 'in' ? among : {'!': among};
    }
    case 'holds': {
      const {fact, how, values} = condition;
      if (how === 'some' && values.length === 1) return {in: [values[0], variable(fact)]};
      return {[how]: [variable(fact), {in: [variable(''), values]}]};
    }
    case 'written':
      return condition.logic;
  }
}

/** The conditions that must all hold; none: always. */
export function readWhen(logic: unknown): Condition[] {
  if (logic === undefined || logic === true) return [];
  const [operator, operands] = onlyEntry(logic);
  const isJoined = operator === 'and' && isList(operands) && operands.length > 1;
  return (isJoined ? operands : [logic]).map(readCondition);
}

export function writeWhen(conditions: readonly Condition[]): unknown {
  const written = conditions.map(writeCondition);
  return written.length === 0 ? true : written.length === 1 ? written[0] : {and: written};
}

function guessShare(logic: unknown): Extract<Amount, {is: 'share'}> | null {
  const fact = factOf(logic);
  if (fact !== null) return {is: 'share', fact, give: 1, per: 1, most: null};
  const [operator, operands] = onlyEntry(logic);
  if (!isList(operands) || operands.length !== 2) return null;
  const [what, by] = operands;
  const inner = guessShare(what);
  if (!inner || !isNumber(by)) return null;
  if (operator === '*') return {...inner, give: by};
  if (operator === '/') return {...inner, per: by};
  return operator === 'min' ? {...inner, most: by} : null;
}

/** An amount that can be written back as it was; whatever else there is was written by hand. */
export function readAmount(logic: unknown): Amount {
  if (logic === undefined || isNumber(logic)) return {is: 'fixed', amount: logic ?? null};
  const guess = guessShare(logic);
  return guess && isSame(writeAmount(guess), logic) ? guess : {is: 'written', logic};
}

export function writeAmount(amount: Amount): unknown {
  if (amount.is === 'fixed') return amount.amount;
  if (amount.is === 'written') return amount.logic;
  const {fact, give, per, most} = amount;
  const divided = per === 1 ? variable(fact) : {'/': [variable(fact), per]};
  const share = give === 1 ? divided : {'*': [divided, give]};
  return most === null ? share : {min: [share, most]};
}

export function readSpan(text: unknown): Span {
  const written = typeof text === 'string' ? text : '';
  const [, amount, unit, edge] = /^(\d+)([DWMY])((?:_[DU][DWMY]?)?)$/.exec(written) ?? [];
  const isCanonical = amount !== undefined && String(Number(amount)) === amount;
  return isCanonical
    ? {is: 'span', amount: Number(amount), unit: unit as Unit, edge: edge ?? ''}
    : {is: 'written', text: written};
}

export function writeSpan(span: Span): string {
  return span.is === 'written' ? span.text : `${span.amount}${span.unit}${span.edge}`;
}

export function partOf(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (part, key) =>
      isJson(part) || isList(part) ? (part as Record<string | number, unknown>)[key] : undefined,
    document,
  );
}

export function listOf(document: unknown, path: Path): readonly unknown[] {
  const part = partOf(document, path);
  return isList(part) ? part : [];
}

/** The document with another part; undefined takes it away. */
export function withPart(document: Json, path: Path, part: unknown): Json {
  return replaced(document, path, part) as Json;
}

function replaced(value: unknown, [key, ...rest]: Path, part: unknown): unknown {
  if (key === undefined) return part;
  if (typeof key === 'number') {
    const list = isList(value) ? [...value] : [];
    list[key] = replaced(list[key], rest, part);
    return list;
  }
  const fields = {...(isJson(value) ? value : {})};
  const inner = replaced(fields[key], rest, part);
  if (inner === undefined) delete fields[key];
  else fields[key] = inner;
  return fields;
}

/** The text at a place; empty where there is none. */
export function textAt(document: unknown, path: Path): string {
  const part = partOf(document, path);
  return typeof part === 'string' ? part : '';
}

/** The fields but for some. */
export function without(document: unknown, ...fields: readonly string[]): Json {
  const others = Object.entries(isJson(document) ? document : {});
  return Object.fromEntries(others.filter(([field]) => !fields.includes(field)));
}

/** The list with an item somewhere else; -1: nowhere. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const others = list.filter((_, place) => place !== from);
  const item = list[from];
  return to < 0 || item === undefined
    ? others
    : [...others.slice(0, to), item, ...others.slice(to)];
}

/** A name that none of a list has yet: `rule_4`. */
export function freshName(list: readonly unknown[], field: string, stem: string): string {
  const taken = new Set(list.map((item) => partOf(item, [field])));
  let place = list.length + 1;
  while (taken.has(`${stem}${place}`)) place += 1;
  return `${stem}${place}`;
}

/** What was refused, and the path of the field: `rules[1].when.and[0].>=[1]`. */
export interface Refusal {
  path: string;
  what: string;
}

export function refusalOf(detail: string): Refusal {
  const [, path, what] = /^([^:\s]*): (.*)$/s.exec(detail) ?? [];
  return path === undefined || path === 'program'
    ? {path: '', what: what ?? detail}
    : {path, what: what ?? ''};
}

/** A path as a refusal writes it. */
export function pathText(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .slice(1);
}

/** Whether what was refused is this part, or inside it. */
export function isWithin(refusal: Refusal | null, path: Path): boolean {
  if (!refusal) return false;
  const text = pathText(path);
  const {path: at} = refusal;
  return at.startsWith(text) && ['', '.', '['].includes(at.charAt(text.length));
}

/** A share as a percentage that a person would type: 0.15 is 15 and not 15.000000000000002. */
export const percentOf = (share: number | null) => (share === null ? null : rounded(share * 100));
export const shareOf = (percent: number | null) =>
  percent === null ? null : rounded(percent / 100);

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** The program with a tier under another name, wherever it is asked for. */
export function withTierName(document: Json, place: number, name: string): Json {
  const path = ['tiers', 'steps', place, 'name'];
  const before = partOf(document, path);
  const renamed = withPart(document, path, name);
  if (!isJson(document['points'])) return renamed;
  return withPart(
    renamed,
    ['points', 'earn'],
    askedAnew(listOf(renamed, ['points', 'earn']), before, name),
  );
}

function askedAnew(logic: unknown, before: unknown, name: string): unknown {
  if (isList(logic)) {
    const asksForTier = logic.some((part) => factOf(part) === 'tier');
    return logic.map((part) =>
      asksForTier && part === before
        ? name
        : asksForTier && isList(part)
          ? part.map((one: unknown) => (one === before ? name : one))
          : askedAnew(part, before, name),
    );
  }
  if (!isJson(logic)) return logic;
  return Object.fromEntries(
    Object.entries(logic).map(([key, part]) => [key, askedAnew(part, before, name)]),
  );
}
