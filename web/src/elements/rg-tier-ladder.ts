import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {PointsOutcome} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {
  isWithin,
  listOf,
  partOf,
  textAt,
  withPart,
  withTierName,
  type Json,
  type Path,
  type Refusal,
} from './program-draft.js';
import {
  kCustomerFacts,
  kKnown,
  numberField,
  spanFields,
  textField,
  wordChoice,
  type Asked,
} from './program-fields.js';
import {icon} from './icons.js';
import {sentenceStyles} from './rg-program-editor.styles.js';

const kMostTiers = 20;
const kSteps: Path = ['tiers', 'steps'];

/** Where the next step begins: twice as high, or at the first height that is any. */
const kFirstHeight = 100;

/** As a program has them where it does not say. */
const kSpans = {length: '365D', term: '1Y'};

/**
 * The tiers of a program as a ladder, with those who stand on each step.
 * @fires rg-draft - Detail: the program with its tiers changed.
 */
@customElement('rg-tier-ladder')
export class RgTierLadder extends LitElement {
  static override styles = [
    base,
    sentenceStyles,
    css`
      .ladder {
        border: solid var(--line-strong);
        border-width: 0 4px;
        border-radius: 3px;
        padding: 0 var(--space-3);
        margin: var(--space-3) 0;
      }
      .ladder li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
        gap: 4px var(--space-4);
        padding: var(--space-3) 0;
        border-bottom: 4px solid var(--line-strong);
      }
      .ladder li:last-child {
        margin-bottom: var(--space-3);
      }
      .ladder label {
        display: grid;
        gap: 3px;
        font-size: var(--text-xs);
        color: var(--ink-soft);
        align-content: start;
      }
      textarea {
        font: inherit;
        font-size: var(--text-s);
        width: 100%;
        min-height: 3.6rem;
        resize: vertical;
      }
      .on {
        grid-column: 1 / -1;
        display: grid;
        gap: 3px;
      }
      .bar {
        display: block;
        width: 100%;
        height: 5px;
        background: var(--sunk);
      }
      .bar rect {
        fill: var(--ramp-4);
      }
      .fields {
        display: grid;
        gap: 6px;
      }
      @container (max-width: 560px) {
        .ladder li {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .benefits {
          grid-column: 1 / -1;
          grid-row: 2;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The program as it is written now. */
  @property({attribute: false}) document: Json = {};
  /** Who would stand where; null while nobody knows. */
  @property({attribute: false}) would: PointsOutcome | null = null;
  /** What was refused of it. */
  @property({attribute: false}) refusal: Refusal | null = null;
  /** What amounts of money are followed by. */
  @property() currency = '';

  #tell(detail: Json) {
    this.dispatchEvent(new CustomEvent('rg-draft', {detail}));
  }

  #put(path: Path, part: unknown) {
    this.#tell(withPart(this.document, path, part));
  }

  get #by(): 'spend' | 'orders' | 'points' {
    const by = partOf(this.document, ['tiers', 'by']);
    return by === 'orders' || by === 'points' ? by : 'spend';
  }

  #fresh(steps: readonly unknown[]) {
    const last = partOf(steps[steps.length - 1], ['from']);
    const height = typeof last === 'number' && last > 0 ? last * 2 : kFirstHeight;
    const {tierName} = this.locale.words.program;
    return steps.length === 0
      ? {name: `${tierName} 1`}
      : {name: `${tierName} ${steps.length + 1}`, from: height};
  }

  #begin() {
    const first = this.#fresh([]);
    this.#put(['tiers'], {by: 'spend', steps: [first, this.#fresh([first])]});
  }

  #standing(place: number) {
    const tiers = this.would?.tiers;
    const tier = tiers?.[place];
    if (!tiers || !tier) return nothing;
    const {words, format} = this.locale;
    const all = Math.max(
      1,
      tiers.reduce((sum, {customers}) => sum + customers, 0),
    );
    return html`<div class="on">
      <span class="comes">${words.program.onStep(format.count(tier.customers))}</span>
      <svg class="bar" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
        <rect width=${(100 * tier.customers) / all} height="5"></rect>
      </svg>
    </div>`;
  }

  #step(steps: readonly unknown[], place: number) {
    const {program} = this.locale.words;
    const path = [...kSteps, place];
    const step = steps[place];
    const name = textAt(step, ['name']);
    const from = partOf(step, ['from']);
    const benefits = listOf(step, ['benefits']).map(String);
    const {refusal} = this;
    const field = (label: string, of: string) => ({
      label: program.of(label, name),
      wrong: isWithin(refusal, [...path, of]),
      field: of,
    });
    return html`<li data-tier=${place}>
      <div class="fields">
        <label>
          ${program.tierName}
          ${textField(name, field(program.tierName, 'name'), (now) =>
            this.#tell(withTierName(this.document, place, now)),
          )}
        </label>
        ${
          place === 0
            ? nothing
            : html`<label>
                ${program.tierFrom[this.#by]} ${this.#by === 'spend' ? this.currency : ''}
                ${numberField(
                  typeof from === 'number' ? from : null,
                  field(program.tierFrom[this.#by], 'from'),
                  (now) => this.#put([...path, 'from'], now),
                )}
              </label>`
        }
      </div>
      <label class="benefits">
        ${program.benefits}
        <textarea
          data-field="benefits"
          aria-label=${program.of(program.benefits, name)}
          .value=${benefits.join('\n')}
          @change=${(event: Event) => {
            const lines = (event.target as HTMLTextAreaElement).value.split('\n');
            const told = lines.map((line) => line.trim()).filter(Boolean);
            this.#put([...path, 'benefits'], told.length === 0 ? undefined : told);
          }}
        ></textarea>
      </label>
      <div class="tools">
        <button
          class="quiet remove"
          aria-label=${program.remove(name)}
          ?disabled=${place === 0}
          @click=${() =>
            this.#put(
              kSteps,
              steps.filter((_, other) => other !== place),
            )}
        >
          ${icon('close')}
        </button>
      </div>
      ${
        refusal && isWithin(refusal, path)
          ? html`<p class="refused">${program.refused(refusal.what)}</p>`
          : this.#standing(place)
      }
    </li>`;
  }

  #span(name: 'length' | 'term' | 'grace', asked: Asked) {
    const {program} = this.locale.words;
    const path = ['tiers', name];
    const text = partOf(this.document, path);
    const named = {
      label: program[name],
      wrong: isWithin(this.refusal, path),
      field: name,
      edged: name === 'term' ? 'yes' : 'no',
    } as const;
    return html`<div class="sentence">
      ${program[name]}
      ${spanFields(text ?? (name === 'grace' ? '0D' : kSpans[name]), named, asked, (now) =>
        this.#put(path, now),
      )}
    </div>`;
  }

  #terms() {
    const {program} = this.locale.words;
    const asked: Asked = {
      locale: this.locale,
      currency: this.currency,
      unit: 'points',
      facts: kCustomerFacts,
      known: kKnown,
    };
    const window = partOf(this.document, ['tiers', 'window']);
    const counted = window === 'calendar_year' || window === 'lifetime' ? window : 'rolling';
    return html`<div class="sentence">
        <label
          >${program.by}
          ${wordChoice(this.#by, program.bys, {label: program.by, field: 'by'}, (by) =>
            this.#put(['tiers', 'by'], by),
          )}</label
        >
        <label
          >${program.window}
          ${wordChoice(counted, program.windows, {label: program.window, field: 'window'}, (now) =>
            this.#put(['tiers', 'window'], now),
          )}</label
        >
      </div>
      ${counted === 'rolling' ? this.#span('length', asked) : nothing} ${this.#span('term', asked)}
      ${this.#span('grace', asked)}`;
  }

  override render() {
    const {program} = this.locale.words;
    if (!partOf(this.document, ['points'])) return nothing;
    if (!partOf(this.document, ['tiers']))
      return html`<div class="adds">
        <button class="add tiers" @click=${() => this.#begin()}>${program.addTiers}</button>
      </div>`;
    const steps = listOf(this.document, kSteps);
    const {refusal} = this;
    const isHere =
      isWithin(refusal, ['tiers']) &&
      !steps.some((_, place) => isWithin(refusal, [...kSteps, place]));
    const places = steps.map((_, place) => place).reverse();
    return html`<section aria-label=${program.tiersTitle}>
      <h4>${program.tiersTitle}</h4>
      <p class="how">${program.tiersHow}</p>
      <div class="terms">${this.#terms()}</div>
      ${isHere && refusal ? html`<p class="refused">${program.refused(refusal.what)}</p>` : nothing}
      <div class="adds">
        <button
          class="add"
          ?disabled=${steps.length >= kMostTiers}
          @click=${() => this.#put(kSteps, [...steps, this.#fresh(steps)])}
        >
          ${program.addTier}
        </button>
        <button class="quiet tiers" @click=${() => this.#put(['tiers'], undefined)}>
          ${program.dropTiers}
        </button>
      </div>
      <ol class="ladder" reversed>
        ${places.map((place) => this.#step(steps, place))}
      </ol>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-tier-ladder': RgTierLadder;
  }
}
