import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {HandoutRecord} from '../engine/handouts.js';
import type {Handout, HandoutOutcome, LeftOut, Report} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import {kTargets, mayAssumeConsent} from '../state/audience-choice.js';
import {
  handoutFiles,
  handoutName,
  kLives,
  kOutcomeDays,
  type HandoutChoice,
} from '../state/handing-out.js';
import {base} from '../styles/base.js';
import {rewardText} from './customer-columns.js';
import {icon} from './icons.js';

/** Where it is asked whom a hand-out would reach, and what came of one. */
export interface HandoutSource {
  count: (choice: HandoutChoice) => Promise<Handout | null>;
  outcome: (record: HandoutRecord) => Promise<HandoutOutcome | null>;
}

const kLongestOffer = 80;

/**
 * Hands out what the program gives, and tells what became of it before.
 * @fires rg-handout - Detail: how it was chosen. The owner wants the files.
 */
@customElement('rg-handout')
export class RgHandout extends LitElement {
  static override styles = [
    base,
    css`
      .fields {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3) var(--space-5);
        margin: var(--space-3) 0;
      }
      .fields label {
        display: grid;
        gap: 4px;
        font-size: var(--text-s);
        min-width: 0;
      }
      input[type='text'],
      select {
        font: inherit;
        color: inherit;
        background: var(--surface);
        border: 1px solid var(--line-strong, var(--line));
        border-radius: var(--radius-s, 6px);
        padding: 6px 8px;
        min-height: 36px;
        max-width: 100%;
      }
      .consent {
        display: flex;
        gap: var(--space-2);
        align-items: baseline;
        font-size: var(--text-s);
      }
      .result {
        min-height: 4.5em;
        margin: var(--space-3) 0;
        font-size: var(--text-s);
      }
      .result b {
        font-size: var(--text-m);
      }
      .save + p {
        margin-top: var(--space-2);
      }
      .past {
        margin-top: var(--space-3);
      }
      h4 {
        font-size: var(--text-m);
        font-weight: 650;
        margin: var(--space-5) 0 var(--space-2);
      }
      .past li {
        padding: var(--space-2) 0;
        border-top: 1px solid var(--line);
        font-size: var(--text-s);
      }
      .past b {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .past p {
        margin: 2px 0 0;
      }
    `,
  ];

  @state() private own: HandoutChoice = {
    offer: '',
    life: '30D',
    target: 'plain',
    isVouched: false,
  };
  /** null until the engine answers. */
  @state() private count: Handout | null = null;
  /** By the record; null: nobody can say. */
  @state() private outcomes: ReadonlyMap<HandoutRecord, HandoutOutcome | null> = new Map();
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** Whose program it is. */
  @property({attribute: false}) report: Report | null = null;
  /** What was handed out before, the oldest first. */
  @property({attribute: false}) handouts: readonly HandoutRecord[] = [];
  /** Where the counts come from. */
  @property({attribute: false}) source: HandoutSource | null = null;

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('report')) this.outcomes = new Map();
    if (changed.has('report') || changed.has('handouts')) {
      void this.#ask();
      void this.#look();
    }
  }

  /** An answer to an older choice is dropped. */
  async #ask() {
    const {own, report, handouts} = this;
    const count = (await this.source?.count(own)) ?? null;
    const isStill = own === this.own && report === this.report && handouts === this.handouts;
    if (isStill) this.count = count;
  }

  async #look() {
    const {report} = this;
    for (const record of this.handouts) {
      if (this.outcomes.has(record)) continue;
      const outcome = (await this.source?.outcome(record)) ?? null;
      if (report !== this.report) return;
      this.outcomes = new Map([...this.outcomes, [record, outcome]]);
    }
  }

  #choose(part: Partial<HandoutChoice>) {
    this.own = {...this.own, ...part};
    if ('offer' in part) return;
    this.count = null;
    void this.#ask();
  }

  #save() {
    const detail = this.own;
    this.dispatchEvent(new CustomEvent('rg-handout', {detail, bubbles: true, composed: true}));
  }

  #fields() {
    const {handout, audience} = this.locale.words;
    const {offer, life, target, isVouched} = this.own;
    const value = (event: Event) => (event.target as HTMLInputElement).value;
    return html`<div class="fields">
        <label
          >${handout.offer}<input
            type="text"
            name="offer"
            dir="auto"
            maxlength=${kLongestOffer}
            placeholder=${handout.offerHint}
            .value=${offer}
            @input=${(event: Event) => this.#choose({offer: value(event)})}
        /></label>
        <label
          >${handout.life}<select
            name="life"
            @change=${(event: Event) => this.#choose({life: value(event)})}
          >
            ${kLives.map(
              (one) =>
                html`<option value=${one} ?selected=${one === life}>${handout.lives[one]}</option>`,
            )}
          </select></label
        >
        <label
          >${audience.target}<select
            name="target"
            @change=${(event: Event) => {
              const chosen = kTargets.find((one) => one === value(event)) ?? target;
              this.#choose({target: chosen, isVouched: false});
            }}
          >
            ${kTargets.map(
              (one) =>
                html`<option value=${one} ?selected=${one === target}>
                  ${audience.targets[one].name}
                </option>`,
            )}
          </select></label
        >
      </div>
      ${
        mayAssumeConsent(target)
          ? html`<label class="consent"
              ><input
                type="checkbox"
                .checked=${isVouched}
                @change=${(event: Event) =>
                  this.#choose({isVouched: (event.target as HTMLInputElement).checked})}
              />${audience.consent}</label
            >`
          : nothing
      }`;
  }

  #result(count: Handout, report: Report) {
    const {words, format} = this.locale;
    const {handout, audience} = words;
    const reasons = [
      ...(count.held_out > 0 ? [handout.heldOut(format.count(count.held_out))] : []),
      ...(Object.entries(count.left_out) as [LeftOut, number][]).map(([reason, customers]) =>
        audience.leftOut[reason](format.count(customers)),
      ),
    ];
    const amount = rewardText(count.amount, report, this.locale);
    return html`<b
        >${count.given > 0 ? handout.wouldGive(format.count(count.given), amount) : audience.nobody}</b
      >
      ${
        reasons.length > 0
          ? html`<ul>
              ${reasons.map((reason) => html`<li>${reason}</li>`)}
            </ul>`
          : nothing
      }
      ${count.held_out === 0 && count.given > 0 ? html`<p class="soft">${handout.holdOutHint}</p>` : nothing}`;
  }

  #outcome({given, held_out: heldOut, difference, reason, unknown}: HandoutOutcome) {
    const {words, format} = this.locale;
    const {handout} = words;
    const share = ({ordered, customers}: {ordered: number; customers: number}) =>
      format.percent(ordered / customers);
    const group = (name: 'givenDid' | 'heldOutDid', one: HandoutOutcome['given']) =>
      one.customers > 0
        ? html`<p>
            ${handout[name](format.count(one.customers), format.number(one.ordered), share(one))}
          </p>`
        : nothing;
    if (reason === 'too_early') return html`<p class="soft">${handout.noEffect.too_early}</p>`;
    return html`${group('givenDid', given)} ${group('heldOutDid', heldOut)}
    ${
      difference
        ? html`<p>
            ${handout.effect(format.signed(100 * difference.low), format.signed(100 * difference.high))}
            ${difference.low > 0 ? handout.more : difference.high < 0 ? handout.less : handout.open}
          </p>`
        : reason
          ? html`<p class="soft">${handout.noEffect[reason]}</p>`
          : nothing
    }
    ${unknown > 0 ? html`<p class="soft">${handout.unknown(format.count(unknown))}</p>` : nothing}`;
  }

  #past() {
    const {words, format} = this.locale;
    const {handout} = words;
    if (this.handouts.length === 0) return nothing;
    return html`<h4>${handout.pastTitle}</h4>
      <p class="soft small">${handout.pastHow(kOutcomeDays)}</p>
      <ul class="past">
        ${[...this.handouts].reverse().map((record) => {
          const codes = record.customers.filter(({code}) => code !== null).length;
          const outcome = this.outcomes.get(record);
          return html`<li>
            <b dir="auto">${named(record.offer)}</b
            >${words.frame.dot}${format.date(record.on)}${words.frame.dot}${handout.codes(format.count(codes))}
            ${outcome ? this.#outcome(outcome) : nothing}
          </li>`;
        })}
      </ul>`;
  }

  override render() {
    const {report, count, own} = this;
    if (!report || report.rewards.rules.length === 0) return nothing;
    const {handout} = this.locale.words;
    const files = handoutFiles(own.target).map((file) => handoutName(own.target, file));
    return html`<section class="card">
      <div class="head"><h3>${handout.title}</h3></div>
      <p class="how">${handout.how}</p>
      ${this.#fields()}
      <div class="result" role="status" aria-busy=${count === null}>
        ${count ? this.#result(count, report) : this.locale.words.audience.counting}
      </div>
      <button
        class="primary save"
        ?disabled=${!count || count.given === 0 || own.offer.trim() === ''}
        @click=${() => this.#save()}
      >
        ${icon('downloads')}${handout.save}
      </button>
      <p class="soft small">${handout.saves(files.join(', '))}</p>
      ${this.#past()}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-handout': RgHandout;
  }
}
