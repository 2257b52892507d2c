/** What customers did who stand behind a mark of a picture, in words. */
import type {Report} from '../engine/protocol.js';
import type {Locale} from '../i18n/locale.js';
import type {Deed} from '../state/app-state.js';
import {cohortName} from './cohort-words.js';
import {periodName, seasonKind} from './period-name.js';

export function deedName(deed: Deed, {cohorts}: Report, locale: Locale): string {
  const {words, format} = locale;
  const {deed: said} = words.customers;
  switch (deed.did) {
    case 'cohort': {
      const {began, later} = words.returns.cohorts;
      const cohort = cohorts.cohorts[deed.cohort]?.cohort ?? null;
      const name = said.cohort(began[cohorts.by], cohortName(cohort, cohorts.by, locale));
      if (deed.age === null) return name;
      return [name, later[cohorts.period](format.count(deed.age))].join(words.frame.dot);
    }
    case 'ordered':
    case 'again':
      return said[deed.did](format.date(deed.from), format.date(deed.to));
    case 'second':
      return said.second(format.days(deed.within));
    case 'moved':
      return [words.returns.flow.of[deed.move], periodName(deed.period, locale)].join(
        words.frame.dot,
      );
    case 'ranked':
      return said.ranked(format.number(deed.from), format.number(deed.to));
    case 'season':
      return said.season(seasonKind(deed.season, deed.of, locale));
  }
}
