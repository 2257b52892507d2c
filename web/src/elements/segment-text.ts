/** Who is in a segment: in words where a scheme has them, else by the scores of its rules. */
import {kAll, kSchemeRules, type Band, type Rule} from '../charts/segment-rules.js';
import type {RfmOptions, ScoreBand, SegmentScheme} from '../engine/protocol.js';
import type {Locale} from '../i18n/locale.js';
import {segmentWho} from '../i18n/segment-name.js';

/** The rules of a scheme; those of `own` stand in the options. */
export function rulesOf(scheme: SegmentScheme, options: RfmOptions | null): readonly Rule[] {
  if (scheme !== 'own') return kSchemeRules[scheme];
  const band = (given: ScoreBand | undefined): Band =>
    given === undefined ? kAll : typeof given === 'number' ? [given, given] : given;
  return (options?.rules ?? []).map(({name, r, f, m}) => ({
    name,
    r: band(r),
    f: band(f),
    m: band(m),
  }));
}

export function bandText([from, to]: Band): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** `R 5, F 4–5`: without the letters that take any score. */
function ruleText(rule: Rule, {words}: Locale): string {
  const letters = (['r', 'f', 'm'] as const).filter(
    (letter) => rule[letter][0] > 1 || rule[letter][1] < 5,
  );
  return letters
    .map((letter) => `${words.customers.column[letter]} ${bandText(rule[letter])}`)
    .join(words.frame.dot);
}

export function whoIsIn(
  name: string,
  scheme: SegmentScheme,
  rules: readonly Rule[],
  locale: Locale,
): string {
  if (scheme === 'r_by_f_ten_segments' || scheme === 'shopify')
    return segmentWho(locale.words.segments, name);
  const own = rules.filter((rule) => rule.name === name);
  return locale.format.list(own.map((rule) => ruleText(rule, locale)).filter(Boolean));
}
