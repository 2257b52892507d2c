import {css, html, nothing} from 'lit';
import type {Rewards} from '../engine/protocol.js';
import type {Locale} from '../i18n/locale.js';
import {ruleName} from './rule-name.js';

/** How the list of what is odd looks. */
export const warningStyles = css`
  .odd {
    margin: var(--space-3) 0 0;
    padding-left: var(--space-4);
    color: var(--warn);
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
`;

/** What is odd about the rules of a program, a line for each. */
export function programWarnings(locale: Locale, {warnings, document}: Rewards) {
  if (warnings.length === 0) return nothing;
  return html`<ul class="odd">
    ${warnings.map(({kind, list, rule, other}) => {
      const name = (id: string) => ruleName(id, list, document, locale);
      const say = locale.words.club.odd[kind];
      return html`<li data-kind=${kind}>${say(name(rule), other === null ? '' : name(other))}</li>`;
    })}
  </ul>`;
}
