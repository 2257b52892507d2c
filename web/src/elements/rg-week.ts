import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Card, CardKind, ThisWeek} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import type {CardText} from '../i18n/week-words.js';
import {base} from '../styles/base.js';
import {cards} from '../styles/cards.js';
import {periodName} from './period-name.js';
import {show} from './show.js';

const kTones: Record<CardKind, string> = {
  due_not_come: 'warn',
  slipped_champions: 'bad',
  cohort_below_elder: 'warn',
};

/**
 * What to do this week: each card a sentence with people and money, and its customers.
 * @fires rg-show - Detail: the filter of the customers to show.
 */
@customElement('rg-week')
export class RgWeek extends LitElement {
  static override styles = [
    base,
    cards,
    css`
      details {
        margin-top: var(--space-1);
        font-size: var(--text-xs);
        color: var(--ink-soft);
        max-width: 76ch;
      }
      summary {
        width: fit-content;
        min-height: 24px;
        cursor: pointer;
        color: var(--ink-faint);
      }
      .unjudged {
        margin-top: var(--space-3);
        font-size: var(--text-xs);
        color: var(--ink-faint);
      }
      .how {
        margin-bottom: var(--space-2);
      }
      @media print {
        details {
          display: none;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) week: ThisWeek | null = null;

  #text(card: Card): CardText {
    const {words, format} = this.locale;
    const {week} = words;
    const customers = format.count(card.customers);
    const money = card.money === null ? '' : format.moneyHeadline(Math.round(card.money));
    switch (card.kind) {
      case 'due_not_come':
        return week.due_not_come(
          customers,
          format.count(card.one_time),
          format.count(card.due_in_all),
          money,
        );
      case 'slipped_champions':
        return week.slipped_champions(
          customers,
          format.date(card.then),
          card.times_usual === null ? '' : format.number(card.times_usual, 1),
          money,
        );
      case 'cohort_below_elder':
        return week.cohort_below_elder(customers, format.count(Math.round(card.missing)), money, {
          cohort: periodName(card.cohort, this.locale),
          elder: periodName(card.elder, this.locale),
          rate: format.percent(card.repeat / card.observed),
          elderRate: format.percent(card.elder_repeat / card.elder_observed),
          days: format.days(card.window_days),
        });
    }
  }

  #card(card: Card) {
    const {week, figures} = this.locale.words;
    const {kind} = card;
    const {title, text} = this.#text(card);
    return html`<li class=${kTones[kind]} data-card=${kind}>
      <i aria-hidden="true"></i>
      <div>
        <b>${title}</b>
        <p>${text}</p>
        <details>
          <summary aria-label="${figures.counted} ${title}">${figures.counted}</summary>
          ${week.counted[kind]}
        </details>
      </div>
      <button
        class="primary"
        aria-label="${week.show}: ${title}"
        @click=${() => show(this, {card: kind})}
      >
        ${week.show}
      </button>
    </li>`;
  }

  override render() {
    if (!this.week) return nothing;
    const {words, format} = this.locale;
    const {week} = words;
    const {cards: all, unjudged, as_of: asOf} = this.week;
    const kinds = unjudged.map(({kind}) => week.name[kind]);
    return html`<section class="card">
      <h2>${week.title}</h2>
      <p class="how">${week.how(format.date(asOf))}</p>
      ${
        all.length > 0
          ? html`<ul>
              ${all.map((card) => this.#card(card))}
            </ul>`
          : unjudged.length === 0
            ? html`<p>${week.calm}</p>`
            : nothing
      }
      ${kinds.length > 0 ? html`<p class="unjudged">${week.unjudged(format.list(kinds))}</p>` : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-week': RgWeek;
  }
}
