import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Report, Segment} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {cards} from '../styles/cards.js';
import {show} from './show.js';

/** Segments worth a card, the most urgent first. */
const kCards = [
  {segment: 'cannot_lose', tone: 'bad'},
  {segment: 'at_risk', tone: 'warn'},
  {segment: 'new_customers', tone: 'good'},
  {segment: 'champions', tone: 'good'},
] as const satisfies readonly {segment: Segment; tone: string}[];

/**
 * What to begin with: each card one crowd and one thing to do.
 * @fires rg-show - Detail: the filter of the customers to show.
 */
@customElement('rg-todo')
export class RgTodo extends LitElement {
  static override styles = [
    base,
    cards,
    css`
      h2 {
        margin-bottom: var(--space-2);
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) report: Report | null = null;

  #card(card: (typeof kCards)[number], report: Report) {
    const {words, format} = this.locale;
    const found = report.rfm.segments.find(({name}) => name === card.segment);
    const {revenue: total} = report.intake;
    // Without amounts nobody can be said to bring much.
    if (!found || found.customers === 0 || (card.segment === 'champions' && !total)) return nothing;
    const money = total === null ? '' : format.moneyHeadline(found.revenue);
    const share = total ? format.percent(found.revenue / total, 0) : '';
    const {title, text} = words.figures.todo[card.segment](
      format.count(found.customers),
      money,
      share,
    );
    return html`<li class=${card.tone}>
      <i aria-hidden="true"></i>
      <div>
        <b>${title}</b>
        <p>${text}</p>
      </div>
      <button
        aria-label="${words.segments.show}: ${title}"
        @click=${() => show(this, {segment: card.segment})}
      >
        ${words.segments.show}
      </button>
    </li>`;
  }

  override render() {
    if (!this.report) return nothing;
    const {report} = this;
    const {figures} = this.locale.words;
    const shown = kCards.map((card) => this.#card(card, report)).filter((card) => card !== nothing);
    return html`
      <section class="card">
        <h2>${figures.todoTitle}</h2>
        ${
          shown.length > 0
            ? html`<ul>
                ${shown}
              </ul>`
            : html`<p>${figures.todoNone}</p>`
        }
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-todo': RgTodo;
  }
}
