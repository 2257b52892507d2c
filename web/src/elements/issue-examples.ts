/** The first lines where something was met, folded away beside what it is about. */
import {css, html, nothing, type TemplateResult} from 'lit';
import type {Issue} from '../engine/protocol.js';
import type {Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';

export const exampleStyles = css`
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
    display: inline-block;
  }
`;

export function issueExamples(
  {examples}: Pick<Issue, 'examples'>,
  {words, format}: Locale,
): TemplateResult | typeof nothing {
  if (examples.length === 0) return nothing;
  const {exampleColumns, position} = words.health;
  const column = (text: string) => (/^\d+$/.test(text) ? position(text) : named(text));
  return html`<details>
    <summary>${words.health.examples(format.count(examples.length))}</summary>
    <div
      class="scroll"
      tabindex="0"
      role="group"
      aria-label=${words.health.examples(format.count(examples.length))}
    >
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
                <td title=${example.file}>${named(example.file)}</td>
                <td class="number">${format.number(example.row)}</td>
                <td>${column(example.column)}</td>
                <td>
                  ${example.text ? html`<code class="long">${example.text}</code>` : words.frame.none}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
