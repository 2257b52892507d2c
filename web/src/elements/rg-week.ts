import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Card, CardKind, ThisWeek} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import type {CardText} from '../i18n/week-words.js';
import {kEverybody} from '../state/app-state.js';
import {isInForce, lastDone, type Aside, type CardStep} from '../state/aside.js';
import {base} from '../styles/base.js';
import {cards} from '../styles/cards.js';
import {icon} from './icons.js';
import {periodName} from './period-name.js';
import {show} from './show.js';

/** For how many days a card can be put off. */
const kPutOff = [7, 30] as const;

const kTones: Record<CardKind, string> = {
  due_not_come: 'warn',
  slipped_champions: 'bad',
  cohort_below_elder: 'warn',
};

/**
 * What to do this week: each card a sentence with people and money, and its customers.
 * @fires rg-show - Detail: the filter of the customers to show.
 * @fires rg-export - Detail: the view of the customers to take along.
 * @fires rg-aside - Detail: what is to become of a card.
 */
@customElement('rg-week')
export class RgWeek extends LitElement {
  static override styles = [
    base,
    cards,
    css`
      .how-counted {
        margin-top: var(--space-1);
        font-size: var(--text-xs);
        color: var(--ink-soft);
        max-width: 76ch;
      }
      .how-counted summary {
        width: fit-content;
        min-height: 24px;
        cursor: pointer;
        color: var(--ink-faint);
      }
      .acts {
        display: flex;
        gap: var(--space-2);
        align-items: center;
      }
      .menu {
        position: relative;
      }
      .menu summary {
        display: grid;
        place-items: center;
        width: 34px;
        height: 34px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-s);
        cursor: pointer;
        list-style: none;
      }
      .menu summary::-webkit-details-marker {
        display: none;
      }
      .menu svg.icon {
        stroke-width: 3;
      }
      .menu summary:hover {
        background: var(--sunk);
      }
      .menu > div {
        position: absolute;
        right: 0;
        top: calc(100% + 4px);
        z-index: 2;
        display: grid;
        min-width: 12rem;
        padding: var(--space-1);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-m);
        background: var(--sheet);
      }
      .menu button {
        justify-content: flex-start;
        white-space: nowrap;
      }
      .aside {
        margin-top: var(--space-3);
        font-size: var(--text-s);
      }
      .aside li {
        grid-template-columns: 1fr auto;
        padding: var(--space-2) 0;
      }
      .before {
        font-size: var(--text-xs);
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
      @container (max-width: 440px) {
        .acts {
          grid-column: 2;
          position: relative;
        }
        .menu {
          position: static;
        }
        .menu > div {
          left: 0;
          right: auto;
        }
        li .menu button {
          grid-column: auto;
          justify-self: stretch;
        }
        .aside li button {
          grid-column: auto;
        }
      }
      @media print {
        details,
        .aside {
          display: none;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) week: ThisWeek | null = null;
  /** What was done or put off before. */
  @property({attribute: false}) aside: readonly Aside[] = [];
  /** Whether the cards put aside are shown. */
  @state() private all = false;

  readonly #away = (event: PointerEvent) => {
    for (const menu of this.#menus)
      if (menu.open && !event.composedPath().includes(menu)) menu.open = false;
  };

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('pointerdown', this.#away);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('pointerdown', this.#away);
  }

  get #menus(): NodeListOf<HTMLDetailsElement> {
    return this.renderRoot.querySelectorAll<HTMLDetailsElement>('.menu');
  }

  #step(step: CardStep) {
    for (const menu of this.#menus) menu.open = false;
    this.dispatchEvent(new CustomEvent('rg-aside', {detail: step, bubbles: true, composed: true}));
  }

  #export(card: CardKind) {
    const detail = {...kEverybody, card};
    this.dispatchEvent(new CustomEvent('rg-export', {detail, bubbles: true, composed: true}));
  }

  #keyed(event: KeyboardEvent) {
    const menu = event.currentTarget as HTMLDetailsElement;
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }

  #left(event: FocusEvent) {
    const menu = event.currentTarget as HTMLDetailsElement;
    // Where nothing else took the focus, somebody may be pressing an item of this very menu.
    if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) menu.open = false;
  }

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
        ${this.#before(kind)}
        <details class="how-counted">
          <summary aria-label="${figures.counted} ${title}">${figures.counted}</summary>
          ${week.counted[kind]}
        </details>
      </div>
      <div class="acts">
        <button
          class="primary"
          aria-label="${week.show}: ${title}"
          @click=${() => show(this, {card: kind})}
        >
          ${week.show}
        </button>
        ${this.#menu(kind, title)}
      </div>
    </li>`;
  }

  #before(kind: CardKind) {
    const {words, format} = this.locale;
    const last = lastDone(this.aside, kind, this.week?.as_of ?? '');
    if (!last) return nothing;
    return html`<p class="before">
      ${words.week.before(format.date(last.on), format.count(last.customers))}
    </p>`;
  }

  #menu(kind: CardKind, title: string) {
    const {words, format} = this.locale;
    const {week} = words;
    return html`<details
      class="menu"
      @keydown=${(event: KeyboardEvent) => this.#keyed(event)}
      @focusout=${(event: FocusEvent) => this.#left(event)}
    >
      <summary aria-label="${week.more}: ${title}">${icon('more')}</summary>
      <div>
        <button class="quiet export" @click=${() => this.#export(kind)}>
          ${words.audience.open}
        </button>
        <button class="quiet done" @click=${() => this.#step({kind, how: 'done'})}>
          ${week.done}
        </button>
        ${kPutOff.map(
          (days) =>
            html`<button
              class="quiet"
              data-days=${days}
              @click=${() => this.#step({kind, how: 'later', days})}
            >
              ${week.later(format.days(days))}
            </button>`,
        )}
        <button class="quiet hide" @click=${() => this.#step({kind, how: 'hidden'})}>
          ${week.hide}
        </button>
      </div>
    </details>`;
  }

  #fate({how, on, until}: Aside): string {
    const {words, format} = this.locale;
    const {week} = words;
    if (how === 'hidden' || until === null) return week.hidden;
    return how === 'done'
      ? week.doneOn(format.date(on), format.date(until))
      : week.laterUntil(format.date(until));
  }

  #aside(aside: readonly Aside[]) {
    if (aside.length === 0) return nothing;
    const {words, format} = this.locale;
    const {week} = words;
    return html`<div class="aside">
      <button class="quiet" aria-expanded=${this.all} @click=${() => (this.all = !this.all)}>
        ${week.aside(format.count(aside.length))}
      </button>
      ${
        this.all
          ? html`<ul>
              ${aside.map(
                (one) =>
                  html`<li data-aside=${one.kind}>
                    <div>
                      <b>${week.name[one.kind]}</b>
                      <p>${this.#fate(one)}</p>
                    </div>
                    <button
                      aria-label="${week.again}: ${week.name[one.kind]}"
                      @click=${() => this.#step({kind: one.kind, how: 'back'})}
                    >
                      ${week.again}
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    </div>`;
  }

  override render() {
    if (!this.week) return nothing;
    const {words, format} = this.locale;
    const {week} = words;
    const {cards: all, unjudged, as_of: asOf} = this.week;
    const away = this.aside.filter((one) => isInForce(one, asOf));
    const shown = all.filter((card) => away.every(({kind}) => kind !== card.kind));
    const kinds = unjudged.map(({kind}) => week.name[kind]);
    return html`<section class="card">
      <h2>${week.title}</h2>
      <p class="how">${week.how(format.date(asOf))}</p>
      ${
        shown.length > 0
          ? html`<ul>
              ${repeat(
                shown,
                ({kind}) => kind,
                (card) => this.#card(card),
              )}
            </ul>`
          : all.length > 0
            ? html`<p class="rest">${week.onlyAside}</p>`
            : unjudged.length === 0
              ? html`<p class="calm">${week.calm}</p>`
              : nothing
      }
      ${this.#aside(away)}
      ${kinds.length > 0 ? html`<p class="unjudged">${week.unjudged(format.list(kinds))}</p>` : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-week': RgWeek;
  }
}
