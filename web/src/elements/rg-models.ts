import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {PurchaseModel, Report} from '../engine/protocol.js';
import {biasText, knownAs, parameterName, wayName, waySays} from '../i18n/forecast-names.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {cssVars} from './css-vars.js';
import {chosenModel} from './forecast-views.js';

/** Guesses that need no model. */
const kGuesses: readonly string[] = ['last_period', 'mean_rate'];

/** A model that can be opened: one that foretells orders, or the one of spend. */
interface Fit {
  name: string;
  known: string;
  says: string;
  of: string;
  status: string;
  parameters: [name: string, value: number, error: number | null][];
}

/** Which way of foretelling did best on the shop's own past, and the numbers behind each. */
@customElement('rg-models')
export class RgModels extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }
      tr.chosen {
        --bar: var(--ramp-4);
      }
      tbody th b {
        font-weight: 600;
      }
      tbody th small {
        display: block;
        font-size: var(--text-xs);
        font-weight: 400;
        color: var(--ink-soft);
        max-width: 46ch;
      }
      tbody th b {
        margin-right: var(--space-2);
      }
      .pill {
        vertical-align: 1px;
      }
      .bar {
        width: 24%;
        min-width: 7rem;
      }
      .bar i {
        display: block;
        height: 8px;
        margin-top: 6px;
        border-radius: 2px;
        width: var(--share);
        background: var(--bar, var(--line-strong));
      }
      .lower {
        margin-top: var(--space-3);
        font-size: var(--text-xs);
        color: var(--ink-soft);
        max-width: 80ch;
      }
      .won {
        font-size: var(--text-s);
        max-width: 80ch;
        margin-bottom: var(--space-4);
      }
      .none {
        max-width: 72ch;
        margin-top: var(--space-2);
      }
      .none + .how {
        margin-top: var(--space-5);
      }
      details {
        margin-top: var(--space-4);
        font-size: var(--text-s);
      }
      summary {
        cursor: pointer;
        color: var(--ink-soft);
        min-height: 24px;
      }
      details p {
        color: var(--ink-soft);
        margin: var(--space-2) 0 var(--space-3);
        max-width: 72ch;
      }
      details td small,
      details tbody th small {
        color: var(--ink-soft);
        font-size: var(--text-xs);
      }
      details table {
        min-width: 27rem;
        max-width: 46rem;
      }
      details tbody td:first-child {
        padding-left: 8px;
      }
      thead td {
        border: 0;
      }
      details tbody:not(:last-child)::after {
        content: '';
        display: block;
        height: var(--space-2);
      }
      details tr + tr > * {
        border-top: 0;
        padding-top: 0;
      }
      @container (max-width: 640px) {
        .contest thead,
        .contest .bar {
          display: none;
        }
        .contest tr {
          display: grid;
          grid-template-columns: repeat(auto-fit, minmax(calc(8.5rem * var(--text-scale)), 1fr));
          gap: 0 var(--space-4);
          padding: var(--space-3) 0;
          border-top: 1px solid var(--line);
        }
        .contest tbody th {
          grid-column: 1 / -1;
        }
        .contest th,
        .contest td {
          border: 0;
          padding: 1px 0;
        }
        .contest td.number {
          display: flex;
          justify-content: space-between;
          gap: var(--space-2);
          font-weight: 500;
        }
        .contest td.number::before {
          content: attr(data-label);
          color: var(--ink-soft);
          font-weight: 400;
        }
      }
      @media print {
        .bar i {
          print-color-adjust: exact;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) report: Report | null = null;

  #row({name, chosen, holdout}: PurchaseModel, most: number) {
    const {words, format} = this.locale;
    const {models} = words.forecast;
    if (!holdout) return nothing;
    const {columns} = models;
    return html`<tr class=${chosen ? 'chosen' : ''} data-way=${name}>
      <th scope="row">
        <b>${wayName(name, this.locale)}</b>${
          chosen ? html`<span class="pill">${models.chosen}</span>` : nothing
        }${kGuesses.includes(name) ? html`<span class="pill plain">${models.guess}</span>` : nothing}
        <small>${waySays(name, this.locale)}</small>
      </th>
      <td class="number predicted" data-label=${columns.predicted}>
        ${format.number(Math.round(holdout.predicted))}
      </td>
      <td class="number" data-label=${columns.actual}>${format.number(holdout.actual)}</td>
      <td class="number" data-label=${columns.bias}>${biasText(holdout, this.locale)}</td>
      <td class="number mean" data-label=${columns.mean}>${format.number(holdout.mae, 3)}</td>
      <td class="number error" data-label=${columns.error}>${format.number(holdout.rmse, 3)}</td>
      <td class="bar">
        <i aria-hidden="true" ${cssVars({'--share': `${(100 * holdout.rmse) / most}%`})}></i>
      </td>
    </tr>`;
  }

  #contest(judged: readonly PurchaseModel[]) {
    const {models} = this.locale.words.forecast;
    const {columns} = models;
    const most = Math.max(...judged.map(({holdout}) => holdout?.rmse ?? 0)) || 1;
    return html`<table class="contest">
        <thead>
          <tr>
            <th scope="col">${columns.way}</th>
            <th scope="col" class="number">${columns.predicted}</th>
            <th scope="col" class="number">${columns.actual}</th>
            <th scope="col" class="number">${columns.bias}</th>
            <th scope="col" class="number">${columns.mean}</th>
            <th scope="col" class="number">${columns.error}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${judged.map((one) => this.#row(one, most))}
        </tbody>
      </table>
      <p class="lower">${models.lower}</p>`;
  }

  #fits({purchase_models: all, spend_model: spend, intake, metrics}: Report): Fit[] {
    const {words, format} = this.locale;
    const {models} = words.forecast;
    const parametersOf = (of: Pick<PurchaseModel, 'parameters' | 'standard_errors'>) =>
      Object.entries(of.parameters ?? {}).map(([name, value]): Fit['parameters'][number] => [
        name,
        value,
        of.standard_errors?.[name] ?? null,
      ]);
    const orders = all
      .filter(({parameters}) => parameters)
      .map((one) => ({
        name: wayName(one.name, this.locale),
        known: knownAs(one.name),
        says: '',
        of: models.fittedTo(
          format.count(one.customers ?? 0),
          format.date(one.fitted_to ?? metrics.as_of),
        ),
        status: (one.status && models.status[one.status]) ?? '',
        parameters: parametersOf(one),
      }));
    if (intake.revenue === null) return orders;
    return [
      ...orders,
      {
        ...models.spend,
        known: 'Gamma-Gamma',
        of: models.fittedSpend(format.count(spend.customers)),
        status: models.status[spend.status] ?? '',
        parameters: parametersOf(spend),
      },
    ];
  }

  #fit({name, known, of, status, parameters}: Fit) {
    const {words, format} = this.locale;
    const {models} = words.forecast;
    return html`<tbody>
      ${parameters.map(([parameter, value, error], index) => {
        const {sign, about} = parameterName(parameter, this.locale);
        return html`<tr>
          ${
            index > 0
              ? nothing
              : html`<th scope="rowgroup" rowspan=${parameters.length}>
                  ${name} <small>${known}</small><small>${of}</small>${
                    status ? html`<small>${status}</small>` : nothing
                  }
                </th>`
          }
          <td>${sign} <small>${about}</small></td>
          <td class="number">${format.significant(value)}</td>
          <td class="number">
            ${error === null ? models.notKnown : `± ${format.significant(error)}`}
          </td>
        </tr>`;
      })}
    </tbody>`;
  }

  #parameters(report: Report) {
    const fits = this.#fits(report).filter(({parameters}) => parameters.length > 0);
    if (fits.length === 0) return nothing;
    const {models} = this.locale.words.forecast;
    const {parameterColumns: columns} = models;
    return html`<details>
      <summary>${models.parameters}</summary>
      <p>${models.parametersHow}</p>
      <div class="scroll" tabindex="0" role="group" aria-label=${models.parameters}>
        <table class="parameters">
          <thead>
            <tr>
              <th scope="col">${columns.way}</th>
              <th scope="col">${columns.parameter}</th>
              <th scope="col" class="number">${columns.value}</th>
              <th scope="col" class="number">${columns.error}</th>
            </tr>
          </thead>
          ${fits.map((fit) => this.#fit(fit))}
        </table>
      </div>
    </details>`;
  }

  /** What decided, in a sentence: who won by how much, or why nobody did. */
  #verdict(report: Report, judged: readonly PurchaseModel[]) {
    const {words, format} = this.locale;
    const {models} = words.forecast;
    const {choice} = report;
    if (choice.status !== 'ready') {
      const digits = choice.status === 'guess_wins' ? 3 : 0;
      const [needed, found] = [choice.needed, choice.found].map((one) =>
        format.number(one, digits),
      );
      const say = models.none[choice.status];
      return html`<p class="none">${say(needed ?? '', found ?? '', format.date(choice.cut))}</p>`;
    }
    const won = chosenModel(report);
    const guess = judged.find(({name}) => kGuesses.includes(name));
    if (!won?.holdout || !guess?.holdout) return nothing;
    return html`<p class="won">
      ${models.won(
        wayName(won.name, this.locale),
        format.number(won.holdout.rmse, 3),
        wayName(guess.name, this.locale),
        format.number(guess.holdout.rmse, 3),
      )}
    </p>`;
  }

  override render() {
    const {report} = this;
    if (!report) return nothing;
    const {words, format} = this.locale;
    const {models} = words.forecast;
    const {status, cut} = report.choice;
    const judged = report.purchase_models
      .filter(({holdout}) => holdout !== null)
      .sort((a, b) => errorOf(a) - errorOf(b));
    const days = judged[0]?.holdout;
    const how = days
      ? html`<p class="how">
          ${models.how(format.date(cut), format.date(days.from), format.date(days.to))}
        </p>`
      : nothing;
    const verdict = this.#verdict(report, judged);
    return html`<section class="card">
      <h3>${status === 'ready' ? models.title : models.noneTitle}</h3>
      ${status === 'ready' ? [how, verdict] : [verdict, how]}
      ${judged.length > 0 ? this.#contest(judged) : nothing} ${this.#parameters(report)}
    </section>`;
  }
}

/** The chosen one comes first: of those that are almost as good it need not err least. */
function errorOf({chosen, holdout}: PurchaseModel): number {
  return chosen ? 0 : (holdout?.rmse ?? 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-models': RgModels;
  }
}
