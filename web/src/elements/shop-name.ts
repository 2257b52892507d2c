/** What a shop is called: after its project, else after its files. */
import type {Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import type {Batch} from '../state/app-state.js';

export function shopName({files, sample}: Batch, project: string, {words, format}: Locale): string {
  if (sample) return words.frame.sample;
  if (project !== '') return named(project.replace(/(\.regulars)?\.json$/i, ''));
  const [first, ...others] = files;
  const name = named(first?.name ?? '');
  return others.length > 0 ? words.frame.moreFiles(name, format.count(others.length)) : name;
}
