/** A step in words. */
import type {Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import type {Step} from '../state/steps.js';
import {pinName} from './pin-name.js';

/** Longer rows are cut: they stand in full among those set aside. */
const kLongest = 40;

export function stepText(step: Step, locale: Locale): string {
  const {words, format} = locale;
  const {steps, cleaning, returns, segmenting} = words;
  switch (step.did) {
    case 'rule':
      return cleaning.rule[step.rule][step.on ? 'on' : 'off'];
    case 'apart':
    case 'together':
      return steps[step.did](named(step.sign));
    case 'fixed':
      return steps.mended(named(step.row.text, kLongest));
    case 'kept':
      return steps.kept(named(step.row.text, kLongest));
    case 'left_out':
      return steps.leftOut(named(step.row.text, kLongest));
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
      return steps.remark(named(step.customer));
    case 'audience':
      return steps.audience(words.audience.targets[step.target].name);
    case 'pinned':
    case 'unpinned':
      return steps[step.did](pinName(step.pin, locale));
    case 'program':
      return steps.program;
    case 'default_program':
      return steps.defaultProgram;
    case 'handed_out':
      return steps.handedOut(named(step.offer));
    case 'not_handed_out':
      return steps.notHandedOut(named(step.offer));
    case 'moved':
    case 'written':
    case 'match':
    case 'other':
      return steps[step.did];
  }
}
