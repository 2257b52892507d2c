import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Issue} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';

/** What left the figures is more urgent than what was merely noticed. */
const kTone: Record<Issue['effect'], string> = {
  rejected: 'bad',
  dropped: 'plain',
  assumed: 'warn',
  kept: 'plain',
};

/** Trouble with rows, grouped, in the words of the shop. */
@customElement('rg-issues')
export class RgIssues extends LitElement {
  static override styles = [
    base,
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
      details {
        margin-top: var(--space-1);
        font-size: var(--text-s);
      }
      summary {
        cursor: pointer;
        color: var(--ink-soft);
        width: fit-content;
      }
      td {
        overflow-wrap: anywhere;
      }
      code {
        font: 0.75rem/1.5 var(--font-mono);
        background: var(--sunk);
        border-radius: 4px;
        padding: 1px 5px;
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What was met. */
  @property({attribute: false}) issues: readonly Issue[] = [];

  #examples({examples}: Issue) {
    const {words, format} = this.locale;
    const {exampleColumns, position} = words.health;
    const column = (text: string) => (/^\d+$/.test(text) ? position(text) : text);
    return html`<details>
      <summary>${words.health.examples(format.count(examples.length))}</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">${exampleColumns.file}</th>
              <th scope="col" class="number">${exampleColumns.line}</th>
              <th scope="col">${exampleColumns.column}</th>
              <th scope="col">${exampleColumns.text}</th>
            </tr>
          </thead>
          <tbody>
            ${examples.map(
              (example) =>
                html`<tr>
                  <td>${example.file}</td>
                  <td class="number">${format.number(example.row)}</td>
                  <td>${column(example.column)}</td>
                  <td>${example.text ? html`<code>${example.text}</code>` : words.frame.none}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  override render() {
    const {words, format} = this.locale;
    if (this.issues.length === 0) return html`<p class="soft">${words.health.noIssues}</p>`;
    return html`<ul>
      ${this.issues.map(
        (issue) =>
          html`<li data-kind=${issue.kind}>
            <div class="what">
              <b>${words.health.issue[issue.kind](format.count(issue.count))}</b>
              <span class="pill ${kTone[issue.effect]}">${words.health.effect[issue.effect]}</span>
            </div>
            ${issue.examples.length > 0 ? this.#examples(issue) : ''}
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
