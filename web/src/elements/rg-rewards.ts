import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Report} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {kDefaultProgram, type ProgramState, type ProgramText} from '../state/app-state.js';
import {base} from '../styles/base.js';
import {figureRow} from '../styles/figure-row.js';
import {rewardText} from './customer-columns.js';
import {programWarnings, warningStyles} from './program-warnings.js';
import {sayAmount, sayCondition} from './program-words.js';
import {pinButton} from './rg-pin.js';
import type {ProgramSource} from './rg-program-editor.js';
import './rg-program-editor.js';

/** A rule as its author wrote it. */
interface WrittenRule {
  id: string;
  when: unknown;
  amount: unknown;
}

/** What a reward program would have granted, rule by rule. */
@customElement('rg-rewards')
export class RgRewards extends LitElement {
  static override styles = [
    base,
    figureRow,
    warningStyles,
    css`
      :host {
        container-type: inline-size;
      }
      h4 {
        font-size: var(--text-m);
        font-weight: 650;
        margin: 0;
      }
      code {
        font: 0.75rem/1.5 var(--font-mono);
        color: var(--ink-faint);
        overflow-wrap: anywhere;
      }
      tbody th {
        font-weight: 600;
      }
      rg-program-editor {
        margin-top: var(--space-4);
      }
      @container (max-width: 600px) {
        .figures > :first-child {
          grid-column: 1 / -1;
        }
        thead {
          display: none;
        }
        table,
        tbody {
          display: block;
        }
        tr {
          display: grid;
          grid-template-columns: 1fr auto;
          gap: 2px var(--space-3);
          border-top: 1px solid var(--line);
          padding: var(--space-3) 0;
        }
        tbody th,
        td {
          border: 0;
          padding: 0;
        }
        .says {
          grid-column: 1 / -1;
        }
        .gives::before,
        .people::before {
          content: attr(data-label) ' ';
          color: var(--ink-faint);
        }
        td.number {
          text-align: left;
        }
        td.granted {
          text-align: right;
          font-weight: 600;
          grid-area: 1 / 2;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) report: Report | null = null;
  /** How the program in force is doing. */
  @property({attribute: false}) program: ProgramState = kDefaultProgram;
  /** As its author wrote it; null is the default one. */
  @property({attribute: false}) text: ProgramText = null;
  /** Putting it in force was the last step. */
  @property({type: Boolean}) undoable = false;
  /** Where it is asked what another program would come to. */
  @property({attribute: false}) programs: ProgramSource | null = null;

  #figures(report: Report) {
    const {words, format} = this.locale;
    const {rewards} = words;
    const {
      granted,
      unit,
      customers_granted: given,
      customers_refused: refused,
      customers_unknown: unknown,
      customers_held_out: heldOut,
    } = report.rewards;
    const {revenue} = report.intake;
    const share =
      unit === 'money' && revenue ? rewards.cost(format.percent(granted / revenue)) : '';
    return html`<dl class="figures">
      <div>
        <dt>${rewards.total}</dt>
        <dd class="granted">${rewardText(granted, report, this.locale)}<small>${share}</small></dd>
      </div>
      <div>
        <dt>${rewards.customers}</dt>
        <dd>${format.number(given)}</dd>
      </div>
      <div>
        <dt>${rewards.refused}</dt>
        <dd>${format.number(refused)}</dd>
      </div>
      ${
        unknown > 0
          ? html`<div>
              <dt>${rewards.unknown}</dt>
              <dd>${format.number(unknown)}<small>${rewards.unknownHint}</small></dd>
            </div>`
          : nothing
      }
      ${
        heldOut > 0
          ? html`<div>
              <dt>${rewards.heldOut}</dt>
              <dd>${format.number(heldOut)}<small>${rewards.heldOutHint}</small></dd>
            </div>`
          : nothing
      }
    </dl>`;
  }

  #rules(report: Report) {
    const {words, format} = this.locale;
    const {columns} = words.rewards;
    const written = rulesOf(report.rewards.document);
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${columns.says}</th>
          <th scope="col">${columns.rule}</th>
          <th scope="col" class="number">${columns.gives}</th>
          <th scope="col" class="number">${columns.customers}</th>
          <th scope="col" class="number">${columns.granted}</th>
        </tr>
      </thead>
      <tbody>
        ${report.rewards.rules.map(({rule, customers, granted}, index) => {
          const said = written[index]?.id === rule ? written[index] : undefined;
          return html`<tr>
            <th scope="row">${said ? capitalized(sayCondition(said.when, this.locale)) : rule}</th>
            <td class="says"><code>${rule}</code></td>
            <td class="number gives" data-label=${columns.gives}>
              ${said ? sayAmount(said.amount, report.rewards.unit, this.locale) : nothing}
            </td>
            <td class="number people" data-label=${columns.customers}>
              ${format.number(customers)}
            </td>
            <td class="number granted">${rewardText(granted, report, this.locale)}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  override render() {
    const {report} = this;
    if (!report) return nothing;
    const {rewards} = this.locale.words;
    return html`<section class="card">
      <div class="head">
        <h3>${rewards.programTitle}</h3>
        ${this.text === null ? nothing : html`<span class="pill">${rewards.changed}</span>`}
        ${pinButton('rewards', this.locale)}
      </div>
      <p class="how">${rewards.rulesHow}</p>
      ${report.rewards.rules.length > 0 ? [this.#figures(report), this.#rules(report)] : nothing}
      ${programWarnings(this.locale, report.rewards)}
      <rg-program-editor
        .locale=${this.locale}
        .program=${this.program}
        .own=${this.text}
        ?undoable=${this.undoable}
        .report=${report}
        .programs=${this.programs}
      ></rg-program-editor>
    </section>`;
  }
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function rulesOf(document: unknown): WrittenRule[] {
  const {rules} = (document ?? {}) as {rules?: WrittenRule[]};
  return rules ?? [];
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-rewards': RgRewards;
  }
}
