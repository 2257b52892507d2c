import {LitElement, html, nothing, svg, type PropertyValues} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {rulesTrouble, type Band, type Rule} from '../charts/segment-rules.js';
import type {
  Report,
  RfmOptions,
  RfmThresholds,
  SegmentScheme,
  SegmentSums,
  SegmentTrial,
} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {segmentName} from '../i18n/segment-name.js';
import type {ScoreLetter} from '../i18n/segmenting-words.js';
import {kUntouched, type CleaningState} from '../state/app-state.js';
import {kNoHistory, type History} from '../state/settings.js';
import {base} from '../styles/base.js';
import {icon} from './icons.js';
import {segmentEditorStyles} from './rg-segment-editor.styles.js';
import {
  draftOf,
  isNameless,
  kLetters,
  optionsOf,
  scoreOptions,
  withScheme,
  wrongCuts,
  type Draft,
} from './segment-draft.js';
import {bandText} from './segment-text.js';

/** Answers how many customers segments would hold; null where nobody can say now. */
export type SegmentSource = (options: RfmOptions) => Promise<SegmentTrial | null>;

const kSchemes: readonly SegmentScheme[] = [
  'r_by_f_ten_segments',
  'published_a',
  'published_b',
  'shopify',
  'own',
];
const kDefault: RfmOptions = {scheme: 'r_by_f_ten_segments'};

/** All, then from the best down: 5, 4-5, 4, ... */
const kBands: readonly Band[] = [
  [1, 5],
  ...[5, 4, 3, 2, 1].flatMap((from) =>
    [5, 4, 3, 2, 1].filter((to) => to >= from && to - from < 4).map((to): Band => [from, to]),
  ),
];
/** So that a name is at most 100 bytes in any alphabet. */
const kLongestName = 32;
const kMostRules = 100;

interface Counts {
  segments: readonly SegmentSums[];
  /** From score 1 on. */
  scores: Record<ScoreLetter, readonly number[]>;
}

/**
 * Where segments are made: a scheme, cut points, rules of one's own, with the counts they would give.
 * @fires rg-segmenting - Detail: how customers are to be divided; null for the default.
 * @fires rg-back - The last step is to be taken back.
 */
@customElement('rg-segment-editor')
export class RgSegmentEditor extends LitElement {
  static override styles = [base, segmentEditorStyles];

  @state() private open = false;
  @state() private draft: Draft = draftOf(null);
  @state() private counts: Counts | null = null;
  /** Where scores change if they are fifths of the shop. */
  @state() private fifths: RfmThresholds | null = null;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told now. */
  @property({attribute: false}) report: Report | null = null;
  /** How customers are divided now; null: as by default. */
  @property({attribute: false}) rfm: RfmOptions | null = null;
  /** Whether they are being divided anew, and why that failed. */
  @property({attribute: false}) cleaning: CleaningState = kUntouched;
  /** The steps that can be gone. */
  @property({attribute: false}) history: History = kNoHistory;
  /** Where counts come from. */
  @property({attribute: false}) trial: SegmentSource | null = null;

  #stale = new Set<ScoreLetter>(kLetters);
  #asking = false;
  #isLate = false;

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('rfm')) this.draft = draftOf(this.rfm);
    if (!changed.has('report')) return;
    this.fifths = null;
    this.#stale = new Set(kLetters);
    if (this.open) void this.#count();
  }

  #toggled(event: Event) {
    this.open = (event.target as HTMLDetailsElement).open;
    if (this.open) void this.#count();
  }

  #try(draft: Draft, ...letters: ScoreLetter[]) {
    this.draft = draft;
    for (const letter of letters) this.#stale.add(letter);
    void this.#count();
  }

  get #isSound(): boolean {
    return wrongCuts(this.draft).length === 0 && !isNameless(this.draft);
  }

  /** Asks for the counts of the draft; what changes meanwhile is asked for at the end. */
  async #count() {
    this.#isLate = this.#asking;
    if (this.#asking) return;
    this.#asking = true;
    do {
      this.#isLate = false;
      if (this.#isSound) await this.#ask();
    } while (this.#isLate);
    this.#asking = false;
  }

  async #ask() {
    const {trial, draft} = this;
    if (!trial) return;
    const letters = [...this.#stale];
    this.#stale.clear();
    const [now, fifths, ...scores] = await Promise.all([
      trial(optionsOf(draft) ?? kDefault),
      this.fifths ? null : trial(kDefault),
      ...letters.map((letter) => trial(scoreOptions(letter, draft.cuts))),
    ]);
    if (!now) return;
    this.fifths ??= fifths?.thresholds ?? null;
    const before = this.counts?.scores ?? {r: [], f: [], m: []};
    const counted: Counts['scores'] = {...before};
    for (const [index, letter] of letters.entries()) {
      const segments: readonly SegmentSums[] = scores[index]?.segments ?? [];
      counted[letter] = segments.map(({customers}) => customers);
    }
    this.counts = {segments: now.segments, scores: counted};
  }

  #put(rfm: RfmOptions | null) {
    this.dispatchEvent(
      new CustomEvent('rg-segmenting', {detail: rfm, bubbles: true, composed: true}),
    );
  }

  #reset() {
    if (this.rfm === null) this.#try(draftOf(null), ...kLetters);
    else this.#put(null);
  }

  #back() {
    this.dispatchEvent(new CustomEvent('rg-back', {bubbles: true, composed: true}));
  }

  /** The draft's cuts, else where fifths are. */
  #cutsInForce(): RfmThresholds | null {
    return this.draft.cuts ?? this.fifths;
  }

  #cut(letter: ScoreLetter, place: number, text: string) {
    const cuts = this.#cutsInForce();
    if (!cuts) return;
    const unit = this.#unitOf(letter);
    const value = text.trim() === '' ? Number.NaN : Number(text) * unit;
    // 19.99 of 100 is 1999, and not a hair less.
    const exact = unit === 1 ? value : Math.round(value);
    const changed = cuts[letter].map((cut, index) => (index === place ? exact : cut));
    this.#try({...this.draft, cuts: {...cuts, [letter]: changed}}, letter);
  }

  /** Money is typed in whole units and told in minor ones. */
  #unitOf(letter: ScoreLetter): number {
    return letter === 'm' ? 10 ** (this.report?.intake.minor_digits ?? 0) : 1;
  }

  #rule(place: number, part: Partial<Rule>) {
    const rules = this.draft.rules.map((rule, index) =>
      index === place ? {...rule, ...part} : rule,
    );
    this.#try({...this.draft, rules});
  }

  /** Puts a rule somewhere else; -1: nowhere. */
  #move(from: number, to: number) {
    const rules = [...this.draft.rules];
    const [moved] = rules.splice(from, 1);
    if (moved && to >= 0) rules.splice(to, 0, moved);
    this.#try({...this.draft, rules});
  }

  #add() {
    const {rules} = this.draft;
    const name = this.locale.words.segmenting.fresh(String(rules.length + 1));
    const rule: Rule = {name, r: [1, 5], f: [1, 5], m: [1, 5]};
    this.#try({...this.draft, rules: [...rules, rule]});
  }

  #schemes() {
    const {segmenting, segments} = this.locale.words;
    return html`<fieldset>
      <legend class="unseen">${segmenting.schemes}</legend>
      <div class="schemes">
        ${kSchemes.map(
          (scheme) =>
            html`<label>
              <input
                type="radio"
                name="scheme"
                value=${scheme}
                .checked=${scheme === this.draft.scheme}
                @change=${() => this.#try(withScheme(this.draft, scheme, segments))}
              />
              <b>${segmenting.scheme[scheme]}</b><small>${segmenting.schemeHow[scheme]}</small>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #cutField(letter: ScoreLetter, score: number, cuts: RfmThresholds, isWrong: boolean) {
    const {segmenting} = this.locale.words;
    const place = letter === 'r' ? 5 - score : score - 1;
    const cut = cuts[letter][place];
    if (cut === undefined) return html`<span class="cut">${segmenting.beyond}</span>`;
    const shown = cut / this.#unitOf(letter);
    return html`<label class="cut">
      ${segmenting.upTo}
      <input
        type="number"
        step="any"
        inputmode="decimal"
        aria-label=${segmenting.cut(segmenting.letter[letter], String(score))}
        aria-invalid=${isWrong ? 'true' : 'false'}
        data-cut="${letter}${score}"
        .value=${Number.isNaN(shown) ? '' : String(Number(shown.toFixed(2)))}
        @input=${(event: Event) =>
          this.#cut(letter, place, (event.target as HTMLInputElement).value)}
      />
      ${letter === 'm' ? nothing : segmenting.unit[letter]}
    </label>`;
  }

  #letter(letter: ScoreLetter, cuts: RfmThresholds) {
    const {words, format} = this.locale;
    const people = this.counts?.scores[letter] ?? [];
    const most = Math.max(1, ...people);
    const isWrong = wrongCuts(this.draft).includes(letter);
    return html`<div>
      <h5>${words.segmenting.letter[letter]}</h5>
      <ol>
        ${[5, 4, 3, 2, 1].map((score) => {
          const customers = people[score - 1];
          return html`<li>
            <span>${words.segmenting.score(String(score))}</span>
            ${this.#cutField(letter, score, cuts, isWrong)}
            <span class="people" data-people="${letter}${score}">
              ${customers === undefined ? nothing : format.number(customers)}
              ${svg`<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width=${(100 * (customers ?? 0)) / most} height="4" /></svg>`}
            </span>
          </li>`;
        })}
      </ol>
    </div>`;
  }

  #cuts(report: Report) {
    const cuts = this.#cutsInForce();
    if (!cuts) return nothing;
    const {segmenting} = this.locale.words;
    const letters = kLetters.filter((letter) => letter !== 'm' || report.intake.revenue !== null);
    const isFixed = this.draft.cuts !== null;
    return html`<h4>${segmenting.cutsTitle}</h4>
      <div class="cuts">${letters.map((letter) => this.#letter(letter, cuts))}</div>
      <p class="under">
        ${segmenting.cuts[isFixed ? 'fixed' : 'fifths']}
        ${
          isFixed
            ? html`<button
                class="fifths"
                @click=${() => this.#try({...this.draft, cuts: null}, ...kLetters)}
              >
                ${segmenting.toFifths}
              </button>`
            : nothing
        }
      </p>`;
  }

  #band(rule: Rule, place: number, letter: ScoreLetter) {
    const {segmenting, customers} = this.locale.words;
    const chosen = bandText(rule[letter]);
    return html`<label>
      ${customers.column[letter]}
      <select
        aria-label=${segmenting.band(customers.column[letter], rule.name)}
        data-band="${letter}"
        @change=${(event: Event) => {
          const band = kBands[(event.target as HTMLSelectElement).selectedIndex];
          if (band) this.#rule(place, {[letter]: band});
        }}
      >
        ${kBands.map((band, index) => {
          const text = bandText(band);
          return html`<option .selected=${text === chosen}>
            ${index === 0 ? segmenting.any : text}
          </option>`;
        })}
      </select>
    </label>`;
  }

  #ruleRow(rule: Rule, place: number, letters: readonly ScoreLetter[]) {
    const {segmenting} = this.locale.words;
    const {rules} = this.draft;
    return html`<li data-rule=${place}>
      <span class="place">${place + 1}</span>
      <input
        aria-label=${segmenting.ruleName(String(place + 1))}
        maxlength=${kLongestName}
        .value=${rule.name}
        aria-invalid=${rule.name.trim() === '' ? 'true' : 'false'}
        @input=${(event: Event) =>
          this.#rule(place, {name: (event.target as HTMLInputElement).value})}
      />
      <div class="bands">${letters.map((letter) => this.#band(rule, place, letter))}</div>
      <div class="tools">
        <button
          class="quiet up"
          aria-label=${segmenting.up(rule.name)}
          ?disabled=${place === 0}
          @click=${() => this.#move(place, place - 1)}
        >
          ↑
        </button>
        <button
          class="quiet down"
          aria-label=${segmenting.down(rule.name)}
          ?disabled=${place === rules.length - 1}
          @click=${() => this.#move(place, place + 1)}
        >
          ↓
        </button>
        <button
          class="quiet remove"
          aria-label=${segmenting.remove(rule.name)}
          ?disabled=${rules.length === 1}
          @click=${() => this.#move(place, -1)}
        >
          ${icon('close')}
        </button>
      </div>
    </li>`;
  }

  #rules({intake}: Report) {
    const {rules, scheme} = this.draft;
    if (scheme !== 'own') return nothing;
    const {segmenting} = this.locale.words;
    const letters = kLetters.filter((letter) => letter !== 'm' || intake.revenue !== null);
    return html`<h4>${segmenting.rulesTitle}</h4>
      <p class="how">${segmenting.rulesHow}</p>
      <ol class="rules">
        ${repeat(
          rules,
          (_, place) => place,
          (rule, place) => this.#ruleRow(rule, place, letters),
        )}
      </ol>
      <button class="add" ?disabled=${rules.length >= kMostRules} @click=${() => this.#add()}>
        ${segmenting.add}
      </button>`;
  }

  #trouble() {
    const {words, format} = this.locale;
    const {segmenting, customers} = words;
    const {scheme, rules} = this.draft;
    const wrong = wrongCuts(this.draft).map((letter) =>
      segmenting.notRising(segmenting.letter[letter]),
    );
    if (isNameless(this.draft)) wrong.push(segmenting.nameless);
    const {taken, gaps, gap} =
      scheme === 'own' ? rulesTrouble(rules) : {taken: [], gaps: 0, gap: null};
    const said = taken.map(({rule, by, whole}) => {
      const above = [...new Set(by.map((place) => `“${rules[place]?.name ?? ''}”`))];
      const name = rules[rule]?.name ?? '';
      return segmenting[whole ? 'covered' : 'overlap'](name, format.list(above));
    });
    if (gap) {
      const scores = kLetters.map((letter) => `${customers.column[letter]} ${gap[letter]}`);
      said.push(segmenting.gaps(format.count(gaps), scores.join(words.frame.dot)));
    }
    const isSound = scheme === 'own' && wrong.length === 0 && said.length === 0;
    return html`<div class="trouble" role="status">
      <ul>
        ${wrong.map((text) => html`<li class="wrong">${text}</li>`)}
        ${said.map((text) => html`<li>${text}</li>`)}
        ${isSound ? html`<li class="sound">${segmenting.sound}</li>` : nothing}
      </ul>
    </div>`;
  }

  #would({rfm}: Report) {
    const {words, format} = this.locale;
    const {segmenting, segments} = words;
    if (!this.counts) return html`<p class="soft small">${segmenting.counting}</p>`;
    const now: readonly SegmentSums[] = rfm.segments;
    const isSameScheme = this.draft.scheme === rfm.scheme;
    return html`<h4>${segmenting.countsTitle}</h4>
      <ul class="would">
        ${this.counts.segments.map(({name, customers}) => {
          const before = isSameScheme ? now.find((one) => one.name === name) : undefined;
          const change = before ? customers - before.customers : 0;
          return html`<li data-segment=${name}>
            <span class="name">${segmentName(segments, name)}</span>
            <b class="count">${format.number(customers)}</b>
            <span class="change">${change === 0 ? '' : format.signed(change, 0)}</span>
          </li>`;
        })}
      </ul>`;
  }

  #foot() {
    const {segmenting, cleaning: steps, trouble} = this.locale.words;
    const {busy, error} = this.cleaning;
    const wanted = optionsOf(this.draft);
    const isSame = JSON.stringify(wanted) === JSON.stringify(optionsOf(draftOf(this.rfm)));
    const idle = busy || isSame || !this.#isSound;
    return html`<div class="foot">
      <button
        class="primary apply"
        aria-disabled=${idle ? 'true' : 'false'}
        @click=${() => !idle && this.#put(wanted)}
      >
        ${busy ? segmenting.applying : segmenting.apply}
      </button>
      <button
        class="reset"
        aria-disabled=${busy || (wanted === null && this.rfm === null) ? 'true' : 'false'}
        @click=${() => !busy && this.#reset()}
      >
        ${segmenting.reset}
      </button>
      <button
        class="quiet back"
        aria-disabled=${busy || this.history.past.length === 0 ? 'true' : 'false'}
        aria-keyshortcuts="Control+Z"
        title="Ctrl+Z"
        @click=${() => !busy && this.#back()}
      >
        ${steps.undo}
      </button>
      <p class="error" role="status">
        ${error ? segmenting.failed(trouble.error[error.code](error)) : ''}
      </p>
    </div>`;
  }

  override render() {
    const {report} = this;
    if (!report) return nothing;
    const {segmenting} = this.locale.words;
    return html`<section class="card">
      <details @toggle=${(event: Event) => this.#toggled(event)}>
        <summary><h3>${segmenting.title}</h3></summary>
        <p class="how">${segmenting.how}</p>
        ${
          this.open
            ? html`${this.#schemes()} ${this.#rules(report)} ${this.#cuts(report)}
              ${this.#trouble()} ${this.#would(report)} ${this.#foot()}`
            : nothing
        }
      </details>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-segment-editor': RgSegmentEditor;
  }
}
