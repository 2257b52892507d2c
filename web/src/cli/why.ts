/** What `reward --why` prints: each rule for one customer, part by part, and what is missing. */
import type {CustomerWhy, Explained} from '../engine/protocol.js';
import type {Locale} from '../i18n/locale.js';
import {sayBecause} from '../i18n/because-text.js';
import {named} from '../i18n/named.js';
import {
  pointsTexts,
  raiseTexts,
  rewardText,
  stepText,
  tierTexts,
  waysText,
} from '../i18n/why-text.js';

const kMark = {true: '✓', false: '✗', null: '?'} as const;

export function explain(why: CustomerWhy, locale: Locale): string[] {
  const {words, format} = locale;
  const name = why.name === why.customer ? '' : ` (${named(why.name)})`;
  const lines = [`${words.why.title}: ${named(why.customer)}${name}, ${format.date(why.as_of)}`];
  for (const rule of why.rules) {
    const amount =
      rule.standing === 'granted' ? ` ${rewardText(rule.amount, why.unit, locale)}` : '';
    lines.push('', `${named(rule.rule)}: ${words.why.standing[rule.standing]}${amount}`);
    lines.push(...tree(rule.when, locale, '  '));
    if (rule.when.truth !== true) lines.push(`  ${waysText(rule.ways, locale)}`);
  }
  const after = raiseTexts(why, locale);
  if (after.length > 0) lines.push('', ...after);
  if (why.tier)
    lines.push('', words.why.tier(named(why.tier.tier)), ...indented(tierTexts(why.tier, locale)));
  if (why.points) {
    const active = format.count(why.points.active);
    lines.push('', words.why.points(active), ...indented(pointsTexts(why.points, locale)));
  }
  return lines;
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function tree(part: Explained, locale: Locale, indent: string): string[] {
  const mark = kMark[`${part.truth}`];
  if (part.joint !== 'comparison')
    return [
      `${indent}${mark} ${locale.words.why.joint[part.joint]}`,
      ...part.parts.flatMap((inner) => tree(inner, locale, `${indent}  `)),
    ];
  const step = part.way?.steps.map((one) => stepText(one, locale)).join(', ');
  return part.because.map((because) => {
    const said = sayBecause(because, locale);
    const isFixed = because.means === 'none' && because.holds === false;
    const rest = step ? ` - ${step}` : isFixed ? ` - ${locale.words.why.fixed}` : '';
    return `${indent}${kMark[`${because.holds}`]} ${said}${rest}`;
  });
}
