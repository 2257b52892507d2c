/** A step in words. */
import type {KnownRow} from '../engine/protocol.js';
import type {Locale} from '../i18n/locale.js';
import type {Step} from '../state/steps.js';

/** Longer rows are cut: they stand in full among those set aside. */
const kLongest = 40;

export function stepText(step: Step, {words, format}: Locale): string {
  const {steps, cleaning, returns, segmenting} = words;
  switch (step.did) {
    case 'rule':
      return cleaning.rule[step.rule][step.on ? 'on' : 'off'];
    case 'apart':
    case 'together':
      return steps[step.did](step.sign);
    case 'fixed':
      return steps.mended(rowText(step.row));
    case 'kept':
      return steps.kept(rowText(step.row));
    case 'left_out':
      return steps.leftOut(rowText(step.row));
    case 'forgotten':
      return steps.forgotten(format.count(step.mends));
    case 'rate':
      return step.rate === null
        ? steps.noRate(step.currency)
        : steps.rate(step.currency, format.significant(step.rate));
    case 'segments':
      return steps.segments(segmenting.scheme[step.scheme]);
    case 'cohort_period':
      return steps.cohortPeriod(returns.cohorts.periods[step.period]);
    case 'cohort_by':
      return steps.cohortBy(returns.cohorts.by[step.by]);
    case 'cohort_measure':
      return steps.cohortMeasure(returns.cohorts.measure[step.measure]);
    case 'aside':
      return steps.aside[step.how](words.week.name[step.kind]);
    case 'remark':
      return steps.remark(step.customer);
    case 'audience':
      return steps.audience(words.audience.targets[step.target].name);
    case 'match':
    case 'other':
      return steps[step.did];
  }
}

function rowText({text}: KnownRow): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > kLongest ? `${line.slice(0, kLongest - 1)}…` : line;
}
