import {LitElement, css, html, nothing, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {ChangedCustomers, ProgramComparison, ProgramTrial} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {segmentName} from '../i18n/segment-name.js';
import {base} from '../styles/base.js';
import {programWarnings, warningStyles} from './program-warnings.js';

/**
 * What a program that is being written would come to, and who gains or loses against the one in force.
 * @fires rg-open - Detail: the customer to open.
 */
@customElement('rg-program-effect')
export class RgProgramEffect extends LitElement {
  static override styles = [
    base,
    warningStyles,
    css`
      :host {
        container-type: inline-size;
        font-size: var(--text-s);
      }
      .all {
        font-size: var(--text-m);
        font-weight: 600;
      }
      h4 {
        font-size: var(--text-s);
        font-weight: 650;
        margin: var(--space-4) 0 2px;
      }
      .bars td {
        padding: 3px 8px;
      }
      .bars tbody th {
        padding: 3px 8px 3px 0;
        font-weight: 500;
        min-width: 4.2em;
      }
      .bars td.gain {
        white-space: nowrap;
      }
      .bars svg {
        display: inline-block;
        width: clamp(1.4rem, 16cqw - 1.6rem, 9rem);
        height: 10px;
        vertical-align: middle;
      }
      .gain rect {
        fill: var(--ramp-4);
      }
      .lose rect {
        fill: var(--bad);
      }
      td.lose {
        text-align: right;
      }
      summary {
        cursor: pointer;
        color: var(--accent);
        font-weight: 600;
        width: fit-content;
        margin-top: var(--space-2);
      }
      .lists {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
        gap: var(--space-5);
        margin-top: var(--space-2);
      }
      .lists h5 {
        font-size: var(--text-s);
        margin: 0 0 4px;
      }
      .lists th {
        overflow-wrap: anywhere;
      }
      button.one {
        padding: 2px 0;
        min-height: 28px;
        color: var(--accent);
        text-align: left;
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told; null while nobody knows. */
  @property({attribute: false}) trial: ProgramTrial | null = null;

  #amount(value: number, {unit}: Pick<ProgramComparison, 'unit'>): string {
    const {words, format} = this.locale;
    return unit === 'money' ? format.money(value) : words.rewards.points(format.count(value));
  }

  #open(id: number) {
    this.dispatchEvent(new CustomEvent('rg-open', {detail: {id}, bubbles: true, composed: true}));
  }

  #inAll({rewards}: ProgramTrial) {
    const {words, format} = this.locale;
    const {program} = words;
    const {points, rules, unit} = rewards;
    return html`${
      rules.length > 0
        ? html`<p class="all">
            ${program.inAll(format.count(rewards.customers_granted), this.#amount(rewards.granted, {unit}))}
          </p>`
        : nothing
    }
    ${
      rewards.customers_held_out > 0
        ? html`<p class="soft">
            ${words.rewards.heldOut}: ${format.number(rewards.customers_held_out)}
          </p>`
        : nothing
    }
    ${
      points
        ? html`<p class="all">
            ${program.inAllPoints(
              format.count(points.rewarded),
              words.rewards.points(format.count(points.earned)),
              format.money(points.break_even.cost),
            )}
          </p>`
        : nothing
    }`;
  }

  #said(comparison: ProgramComparison): string {
    const {words, format} = this.locale;
    const {program} = words;
    const {gain, lose, same} = comparison;
    const part = (kind: 'gain' | 'lose', {customers, sum, average}: ChangedCustomers) =>
      customers === 0
        ? []
        : [
            program[kind](
              format.count(customers),
              this.#amount(Math.abs(sum), comparison),
              this.#amount(Math.abs(Math.round(average ?? 0)), comparison),
            ),
          ];
    const changes = [...part('gain', gain), ...part('lose', lose)];
    if (changes.length === 0) return program.nothingChanges;
    const rest = same > 0 ? [program.same(format.count(same))] : [];
    return [...changes, ...rest].join(words.frame.dot);
  }

  #bars(comparison: ProgramComparison) {
    const {words, format} = this.locale;
    const {columns} = words.program;
    const segments = comparison.segments.filter(({gain, lose}) => gain + lose > 0);
    if (segments.length === 0) return nothing;
    const most = Math.max(...segments.flatMap(({gain, lose}) => [gain, lose]));
    const bar = (customers: number, isLeft: boolean) => {
      const width = (100 * customers) / most;
      return svg`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect x=${isLeft ? 100 - width : 0} width=${width} height="10" /></svg>`;
    };
    return html`<div
      class="scroll"
      tabindex="0"
      role="region"
      aria-label=${words.program.compared[comparison.by]}
    >
      <table class="bars">
        <thead>
          <tr>
            <th scope="col">${columns.segment}</th>
            <th scope="col" class="number">${columns.lose}</th>
            <th scope="col">${columns.gain}</th>
            <th scope="col" class="number">${columns.sum}</th>
          </tr>
        </thead>
        <tbody>
          ${segments.map(
            ({segment, gain, lose, sum}) =>
              html`<tr data-segment=${segment}>
                <th scope="row">${segmentName(words.segments, segment)}</th>
                <td class="number lose">${format.number(lose)} ${bar(lose, true)}</td>
                <td class="gain">${bar(gain, false)} ${format.number(gain)}</td>
                <td class="number">
                  ${comparison.unit === 'money' ? format.signedMoney(sum) : format.signed(sum, 0)}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #list(title: string, {rows}: ChangedCustomers, comparison: ProgramComparison) {
    if (rows.length === 0) return nothing;
    const {words, format} = this.locale;
    const {columns} = words.program;
    const amount = (value: number) =>
      comparison.unit === 'money' ? format.money(value) : format.number(value);
    return html`<div>
      <h5>${title}</h5>
      <table>
        <thead>
          <tr>
            <th scope="col">${columns.customer}</th>
            <th scope="col" class="number">${columns.before}</th>
            <th scope="col" class="number">${columns.after}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({id, customer, name, before, after}) =>
              html`<tr>
                <th scope="row">
                  <button
                    class="quiet one"
                    aria-label=${words.program.open(name || customer)}
                    @click=${() => this.#open(id)}
                  >
                    ${name || customer}
                  </button>
                </th>
                <td class="number">${amount(before)}</td>
                <td class="number">${amount(after)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #comparison(comparison: ProgramComparison) {
    const {program} = this.locale.words;
    const {by, gain, lose} = comparison;
    return html`<section data-by=${by}>
      <h4>${program.compared[by]}</h4>
      <p class="said">${this.#said(comparison)}</p>
      ${this.#bars(comparison)}
      ${
        gain.customers + lose.customers > 0
          ? html`<details class="who">
              <summary>${program.who}</summary>
              <div class="lists">
                ${this.#list(program.whoGain, gain, comparison)}
                ${this.#list(program.whoLose, lose, comparison)}
              </div>
            </details>`
          : nothing
      }
    </section>`;
  }

  override render() {
    const {trial} = this;
    const {program} = this.locale.words;
    if (!trial) return nothing;
    const isOther = trial.comparisons.some((one) => 'reason' in one);
    return html`<div role="status">
        ${this.#inAll(trial)} ${programWarnings(this.locale, trial.rewards)}
      </div>
      ${trial.comparisons.map((one) => ('reason' in one ? nothing : this.#comparison(one)))}
      ${isOther ? html`<p class="other soft">${program.differentUnits}</p>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-program-effect': RgProgramEffect;
  }
}
