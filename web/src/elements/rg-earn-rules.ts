import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {PointsOutcome} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {
  freshName,
  isWithin,
  listOf,
  moved,
  partOf,
  percentOf,
  readAmount,
  readWhen,
  shareOf,
  textAt,
  withPart,
  without,
  writeAmount,
  writeWhen,
  type Json,
  type Path,
  type Plain,
  type Refusal,
} from './program-draft.js';
import {
  amountSentence,
  conditionLines,
  dateField,
  filled,
  kKnown,
  kOccasionFacts,
  knownLists,
  numberField,
  spanFields,
  textField,
  wordChoice,
  type Asked,
} from './program-fields.js';
import {ruleTools} from './program-tools.js';
import {sentenceStyles} from './rg-program-editor.styles.js';

const kMostRules = 100;
const kEarn: Path = ['points', 'earn'];

/** What a program begins to earn with. */
const kFresh = {
  earn: [{id: 'spent', points: {var: 'amount'}}],
  pending: '14D',
  expiry: '12M_UM',
  redeem: {step: 100, value: 1, percent: 50},
};
/** How long points wait or live where they begin to. */
const kFreshSpan = {pending: '14D', expiry: '12M_UM'};

type Occasion = 'order' | 'birthday' | 'anniversary' | 'event';

const numberOf = (value: unknown) => (typeof value === 'number' ? value : null);

/** A word that the field knows; the first where there is none. */
function wordOf<W extends string>(value: unknown, names: Readonly<Record<W, string>>, first: W): W {
  const known = Object.keys(names) as W[];
  return known.find((name) => name === value) ?? first;
}

/**
 * How points are earned, kept and spent, a sentence each.
 * @fires rg-draft - Detail: the program with its points changed.
 */
@customElement('rg-earn-rules')
export class RgEarnRules extends LitElement {
  static override styles = [base, sentenceStyles];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The program as it is written now. */
  @property({attribute: false}) document: Json = {};
  /** What its points would have come to; null while nobody knows. */
  @property({attribute: false}) would: PointsOutcome | null = null;
  /** What was refused of it. */
  @property({attribute: false}) refusal: Refusal | null = null;
  /** Products that the shop sells, to choose from. */
  @property({attribute: false}) products: readonly string[] = [];
  /** What amounts of money are followed by. */
  @property() currency = '';

  #asked(): Asked {
    const tiers = listOf(this.document, ['tiers', 'steps']).map((step) => textAt(step, ['name']));
    const known: Record<string, readonly Plain[]> = {...kKnown, products: this.products};
    if (tiers.length > 0) known.tier = tiers;
    return {
      locale: this.locale,
      currency: this.currency,
      unit: 'points',
      facts: tiers.length > 0 ? kOccasionFacts : kWithoutTiers,
      known,
    };
  }

  #tell(detail: Json) {
    this.dispatchEvent(new CustomEvent('rg-draft', {detail}));
  }

  #put(path: Path, part: unknown) {
    this.#tell(withPart(this.document, path, part));
  }

  /** Without points nobody climbs tiers, and rules may be all there is. */
  #drop() {
    this.#tell(without(this.document, 'points', 'tiers'));
  }

  /** A field of a rule that has more of them; a limit without anything in it is none. */
  #putLimit(path: Path, field: string, part: unknown) {
    const limit = withPart((partOf(this.document, path) ?? {}) as Json, [field], part);
    const isLimit = limit['times'] !== undefined || limit['points'] !== undefined;
    this.#put(path, isLimit ? limit : undefined);
  }

  #occasion(rule: unknown, path: Path, whose: string) {
    const {program} = this.locale.words;
    const on = wordOf<Occasion>(partOf(rule, ['on']), program.ons, 'order');
    const wrong = isWithin(this.refusal, [...path, 'event']);
    const put = (now: Occasion) => {
      const others = without(rule, 'event');
      this.#put(path, {...others, on: now, ...(now === 'event' ? {event: 'review'} : {})});
    };
    return html`<p class="line">
      ${wordChoice(on, program.ons, {label: program.of(program.on, whose), field: 'on'}, put)}
      ${
        on === 'event'
          ? textField(
              textAt(rule, ['event']),
              {label: program.of(program.event, whose), wrong, field: 'event'},
              (event) => this.#put([...path, 'event'], event),
            )
          : nothing
      }
    </p>`;
  }

  #more(rule: unknown, path: Path, whose: string) {
    const {program} = this.locale.words;
    const {refusal} = this;
    const at = (name: string) => partOf(rule, [name]);
    const limit: Path = [...path, 'limit'];
    const limitOf = (name: string) => partOf(rule, ['limit', name]);
    const field = (label: string, name: string, of: Path) => ({
      label: program.of(label, whose),
      wrong: isWithin(refusal, [...of, name]),
      field: name,
    });
    const day = (label: string, name: string) =>
      dateField(textAt(rule, [name]), field(label, name, path), (now) =>
        this.#put([...path, name], now === '' ? undefined : now),
      );
    const isOpen = ['limit', 'from', 'until', 'group'].some((name) => at(name) !== undefined);
    const isTimes = at('times') !== undefined;
    return html`<details class="more" ?open=${isOpen}>
      <summary>${program.more}</summary>
      <div class="sentence">
        ${filled(program.limit, {
          times: numberField(
            numberOf(limitOf('times')),
            field(program.limitTimes, 'times', limit),
            (times) => this.#putLimit(limit, 'times', times ?? undefined),
          ),
          points: numberField(
            numberOf(limitOf('points')),
            field(program.limitPoints, 'points', limit),
            (points) => this.#putLimit(limit, 'points', points ?? undefined),
          ),
          per: wordChoice(
            wordOf(limitOf('per'), program.periods, 'ever'),
            program.periods,
            field(program.period, 'period', limit),
            (per) => this.#putLimit(limit, 'per', per),
          ),
        })}
      </div>
      <div class="sentence">
        ${filled(program.dates, {from: day(program.from, 'from'), until: day(program.until, 'until')})}
      </div>
      ${
        isTimes
          ? nothing
          : html`<div class="sentence">
              ${filled(program.groupHow, {
                group: textField(
                  textAt(rule, ['group']),
                  field(program.group, 'group', path),
                  (now) => this.#put([...path, 'group'], now === '' ? undefined : now),
                ),
              })}
            </div>`
      }
    </details>`;
  }

  #comes(place: number) {
    const rule = this.would?.rules[place];
    if (!rule) return html`<p class="comes"></p>`;
    const {words, format} = this.locale;
    const customers = format.count(rule.customers);
    const times = format.count(rule.times);
    return html`<p class="comes">
      ${
        rule.kind === 'times'
          ? words.program.multiplies(customers, times)
          : words.program.earnGives(
              customers,
              times,
              words.rewards.points(format.count(rule.points)),
            )
      }
    </p>`;
  }

  #rule(rules: readonly unknown[], place: number, asked: Asked) {
    const {program} = this.locale.words;
    const rule = rules[place];
    const whose = program.rule(String(place + 1));
    const path = [...kEarn, place];
    const {refusal} = this;
    const when = readWhen(partOf(rule, ['when']));
    const wrongAt = (at: number) =>
      isWithin(refusal, when.length > 1 ? [...path, 'when', 'and', at] : [...path, 'when']);
    const times = partOf(rule, ['times']);
    const kind = times === undefined ? 'points' : 'times';
    return html`<li data-earn=${place}>
      <span class="place">${place + 1}</span>
      <div class="body">
        ${this.#occasion(rule, path, whose)}
        ${conditionLines(when, asked, {whose, wrongAt}, (now) =>
          this.#put([...path, 'when'], now.length === 0 ? undefined : writeWhen(now)),
        )}
        <div class="sentence">
          ${amountSentence(
            readAmount(partOf(rule, [kind])),
            asked,
            {
              whose,
              wrong: isWithin(refusal, [...path, kind]),
              times: kind === 'times' ? 'yes' : 'no',
            },
            (now, isTimes) => {
              // What multiplies is in no group.
              const [chosen, dropped] =
                isTimes === 'yes' ? (['times', 'group'] as const) : (['points', ''] as const);
              const others = without(rule, 'points', 'times', dropped);
              this.#put(path, {...others, [chosen]: writeAmount(now)});
            },
          )}
        </div>
        ${this.#more(rule, path, whose)}
        ${
          refusal && isWithin(refusal, path)
            ? html`<p class="refused">${program.refused(refusal.what)}</p>`
            : this.#comes(place)
        }
      </div>
      ${ruleTools(this.locale, whose, place, rules.length, (to) =>
        this.#put(kEarn, moved(rules, place, to)),
      )}
    </li>`;
  }

  #span(name: 'pending' | 'expiry', asked: Asked) {
    const {program} = this.locale.words;
    const text = partOf(this.document, ['points', name]);
    const kinds = name === 'pending' ? program.pendings : program.expiries;
    const path = ['points', name];
    const named = {
      label: program[name],
      wrong: isWithin(this.refusal, path),
      field: name,
      edged: 'yes',
    } as const;
    const put = (now: unknown) => this.#put(path, now);
    return html`<div class="sentence">
      ${program[name]}
      ${wordChoice(text === undefined ? 'none' : 'span', kinds, named, (kind) =>
        put(kind === 'none' ? undefined : kFreshSpan[name]),
      )}
      ${text === undefined ? nothing : spanFields(text, named, asked, put)}
    </div>`;
  }

  #redeem() {
    const {program} = this.locale.words;
    const redeem = partOf(this.document, ['points', 'redeem']);
    const isSpent = redeem !== undefined && redeem !== null;
    const field = (label: string, name: string, otherwise: number | null) =>
      numberField(
        numberOf(partOf(redeem, [name])) ?? otherwise,
        {label, wrong: isWithin(this.refusal, ['points', 'redeem', name]), field: name},
        (now) => this.#put(['points', 'redeem', name], now ?? undefined),
      );
    return html`<div class="sentence">
        <label
          ><input
            type="checkbox"
            data-field="redeem"
            .checked=${isSpent}
            @change=${() => this.#put(['points', 'redeem'], isSpent ? undefined : kFresh.redeem)}
          />
          ${program.redeem}</label
        >
      </div>
      ${
        isSpent
          ? html`<div class="sentence">
              ${filled(program.redeems, {
                money: this.currency,
                step: field(program.step, 'step', 100),
                worth: field(program.worth, 'value', 1),
                share: field(program.orderShare, 'percent', 100),
                least: field(program.least, 'least', 0),
              })}
            </div>`
          : nothing
      }`;
  }

  #limits(): TemplateResult {
    const {program} = this.locale.words;
    const {refusal} = this;
    const budget = numberField(
      numberOf(partOf(this.document, ['points', 'budget'])),
      {
        label: program.of(program.number, program.pointsTitle),
        wrong: isWithin(refusal, ['points', 'budget']),
        field: 'budget',
      },
      (now) => this.#put(['points', 'budget'], now ?? undefined),
    );
    const margin = numberField(
      percentOf(numberOf(partOf(this.document, ['margin']))),
      {label: '%', wrong: isWithin(refusal, ['margin']), field: 'margin'},
      (now) => this.#put(['margin'], shareOf(now) ?? undefined),
    );
    return html`<div class="sentence">${filled(program.budget, {number: budget})}</div>
      <div class="sentence">${filled(program.margin, {number: margin})}</div>`;
  }

  override render() {
    const {program} = this.locale.words;
    const points = partOf(this.document, ['points']);
    if (points === undefined || points === null)
      return html`<div class="adds">
        <button class="add points" @click=${() => this.#put(['points'], kFresh)}>
          ${program.addPoints}
        </button>
      </div>`;
    const rules = listOf(this.document, kEarn);
    const asked = this.#asked();
    const {refusal} = this;
    const isHere =
      isWithin(refusal, ['points']) &&
      !rules.some((_, place) => isWithin(refusal, [...kEarn, place]));
    return html`<section aria-label=${program.pointsTitle}>
      <h4>${program.pointsTitle}</h4>
      <p class="how">${program.pointsHow}</p>
      <ol class="rules">
        ${rules.map((_, place) => this.#rule(rules, place, asked))}
      </ol>
      <div class="adds">
        <button
          class="add"
          ?disabled=${rules.length >= kMostRules}
          @click=${() =>
            this.#put(kEarn, [...rules, {id: freshName(rules, 'id', 'earn_'), points: 10}])}
        >
          ${program.addEarn}
        </button>
        <button class="quiet points" @click=${() => this.#drop()}>${program.dropPoints}</button>
      </div>
      <div class="terms">
        ${this.#span('pending', asked)} ${this.#span('expiry', asked)} ${this.#redeem()}
        ${this.#limits()}
        ${isHere && refusal ? html`<p class="refused">${program.refused(refusal.what)}</p>` : nothing}
      </div>
      ${knownLists(asked)}
    </section>`;
  }
}

/** Without tiers nobody can ask for one. */
const kWithoutTiers = kOccasionFacts.filter((fact) => fact !== 'tier');

declare global {
  interface HTMLElementTagNameMap {
    'rg-earn-rules': RgEarnRules;
  }
}
