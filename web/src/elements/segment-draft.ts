/** What somebody is trying out in the editor of segments, and what the engine is told of it. */
import {kSchemeRules, type Rule} from '../charts/segment-rules.js';
import type {RfmOptions, RfmThresholds, SegmentScheme} from '../engine/protocol.js';
import type {SegmentWords} from '../i18n/messages.js';
import {segmentName} from '../i18n/segment-name.js';
import type {ScoreLetter} from '../i18n/segmenting-words.js';
import {rulesOf} from './segment-text.js';

export interface Draft {
  scheme: SegmentScheme;
  /** Of `own`; kept while another scheme is looked at. */
  rules: readonly Rule[];
  /** null: fifths of the shop. What is no number yet is NaN. */
  cuts: RfmThresholds | null;
}

export const kLetters: readonly ScoreLetter[] = ['r', 'f', 'm'];

export function draftOf(rfm: RfmOptions | null): Draft {
  const scheme = rfm?.scheme ?? 'r_by_f_ten_segments';
  return {scheme, rules: rulesOf('own', rfm), cuts: rfm?.thresholds ?? null};
}

/** null: as by default. */
export function optionsOf({scheme, rules, cuts}: Draft): RfmOptions | null {
  if (scheme === 'r_by_f_ten_segments' && cuts === null) return null;
  const band = (rule: Rule, letter: ScoreLetter) =>
    rule[letter][0] === 1 && rule[letter][1] === 5 ? {} : {[letter]: rule[letter]};
  const own = rules.map((rule) => ({
    name: rule.name.trim(),
    ...band(rule, 'r'),
    ...band(rule, 'f'),
    ...band(rule, 'm'),
  }));
  return {
    scheme,
    ...(scheme === 'own' ? {rules: own} : {}),
    ...(cuts === null ? {} : {thresholds: cuts}),
  };
}

/** How many customers get each score of a letter: five segments that are its scores. */
export function scoreOptions(letter: ScoreLetter, cuts: RfmThresholds | null): RfmOptions {
  const rules = [1, 2, 3, 4, 5].map((score) => ({name: String(score), [letter]: score}));
  return {scheme: 'own', rules, ...(cuts === null ? {} : {thresholds: cuts})};
}

/** Letters whose cuts are no numbers, or fall. */
export function wrongCuts({cuts}: Draft): ScoreLetter[] {
  if (cuts === null) return [];
  return kLetters.filter((letter) =>
    cuts[letter].some((cut, index, all) => !(cut >= (all[index - 1] ?? -Infinity))),
  );
}

export function isNameless({scheme, rules}: Draft): boolean {
  return scheme === 'own' && rules.some(({name}) => name.trim() === '');
}

/** Rules of one's own begin as those that were in force, by the names on the screen. */
export function withScheme(draft: Draft, scheme: SegmentScheme, words: SegmentWords): Draft {
  if (scheme !== 'own' || draft.rules.length > 0 || draft.scheme === 'own')
    return {...draft, scheme};
  const rules = kSchemeRules[draft.scheme].map((rule) => ({
    ...rule,
    name: segmentName(words, rule.name),
  }));
  return {...draft, scheme, rules};
}
