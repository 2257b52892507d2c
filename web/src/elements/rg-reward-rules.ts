import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Rewards} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {
  freshName,
  isWithin,
  listOf,
  moved,
  partOf,
  readAmount,
  readWhen,
  withPart,
  writeAmount,
  writeWhen,
  type Json,
  type Path,
  type Refusal,
} from './program-draft.js';
import {
  amountSentence,
  conditionLines,
  kCustomerFacts,
  kKnown,
  knownLists,
  wordChoice,
  type Asked,
} from './program-fields.js';
import {ruleTools} from './program-tools.js';
import {sentenceStyles} from './rg-program-editor.styles.js';

const kMostRules = 100;

/**
 * The rules of a program that look at customers as they are today, a sentence each.
 * @fires rg-draft - Detail: the program with a rule changed.
 */
@customElement('rg-reward-rules')
export class RgRewardRules extends LitElement {
  static override styles = [base, sentenceStyles];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The program as it is written now. */
  @property({attribute: false}) document: Json = {};
  /** What it would come to; null while nobody knows. */
  @property({attribute: false}) would: Rewards | null = null;
  /** What was refused of it. */
  @property({attribute: false}) refusal: Refusal | null = null;
  /** Products that the shop sells, to choose from. */
  @property({attribute: false}) products: readonly string[] = [];
  /** What amounts of money are followed by. */
  @property() currency = '';

  get #unit(): Rewards['unit'] {
    return partOf(this.document, ['unit']) === 'points' ? 'points' : 'money';
  }

  #asked(): Asked {
    return {
      locale: this.locale,
      currency: this.currency,
      unit: this.#unit,
      facts: kCustomerFacts,
      known: {...kKnown, products: this.products},
    };
  }

  #put(path: Path, part: unknown) {
    const detail = withPart(this.document, path, part);
    this.dispatchEvent(new CustomEvent('rg-draft', {detail}));
  }

  #add(rules: readonly unknown[]) {
    const fresh = {
      id: freshName(rules, 'id', 'rule_'),
      when: {'>=': [{var: 'orders'}, 2]},
      amount: 5,
    };
    this.#put(['rules'], [...rules, fresh]);
  }

  #comes(place: number) {
    const rule = this.would?.rules[place];
    if (!rule) return html`<p class="comes"></p>`;
    const {words, format} = this.locale;
    const sum =
      this.would?.unit === 'points'
        ? words.rewards.points(format.count(rule.granted))
        : format.money(rule.granted);
    return html`<p class="comes">${words.program.ruleGives(format.count(rule.customers), sum)}</p>`;
  }

  #rule(rules: readonly unknown[], place: number, asked: Asked) {
    const {program} = this.locale.words;
    const whose = program.rule(String(place + 1));
    const path = ['rules', place];
    const {refusal} = this;
    const when = readWhen(partOf(rules[place], ['when']));
    const wrongAt = (at: number) =>
      isWithin(refusal, when.length > 1 ? [...path, 'when', 'and', at] : [...path, 'when']);
    return html`<li data-rule=${place}>
      <span class="place">${place + 1}</span>
      <div class="body">
        ${conditionLines(when, asked, {whose, wrongAt}, (now) =>
          this.#put([...path, 'when'], writeWhen(now)),
        )}
        <div class="sentence">
          ${amountSentence(
            readAmount(partOf(rules[place], ['amount'])),
            asked,
            {whose, wrong: isWithin(refusal, [...path, 'amount']), times: 'never'},
            (now) => this.#put([...path, 'amount'], writeAmount(now)),
          )}
        </div>
        ${
          refusal && isWithin(refusal, path)
            ? html`<p class="refused">${program.refused(refusal.what)}</p>`
            : this.#comes(place)
        }
      </div>
      ${ruleTools(this.locale, whose, place, rules.length, (to) =>
        this.#put(['rules'], moved(rules, place, to)),
      )}
    </li>`;
  }

  #settings() {
    const {program} = this.locale.words;
    const mode = partOf(this.document, ['mode']);
    const chosen = mode === 'sum' || mode === 'highest' ? mode : 'first';
    return html`<div class="settings">
      <label
        >${program.unit}
        ${wordChoice(this.#unit, program.units, {label: program.unit, field: 'unit'}, (unit) =>
          this.#put(['unit'], unit),
        )}</label
      >
      <label
        >${program.mode}
        ${wordChoice(chosen, program.modes, {label: program.mode, field: 'mode'}, (now) =>
          this.#put(['mode'], now),
        )}</label
      >
    </div>`;
  }

  override render() {
    const {program} = this.locale.words;
    const rules = listOf(this.document, ['rules']);
    const asked = this.#asked();
    return html`<section aria-label=${program.rewardsTitle}>
      <h4>${program.rewardsTitle}</h4>
      ${
        rules.length > 0
          ? html`<p class="how">${program.rewardsHow}</p>
              ${this.#settings()}
              <ol class="rules">
                ${rules.map((_, place) => this.#rule(rules, place, asked))}
              </ol>`
          : nothing
      }
      <div class="adds">
        <button
          class="add"
          ?disabled=${rules.length >= kMostRules}
          @click=${() => this.#add(rules)}
        >
          ${program.addRule}
        </button>
      </div>
      ${knownLists(asked)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-reward-rules': RgRewardRules;
  }
}
