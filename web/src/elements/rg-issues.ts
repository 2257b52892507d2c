import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Issue} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {exampleStyles, issueExamples} from './issue-examples.js';

/** What left the figures is more urgent than what was merely noticed. */
const kTone: Record<Issue['effect'], string> = {
  rejected: 'bad',
  dropped: 'plain',
  assumed: 'warn',
  kept: 'plain',
};

/** What changes the figures most comes first. */
const kOrder: readonly Issue['effect'][] = ['rejected', 'assumed', 'dropped', 'kept'];
const inOrder = (a: Issue, b: Issue) =>
  kOrder.indexOf(a.effect) - kOrder.indexOf(b.effect) || b.count - a.count;

/** Trouble with rows, grouped, in the words of the shop. */
@customElement('rg-issues')
export class RgIssues extends LitElement {
  static override styles = [
    base,
    exampleStyles,
    css`
      li {
        border-top: 1px solid var(--line);
        padding: var(--space-3) 0;
      }
      li:first-child {
        border-top: 0;
        padding-top: 0;
      }
      .what {
        display: flex;
        gap: var(--space-2) var(--space-3);
        align-items: baseline;
        flex-wrap: wrap;
      }
      b {
        font-weight: 600;
      }
      .pill {
        white-space: normal;
        border-radius: 10px;
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What was met. */
  @property({attribute: false}) issues: readonly Issue[] = [];

  override render() {
    const {words, format} = this.locale;
    if (this.issues.length === 0) return html`<p class="soft">${words.health.noIssues}</p>`;
    return html`<ul>
      ${[...this.issues].sort(inOrder).map(
        (issue) =>
          html`<li data-kind=${issue.kind}>
            <div class="what">
              <b>${words.health.issue[issue.kind](format.count(issue.count))}</b>
              <span class="pill ${kTone[issue.effect]}">${words.health.effect[issue.effect]}</span>
            </div>
            ${issueExamples(issue, this.locale)}
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-issues': RgIssues;
  }
}
