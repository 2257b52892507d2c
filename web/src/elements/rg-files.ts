import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {FileIntake, Intake} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import {shownName} from '../state/settings.js';
import {base} from '../styles/base.js';

/** What is told of the rows around a table, from how many on: a heading of its own surprises nobody. */
const kStructural = [
  ['header', 2],
  ['totals', 1],
  ['other', 1],
] as const;
const kTables = ['customers', 'products', 'events', 'rewards'] as const;

/**
 * What each file was taken for, one sentence each, and what was left out.
 * @fires rg-match - Detail: the name of the file that was taken for something else.
 */
@customElement('rg-files')
export class RgFiles extends LitElement {
  static override styles = [
    base,
    css`
      .card {
        padding: var(--space-2) clamp(16px, 2.4vw, 24px);
      }
      li {
        display: flex;
        gap: var(--space-1) var(--space-4);
        align-items: flex-start;
        justify-content: space-between;
        padding: var(--space-3) 0;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      .text {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      b {
        font-weight: 600;
        font-size: var(--text-s);
      }
      .more {
        font-size: var(--text-s);
        color: var(--ink-soft);
        max-width: 78ch;
      }
      .warn {
        color: var(--warn);
      }
      button {
        flex: none;
        white-space: nowrap;
        margin: -2px -8px 0 0;
      }
      summary {
        cursor: pointer;
        width: fit-content;
      }
      .skipped {
        padding: var(--space-2) 0 var(--space-1);
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What was read. */
  @property({attribute: false}) intake: Intake | null = null;
  /** Names of the tables that can be matched anew. */
  @property({attribute: false}) matchable: readonly string[] = [];

  #match(name: string, place: number) {
    this.dispatchEvent(
      new CustomEvent('rg-match', {detail: {name, place}, bubbles: true, composed: true}),
    );
  }

  #sentence(file: FileIntake, intake: Intake): string {
    const {words, format} = this.locale;
    const kind =
      file.profile === 'generic'
        ? words.files.plain[file.kind]
        : words.health.profile(file.profile);
    const {first_day: first, last_day: last} = file;
    const days = first && last ? words.files.days(format.date(first), format.date(last)) : '';
    const rows = format.count(file.rows_kept);
    if (file.kind !== 'orders') return words.files.table[file.kind](kind, rows);
    if (intake.files.length > 1) return words.files.lines(kind, rows, days);
    const {orders, customers} = intake;
    return words.files.orders(kind, rows, format.count(orders), format.count(customers), days);
  }

  #left({structural, replaced_characters: replaced}: FileIntake) {
    const {words, format} = this.locale;
    const parts = kStructural
      .filter(([part, least]) => structural[part] >= least)
      .map(([part]) => words.files.structuralPart[part](format.count(structural[part])));
    return html`
      ${parts.length > 0 ? html`<p class="more">${words.files.structural(parts)}</p>` : nothing}
      ${
        replaced > 0
          ? html`<p class="more warn">${words.files.replaced(format.count(replaced))}</p>`
          : nothing
      }
    `;
  }

  #file(file: FileIntake, index: number, intake: Intake) {
    const {files} = this.locale.words;
    const place = intake.files.slice(0, index).filter(({name}) => name === file.name).length;
    const shown = shownName({name: named(file.name), place});
    return html`<li data-file=${file.name}>
      <div class="text">
        <b title=${file.name}>${shown}</b>
        <p class="sentence">${this.#sentence(file, intake)}</p>
        ${file.notes.map((note) => html`<p class="more">${files.note[note]}</p>`)}
        ${this.#left(file)}
      </div>
      ${
        this.matchable.includes(file.name)
          ? html`<button
              class="quiet"
              aria-label=${files.notRightOf(shown)}
              @click=${() => this.#match(file.name, place)}
            >
              ${files.notRight}
            </button>`
          : nothing
      }
    </li>`;
  }

  #tables({tables}: Intake) {
    const {words, format} = this.locale;
    const parts = kTables
      .filter((table) => tables[table] > 0)
      .map((table) => words.files.tablesPart[table](format.count(tables[table])));
    return parts.length > 0
      ? html`<li><p class="more tables">${words.files.tables(parts)}</p></li>`
      : nothing;
  }

  #skipped({skipped}: Intake) {
    const {words, format} = this.locale;
    if (skipped.length === 0) return nothing;
    const say = (name: string, reason: (typeof skipped)[number]['reason']) =>
      words.trouble.error[reason]({file: named(name), line: 0, column: 0, detail: ''});
    return html`<li>
      <details class="more">
        <summary>${words.files.skippedTitle(format.count(skipped.length))}</summary>
        <ul>
          ${skipped.map(({name, reason}) => html`<li class="skipped">${say(name, reason)}</li>`)}
        </ul>
      </details>
    </li>`;
  }

  override render() {
    const {intake} = this;
    if (!intake) return nothing;
    return html`<section class="card" aria-label=${this.locale.words.files.title}>
      <ul>
        ${intake.files.map((file, index) => this.#file(file, index, intake))}
        ${this.#tables(intake)} ${this.#skipped(intake)}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-files': RgFiles;
  }
}
