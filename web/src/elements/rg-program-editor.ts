import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {Template} from '../i18n/club-words.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {kDefaultProgram, type ProgramState} from '../state/app-state.js';
import {base} from '../styles/base.js';
import {prettyJson} from './pretty-json.js';
import {kTemplates} from './program-templates.js';

/** How an author would order the fields of a program and of its rules. */
const kOrder = [
  ...['name', 'description', 'version', 'unit', 'mode', 'margin', 'id', 'on', 'event', 'when'],
  ...['tiers', 'points', 'times', 'amount', 'limit', 'rules'],
];
const kNames = Object.keys(kTemplates) as Template[];

/**
 * Where the reward program is edited.
 * @fires rg-program - Detail: the text to put in force; null for the default.
 * @fires rg-undo - The program before is wanted back.
 */
@customElement('rg-program-editor')
export class RgProgramEditor extends LitElement {
  static override styles = [
    base,
    css`
      details {
        border-top: 1px solid var(--line);
        padding-top: var(--space-3);
      }
      summary {
        cursor: pointer;
        font-weight: 600;
        font-size: var(--text-s);
        color: var(--accent);
        width: fit-content;
      }
      label {
        display: block;
        font-size: var(--text-s);
        font-weight: 600;
        margin: var(--space-3) 0 var(--space-1);
      }
      textarea {
        width: 100%;
        min-height: 15rem;
        font: 0.8125rem/1.55 var(--font-mono);
        resize: vertical;
        tab-size: 2;
        background: var(--sunk);
      }
      textarea[aria-invalid='true'] {
        border-color: var(--bad);
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

  @query('textarea') private field!: HTMLTextAreaElement | null;
  @state() private draft = '';
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The program in force, those before, and what was wrong with the last one. */
  @property({attribute: false}) program: ProgramState = kDefaultProgram;
  /** The program in force as the engine understood it. */
  @property({attribute: false}) document: unknown = null;

  protected override willUpdate(changed: PropertyValues<this>) {
    // A program that was refused stays as it was written, to be mended.
    if (changed.has('document'))
      this.draft = this.program.text ?? prettyJson(this.document, kOrder);
  }

  #apply() {
    this.draft = this.field?.value ?? this.draft;
    this.#put(this.draft);
  }

  #put(text: string | null) {
    this.dispatchEvent(
      new CustomEvent('rg-program', {detail: text, bubbles: true, composed: true}),
    );
  }

  /** A program to begin with is written into the field; nothing changes before it is applied. */
  #begin({target}: Event) {
    const name = kNames.find((known) => known === (target as HTMLSelectElement).value);
    if (name) this.draft = prettyJson(kTemplates[name], kOrder);
  }

  #undo() {
    this.dispatchEvent(new CustomEvent('rg-undo', {bubbles: true, composed: true}));
  }

  #error() {
    const {error} = this.program;
    if (!error) return nothing;
    const {rewards} = this.locale.words;
    const says =
      error.code === 'invalid_json'
        ? rewards.wrongJson(error.detail)
        : rewards.refusedProgram(error.detail);
    return html`<p class="error" id="error" role="alert">${says}</p>`;
  }

  override render() {
    const {rewards, club} = this.locale.words;
    const {busy, past, error} = this.program;
    return html`<details>
      <summary>${rewards.edit}</summary>
      <p class="how">${rewards.editHow}</p>
      <label for="template">${club.begin}</label>
      <select id="template" @change=${(event: Event) => this.#begin(event)}>
        <option value="">${club.beginNone}</option>
        ${kNames.map((name) => html`<option value=${name}>${club.templates[name]}</option>`)}
      </select>
      <label for="program">${rewards.field}</label>
      <textarea
        id="program"
        spellcheck="false"
        autocomplete="off"
        aria-invalid=${error !== null}
        aria-describedby=${error ? 'error' : nothing}
        .value=${this.draft}
      ></textarea>
      ${this.#error()}
      <div class="foot">
        <button class="primary apply" ?disabled=${busy} @click=${() => this.#apply()}>
          ${busy ? rewards.applying : rewards.apply}
        </button>
        <button class="undo" ?disabled=${busy || past.length === 0} @click=${() => this.#undo()}>
          ${rewards.undo}
        </button>
        <button class="reset quiet" ?disabled=${busy} @click=${() => this.#put(null)}>
          ${rewards.reset}
        </button>
      </div>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-program-editor': RgProgramEditor;
  }
}
