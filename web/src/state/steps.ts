/** What each step was, told from the settings before and after it: no name has to be kept anywhere. */
import type {
  AudienceTarget,
  CardKind,
  CleaningRule,
  CohortBy,
  CohortPeriod,
  KnownRow,
  SegmentScheme,
} from '../engine/protocol.js';
import type {CohortMeasure} from '../i18n/return-words.js';
import type {AsideHow} from './aside.js';
import type {Pin} from './pins.js';
import type {History, Settings} from './settings.js';

export type Step =
  | {did: 'rule'; rule: CleaningRule; on: boolean}
  | {did: 'apart' | 'together'; sign: string}
  | {did: 'fixed' | 'kept' | 'left_out'; row: KnownRow}
  | {did: 'forgotten'; mends: number}
  | {did: 'rate'; currency: string; rate: number | null}
  | {did: 'segments'; scheme: SegmentScheme}
  | {did: 'cohort_period'; period: CohortPeriod}
  | {did: 'cohort_by'; by: CohortBy}
  | {did: 'cohort_measure'; measure: CohortMeasure}
  | {did: 'aside'; kind: CardKind; how: AsideHow | 'back'}
  | {did: 'remark'; customer: string}
  | {did: 'audience'; target: AudienceTarget}
  | {did: 'pinned' | 'unpinned'; pin: Pin}
  | {did: 'moved' | 'written'}
  | {did: 'program' | 'default_program'}
  | {did: 'handed_out' | 'not_handed_out'; offer: string}
  | {did: 'match'}
  | {did: 'other'};

export function stepBetween(before: Settings, after: Settings): Step {
  return (
    ruleStep(before, after) ??
    apartStep(before, after) ??
    mendStep(before, after) ??
    rateStep(before, after) ??
    ownStep(before, after) ??
    paperStep(before, after) ??
    shownStep(before, after) ?? {did: 'other'}
  );
}

/** All settings that can be gone to, the oldest first, and the place of those in force. */
export function stepsOf({past, future}: History, now: Settings): {all: Settings[]; here: number} {
  return {all: [...past, now, ...[...future].reverse()], here: past.length};
}

function ruleStep({rules: before}: Settings, {rules: after}: Settings): Step | null {
  const names = Object.keys({...before, ...after}) as CleaningRule[];
  const rule = names.find((name) => before[name] !== after[name]);
  return rule ? {did: 'rule', rule, on: after[rule] ?? before[rule] === false} : null;
}

function apartStep({apart: before}: Settings, {apart: after}: Settings): Step | null {
  const parted = after.find((sign) => !before.includes(sign));
  if (parted !== undefined) return {did: 'apart', sign: parted};
  const merged = before.find((sign) => !after.includes(sign));
  return merged === undefined ? null : {did: 'together', sign: merged};
}

function mendStep({mends: before}: Settings, {mends: after}: Settings): Step | null {
  const made = after.find((mend) => !before.includes(mend));
  if (made) return {did: made.mending, row: made.row};
  const gone = before.filter((mend) => !after.includes(mend));
  const [only] = gone;
  if (!only) return null;
  return gone.length === 1
    ? {did: 'left_out', row: only.row}
    : {did: 'forgotten', mends: gone.length};
}

function rateStep({rates: before}: Settings, {rates: after}: Settings): Step | null {
  const [was, is] = [before?.of ?? {}, after?.of ?? {}];
  const currency = Object.keys({...was, ...is}).find((one) => was[one] !== is[one]);
  return currency === undefined ? null : {did: 'rate', currency, rate: is[currency] ?? null};
}

/** What the owner does with what is shown: cards of the week, notes and tags, lists for others. */
function ownStep(before: Settings, after: Settings): Step | null {
  const put = after.aside.find((one) => !before.aside.includes(one));
  if (put) return {did: 'aside', kind: put.kind, how: put.how};
  const back = before.aside.find(({kind}) => after.aside.every((one) => one.kind !== kind));
  if (back) return {did: 'aside', kind: back.kind, how: 'back'};
  const said = after.remarks.find((one) => !before.remarks.includes(one));
  const unsaid = before.remarks.find((one) => !after.remarks.includes(one));
  const remark = said ?? unsaid;
  if (remark) return {did: 'remark', customer: remark.customer};
  const given = after.handouts.find((one) => !before.handouts.includes(one));
  const taken = before.handouts.find((one) => !after.handouts.includes(one));
  if (given) return {did: 'handed_out', offer: given.offer};
  if (taken) return {did: 'not_handed_out', offer: taken.offer};
  if (before.audience === after.audience) return null;
  return {did: 'audience', target: after.audience.target};
}

function paperStep({paper: before}: Settings, {paper: after}: Settings): Step | null {
  if (before === after) return null;
  const pinned = after.pins.find((pin) => !before.pins.includes(pin));
  if (pinned) return {did: 'pinned', pin: pinned};
  const unpinned = before.pins.find((pin) => !after.pins.includes(pin));
  if (unpinned) return {did: 'unpinned', pin: unpinned};
  return {did: before.pins === after.pins ? 'written' : 'moved'};
}

function shownStep(before: Settings, after: Settings): Step | null {
  if (before.program !== after.program)
    return {did: after.program === null ? 'default_program' : 'program'};
  if (before.matches !== after.matches) return {did: 'match'};
  if (before.rfm !== after.rfm)
    return {did: 'segments', scheme: after.rfm?.scheme ?? 'r_by_f_ten_segments'};
  const {period, by, measure} = after.cohorts;
  if (before.cohorts.period !== period) return {did: 'cohort_period', period};
  if (before.cohorts.by !== by) return {did: 'cohort_by', by};
  return before.cohorts.measure === measure ? null : {did: 'cohort_measure', measure};
}
