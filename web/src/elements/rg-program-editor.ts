import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {EngineErrorBody, ProgramTrial, Report} from '../engine/protocol.js';
import type {Template} from '../i18n/club-words.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {kDefaultProgram, type ProgramState, type ProgramText} from '../state/app-state.js';
import {base} from '../styles/base.js';
import {prettyJson} from './pretty-json.js';
import {
  isJson,
  isSame,
  isWithin,
  listOf,
  refusalOf,
  textAt,
  withPart,
  type Json,
  type Refusal,
} from './program-draft.js';
import {textField} from './program-fields.js';
import {kTemplates} from './program-templates.js';
import './rg-earn-rules.js';
import './rg-program-effect.js';
import {sentenceStyles} from './rg-program-editor.styles.js';
import './rg-reward-rules.js';
import './rg-tier-ladder.js';

/** How an author would order the fields of a program and of its rules. */
const kOrder = [
  ...['name', 'description', 'version', 'unit', 'mode', 'margin', 'id', 'on', 'event', 'when'],
  ...['tiers', 'points', 'times', 'amount', 'limit', 'rules'],
];
const kNames = Object.keys(kTemplates) as Template[];

/** How long nobody types before it is counted, in ms. */
const kPause = 200;

/** Answers what a program would come to, or why it is none; null where nobody can say now. */
export type ProgramSource = (
  document: unknown,
) => Promise<{trial: ProgramTrial} | {error: EngineErrorBody} | null>;

const written = (document: Json) => prettyJson(document, kOrder);

/** The document of a text; null while it is none. */
function documentOf(text: string): Json | null {
  try {
    const document: unknown = JSON.parse(text);
    return isJson(document) ? document : null;
  } catch {
    return null;
  }
}

/**
 * Where the reward program is edited, in sentences or as JSON, with what it would come to.
 * @fires rg-program - Detail: the text to put in force; null for the default.
 * @fires rg-back - The program before is wanted back.
 */
@customElement('rg-program-editor')
export class RgProgramEditor extends LitElement {
  static override styles = [
    base,
    sentenceStyles,
    css`
      details.editor {
        border-top: 1px solid var(--line);
        padding-top: var(--space-3);
      }
      .editor > summary,
      .json > summary {
        cursor: pointer;
        font-weight: 600;
        font-size: var(--text-s);
        color: var(--accent);
        width: fit-content;
      }
      .json {
        margin-top: var(--space-4);
      }
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
        min-width: 0;
      }
      fieldset[disabled] {
        opacity: 0.5;
      }
      .begin {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-5);
      }
      .begin label,
      .json label {
        display: grid;
        gap: 4px;
        font-size: var(--text-s);
        font-weight: 600;
      }
      textarea.text {
        width: 100%;
        min-height: 15rem;
        font: 0.8125rem/1.55 var(--font-mono);
        resize: vertical;
        tab-size: 2;
        background: var(--sunk);
        margin-top: var(--space-2);
      }
      textarea[aria-invalid='true'] {
        border-color: var(--bad);
      }
      .effect {
        margin-top: var(--space-5);
        padding: var(--space-4);
        background: var(--sunk);
        border-radius: var(--radius-m);
      }
      .error {
        color: var(--bad);
        font-size: var(--text-s);
        margin-top: var(--space-2);
        overflow-wrap: anywhere;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-3);
        align-items: center;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @query('textarea.text') private field!: HTMLTextAreaElement | null;
  @state() private open = false;
  /** The program as it is written now: the last text that was one. */
  @state() private draft: Json = {};
  @state() private text = '';
  @state() private would: ProgramTrial | null = null;
  @state() private refusal: Refusal | null = null;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** Whether a program is being put in force, and what was wrong with the last one. */
  @property({attribute: false}) program: ProgramState = kDefaultProgram;
  /** The one in force as its author wrote it; null is the default one. */
  @property({attribute: false}) own: ProgramText = null;
  /** Putting it in force was the last step. */
  @property({type: Boolean}) undoable = false;
  /** The shop that is told of, and the program in force as the engine understood it. */
  @property({attribute: false}) report: Report | null = null;
  /** Where counts come from. */
  @property({attribute: false}) programs: ProgramSource | null = null;

  #inForce: string | null = null;
  #sent: string | null = null;
  #products: readonly string[] = [];
  #pause = 0;
  #asking = false;
  #isLate = false;

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('report') || !this.report) return;
    const {rewards, recommendations} = this.report;
    const {popular, pairs} = recommendations;
    this.#products = [...new Set([...popular, ...pairs].map(({product}) => product))].sort((a, b) =>
      a.localeCompare(b),
    );
    const now = this.#textInForce(rewards.document);
    // A report made anew for another reason changes no draft, nor does what was sent from here: more may have been typed since.
    if (now !== this.#inForce && now !== this.#sent) this.#write(now);
    this.#inForce = now;
    if (this.open) void this.#count();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  /** As its author wrote it; the engine keeps no notes. */
  #textInForce(document: unknown): string {
    return this.own ?? prettyJson(document, kOrder);
  }

  #toggled(event: Event) {
    this.open = (event.target as HTMLDetailsElement).open;
    if (this.open) void this.#count();
  }

  /** Takes over a text; sentences follow where it is a program. */
  #write(text: string) {
    this.text = text;
    const document = documentOf(text);
    if (document) this.draft = document;
  }

  #change(document: Json) {
    this.draft = document;
    this.text = written(document);
    this.#countSoon();
  }

  #typed() {
    this.#write(this.field?.value ?? this.text);
    this.#countSoon();
  }

  #countSoon() {
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => void this.#count(), kPause);
  }

  /** Asks what the draft would come to; what changes meanwhile is asked at the end. */
  async #count() {
    this.#isLate = this.#asking;
    if (this.#asking) return;
    this.#asking = true;
    do {
      this.#isLate = false;
      await this.#ask();
    } while (this.#isLate);
    this.#asking = false;
  }

  async #ask() {
    const answer = await this.programs?.(this.draft);
    if (!answer || this.#isLate) return;
    this.would = 'trial' in answer ? answer.trial : null;
    this.refusal = 'error' in answer ? refusalOf(answer.error.detail) : null;
  }

  #put(text: string | null) {
    this.#sent = text;
    this.dispatchEvent(
      new CustomEvent('rg-program', {detail: text, bubbles: true, composed: true}),
    );
  }

  /** A program to begin with takes the place of the draft; nothing changes before it is applied. */
  #begin({target}: Event) {
    const name = kNames.find((known) => known === (target as HTMLSelectElement).value);
    if (name) this.#change(kTemplates[name] as Json);
  }

  #discard() {
    this.#write(this.#inForce ?? this.text);
    void this.#count();
  }

  #undo() {
    this.dispatchEvent(new CustomEvent('rg-back', {bubbles: true, composed: true}));
  }

  #error() {
    const {error} = this.program;
    const {rewards, program} = this.locale.words;
    if (error) {
      const says =
        error.code === 'invalid_json'
          ? rewards.wrongJson(error.detail)
          : rewards.refusedProgram(error.detail);
      return html`<p class="error" id="error" role="alert">${says}</p>`;
    }
    const {refusal} = this;
    // What belongs to a rule, a tier or the terms of points is said there.
    const isSaidThere =
      isWithin(refusal, ['points']) ||
      isWithin(refusal, ['tiers']) ||
      listOf(this.draft, ['rules']).some((_, place) => isWithin(refusal, ['rules', place]));
    return refusal && !isSaidThere
      ? html`<p class="error">
          ${program.refused(refusal.path === '' ? refusal.what : `${refusal.path}: ${refusal.what}`)}
        </p>`
      : nothing;
  }

  #beginning() {
    const {club, program} = this.locale.words;
    return html`<div class="begin">
      <label>
        ${club.begin}
        <select id="template" @change=${(event: Event) => this.#begin(event)}>
          <option value="">${club.beginNone}</option>
          ${kNames.map((name) => html`<option value=${name}>${club.templates[name]}</option>`)}
        </select>
      </label>
      <label>
        ${program.name}
        ${textField(textAt(this.draft, ['name']), {label: program.name, field: 'name'}, (name) =>
          this.#change(withPart(this.draft, ['name'], name)),
        )}
      </label>
    </div>`;
  }

  #sentences(report: Report) {
    const {draft, locale, refusal, would} = this;
    const currency = report.intake.currency ?? '';
    const isBroken = documentOf(this.text) === null;
    const change = (event: CustomEvent<Json>) => this.#change(event.detail);
    return html`<fieldset ?disabled=${isBroken}>
      <legend class="unseen">${locale.words.rewards.edit}</legend>
      ${this.#beginning()}
      ${isBroken ? html`<p class="refused">${locale.words.program.noSentences}</p>` : nothing}
      <div ?hidden=${isBroken}>
        <rg-reward-rules
          .locale=${locale}
          .document=${draft}
          .would=${would?.rewards ?? null}
          .refusal=${refusal}
          .products=${this.#products}
          .currency=${currency}
          @rg-draft=${change}
        ></rg-reward-rules>
        <rg-earn-rules
          .locale=${locale}
          .document=${draft}
          .would=${would?.rewards.points ?? null}
          .refusal=${refusal}
          .products=${this.#products}
          .currency=${currency}
          @rg-draft=${change}
        ></rg-earn-rules>
        <rg-tier-ladder
          .locale=${locale}
          .document=${draft}
          .would=${would?.rewards.points ?? null}
          .refusal=${refusal}
          .currency=${currency}
          @rg-draft=${change}
        ></rg-tier-ladder>
      </div>
    </fieldset>`;
  }

  #json() {
    const {rewards, program} = this.locale.words;
    const {error} = this.program;
    return html`<details class="json">
      <summary>${program.asJson}</summary>
      <label for="program">${rewards.field}</label>
      <textarea
        class="text"
        id="program"
        spellcheck="false"
        autocomplete="off"
        aria-invalid=${error !== null}
        aria-describedby=${error ? 'error' : nothing}
        .value=${this.text}
        @input=${() => this.#typed()}
      ></textarea>
    </details>`;
  }

  #foot() {
    const {rewards, program} = this.locale.words;
    const {busy} = this.program;
    return html`<div class="foot">
      <button class="primary apply" ?disabled=${busy} @click=${() => this.#put(this.text)}>
        ${busy ? rewards.applying : rewards.apply}
      </button>
      <button
        class="discard"
        ?disabled=${busy || this.#isUnchanged()}
        @click=${() => this.#discard()}
      >
        ${program.discard}
      </button>
      <button class="undo" ?disabled=${busy || !this.undoable} @click=${() => this.#undo()}>
        ${rewards.undo}
      </button>
      <button class="reset quiet" ?disabled=${busy} @click=${() => this.#put(null)}>
        ${rewards.reset}
      </button>
    </div>`;
  }

  #isUnchanged(): boolean {
    const document = documentOf(this.text);
    return document !== null && isSame(document, documentOf(this.#inForce ?? ''));
  }

  #inside(report: Report) {
    const {program} = this.locale.words;
    return html`<p class="how">${program.how}</p>
      ${this.#sentences(report)} ${this.#json()}
      <div class="effect">
        ${
          this.would
            ? html`<rg-program-effect
                .locale=${this.locale}
                .trial=${this.would}
              ></rg-program-effect>`
            : this.refusal
              ? html`<p class="refused">${program.refused(this.refusal.what)}</p>`
              : html`<p class="soft">${program.counting}</p>`
        }
      </div>
      ${this.#error()} ${this.#foot()}`;
  }

  override render() {
    const {report} = this;
    if (!report) return nothing;
    return html`<details class="editor" @toggle=${(event: Event) => this.#toggled(event)}>
      <summary>${this.locale.words.rewards.edit}</summary>
      ${this.open ? this.#inside(report) : nothing}
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-program-editor': RgProgramEditor;
  }
}
