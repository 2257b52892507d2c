/** What a rule of a program is called: as its author named it, else in words. */
import type {KnownRule} from '../i18n/club-words.js';
import type {Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import {sayCondition} from './program-words.js';

/** Names that no person gave: those of the default program and of rules that were added here. */
const kNameless = /^(?:rule|up_to|above)_\d+$/;

interface WrittenRule {
  id?: unknown;
  when?: unknown;
}

/** `document` is the program; of rules for orders and of rewards, the list it stands in. */
export function ruleName(
  id: string,
  list: 'rules' | 'earn',
  document: unknown,
  locale: Locale,
): string {
  const {ruleNames} = locale.words.club;
  if (Object.hasOwn(ruleNames, id)) return ruleNames[id as KnownRule];
  const {when} = rulesOf(list, document).find((rule) => rule.id === id) ?? {};
  if (!kNameless.test(id) || when === undefined) return named(id);
  const said = sayCondition(when, locale);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function rulesOf(list: 'rules' | 'earn', document: unknown): readonly WrittenRule[] {
  const {rules, points} = (document ?? {}) as {
    rules?: WrittenRule[];
    points?: {earn?: WrittenRule[]};
  };
  return (list === 'rules' ? rules : points?.earn) ?? [];
}
