/** A condition in JsonLogic, said in the words of the shop. What has no words yet is shown as it is written. */

export interface RuleWords {
  /** Names of the facts a rule may ask for. */
  fact: Record<string, string>;
  and: (parts: string[]) => string;
  or: (parts: string[]) => string;
  not: (part: string) => string;
  compare: (fact: string, operator: Comparison, wanted: string) => string;
  between: (low: string, fact: string, high: string, lowOpen: boolean, highOpen: boolean) => string;
  always: string;
  never: string;
  list: (parts: string[]) => string;
  /** Why a comparison held or not: "orders: 7 (wanted: more than 5)". */
  because: (fact: string, found: string, comparison: string) => string;
  missing: string;
}

export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=' | 'in';
const flipped: Partial<Record<string, Comparison>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
};

/** How a value stands in a sentence; the fact it is compared with decides about money and days. */
export type ShowValue = (value: unknown, fact: string) => string;

/** Says what `logic` asks for, in one clause without a capital or a full stop. */
export function sayRule(logic: unknown, words: RuleWords, show: ShowValue): string {
  if (logic === true) return words.always;
  if (logic === false || logic === null) return words.never;
  if (typeof logic !== 'object' || Array.isArray(logic)) return show(logic, '');
  const [operator, operands] = onlyEntry(logic as Record<string, unknown>);
  const parts = Array.isArray(operands) ? operands : [operands];
  const say = (part: unknown) => sayRule(part, words, show);
  switch (operator) {
    case 'and':
      return words.and(parts.map(say));
    case 'or':
      return words.or(parts.map(say));
    case '!':
      return words.not(say(parts[0]));
    default:
      return sayComparison(operator, parts, words, show) ?? JSON.stringify(logic);
  }
}

function sayComparison(
  operator: string,
  parts: unknown[],
  words: RuleWords,
  show: ShowValue,
): string | null {
  const known = operator.replace('===', '==').replace('!==', '!=');
  if (!(known in flipped) && known !== 'in') return null;
  const [left, middle, right] = parts;
  const factInTheMiddle = factOf(middle);
  if (parts.length === 3 && factInTheMiddle !== null) {
    const open = known === '<';
    const name = words.fact[factInTheMiddle] ?? factInTheMiddle;
    return words.between(
      show(left, factInTheMiddle),
      name,
      show(right, factInTheMiddle),
      open,
      open,
    );
  }
  const fact = factOf(left);
  if (fact !== null) {
    return words.compare(words.fact[fact] ?? fact, known as Comparison, show(middle, fact));
  }
  const turned = flipped[known];
  if (factInTheMiddle === null || turned === undefined) return null;
  const name = words.fact[factInTheMiddle] ?? factInTheMiddle;
  return words.compare(name, turned, show(left, factInTheMiddle));
}

function factOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('var' in value)) return null;
  const path = (value as {var: unknown}).var;
  if (typeof path === 'string') return path;
  return Array.isArray(path) && typeof path[0] === 'string' ? path[0] : null;
}

function onlyEntry(logic: Record<string, unknown>): [string, unknown] {
  const [entry] = Object.entries(logic);
  return entry ?? ['', null];
}
