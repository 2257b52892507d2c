import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {FileIntake, Intake} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import type {Ready} from '../state/app-state.js';
import {kNoSettings, type Settings} from '../state/settings.js';
import {base} from '../styles/base.js';
import './rg-cleaning.js';
import './rg-issues.js';
import './rg-ladder.js';
import './rg-lost-mends.js';
import './rg-merges.js';
import {pinButton} from './rg-pin.js';
import './rg-rates.js';
import './rg-rejects.js';
import type {RejectSource} from './rg-rejects.js';

/** Whether the figures can be trusted: the ladder, what was cleaned, what was left out, and how each file was understood. */
@customElement('rg-health')
export class RgHealth extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--space-5);
        align-items: start;
      }
      .note {
        font-size: var(--text-s);
        color: var(--ink-soft);
        margin-top: var(--space-3);
      }
      details {
        margin-top: var(--space-3);
        font-size: var(--text-s);
      }
      summary {
        cursor: pointer;
        color: var(--ink-soft);
        width: fit-content;
      }
      td,
      tbody th {
        overflow-wrap: anywhere;
      }
      tbody th {
        font-weight: 600;
      }
      @container (max-width: 600px) {
        .files,
        .files > tbody {
          display: block;
        }
        .files > thead {
          display: none;
        }
        .files > tbody > tr {
          display: grid;
          grid-template-columns: repeat(3, auto);
          gap: 4px var(--space-3);
          border-top: 1px solid var(--line);
          padding: var(--space-3) 0;
        }
        .files > tbody > tr > * {
          border: 0;
          padding: 0;
        }
        .files > tbody > tr > :not(.number) {
          grid-column: 1 / -1;
        }
        .files > tbody > tr > .number {
          text-align: left;
        }
        .files > tbody > tr > .number::before {
          content: attr(data-label) ' ';
          color: var(--ink-faint);
          font-size: var(--text-xs);
        }
      }
      @container (max-width: 800px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) ready: Ready | null = null;
  /** What was decided. */
  @property({attribute: false}) settings: Settings = kNoSettings;
  /** Where rows that were left out come from. */
  @property({attribute: false}) rejects: RejectSource | null = null;

  #notes(intake: Intake) {
    const {words, format} = this.locale;
    const {health} = words;
    const {refunded, orders_without_customer: guests, revenue_without_customer: revenue} = intake;
    return html`
      ${refunded > 0 ? html`<p class="note">${health.refunded(format.money(refunded))}</p>` : nothing}
      ${guests > 0 && intake.revenue !== null ? html`<p class="note">${health.guests(format.count(guests), format.money(revenue))}</p>` : nothing}
    `;
  }

  #statuses({status_lines: lines}: Intake) {
    const {words, format} = this.locale;
    const found = Object.entries(lines).filter(([, count]) => count > 0);
    if (found.length < 2) return nothing;
    return html`<details class="statuses">
      <summary>${words.health.statusTitle}</summary>
      <table>
        <tbody>
          ${found.map(
            ([status, count]) =>
              html`<tr>
                <th scope="row">${words.health.status(status)}</th>
                <td class="number">${format.number(count)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
  }

  #columns({columns}: FileIntake) {
    const {health} = this.locale.words;
    return html`<details>
      <summary>${health.columnsTitle}</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">${health.columnsRead.role}</th>
              <th scope="col">${health.columnsRead.header}</th>
              <th scope="col">${health.columnsRead.reason}</th>
            </tr>
          </thead>
          <tbody>
            ${columns.map(
              ({role, header, column, reason}) =>
                html`<tr>
                  <th scope="row">${health.role(role)}</th>
                  <td>${header || health.position(String(column))}</td>
                  <td>${health.reason[reason]}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  #file(file: FileIntake) {
    const {words, format} = this.locale;
    const {health, frame} = words;
    const written = [file.encoding.toUpperCase(), health.separator(file.dialect.delimiter)].join(
      frame.dot,
    );
    return html`<tr>
      <th scope="row">${file.name}</th>
      <td>${health.profile(file.profile)}${this.#columns(file)}</td>
      <td>${written}</td>
      <td class="number" data-label=${health.fileColumns.read}>${format.number(file.rows_read)}</td>
      <td class="number" data-label=${health.fileColumns.kept}>${format.number(file.rows_kept)}</td>
      <td class="number" data-label=${health.fileColumns.rejected}>
        ${format.number(file.rows_rejected)}
      </td>
    </tr>`;
  }

  #files({files}: Intake) {
    const {fileColumns} = this.locale.words.health;
    return html`<div class="scroll">
      <table class="files">
        <thead>
          <tr>
            <th scope="col">${fileColumns.file}</th>
            <th scope="col">${fileColumns.kind}</th>
            <th scope="col">${fileColumns.encoding}</th>
            <th scope="col" class="number">${fileColumns.read}</th>
            <th scope="col" class="number">${fileColumns.kept}</th>
            <th scope="col" class="number">${fileColumns.rejected}</th>
          </tr>
        </thead>
        <tbody>
          ${files.map((file) => this.#file(file))}
        </tbody>
      </table>
    </div>`;
  }

  /** What a rule deals with is told beside its switch. */
  #issues({report, cleaning}: Ready) {
    const {health} = this.locale.words;
    const dealt = (cleaning.effects ?? []).map(({kind}) => kind);
    const issues = report.intake.issues.filter(({kind}) => !dealt.includes(kind));
    return html`<section class="card">
      <h2>${health.issuesTitle}</h2>
      <p class="how">${health.issuesHow}</p>
      <rg-issues .locale=${this.locale} .issues=${issues}></rg-issues>
    </section>`;
  }

  #cleaning(ready: Ready) {
    const {cleaning} = this.locale.words;
    return html`<section class="card">
      <h2>${cleaning.title}</h2>
      <p class="how">${cleaning.how}</p>
      <rg-cleaning
        .locale=${this.locale}
        .intake=${ready.report.intake}
        .cleaning=${ready.cleaning}
      ></rg-cleaning>
    </section>`;
  }

  #merges({issues, merges}: Intake) {
    const {words, format} = this.locale;
    if (merges.length === 0) return nothing;
    const found = issues.find(({kind}) => kind === 'merged_customer')?.count ?? 0;
    const total = Math.max(found, merges.length);
    return html`<section class="card">
      <h2>${words.cleaning.mergesTitle(format.count(total))}</h2>
      <p class="how">${words.cleaning.mergesHow}</p>
      <rg-merges .locale=${this.locale} .merges=${merges} .total=${total}></rg-merges>
    </section>`;
  }

  #rates(intake: Intake) {
    if (intake.other_currencies.length === 0 && !this.settings.rates) return nothing;
    return html`<section class="card">
      <h2>${this.locale.words.cleaning.ratesTitle}</h2>
      <rg-rates .locale=${this.locale} .intake=${intake} .rates=${this.settings.rates}></rg-rates>
    </section>`;
  }

  #rejected({files}: Intake, {cleaning}: Ready) {
    const {words, format} = this.locale;
    const {mends, lost, refused} = cleaning;
    const rejected = files.reduce((total, {rows_rejected}) => total + rows_rejected, 0);
    const gone =
      lost.length > 0
        ? html`<rg-lost-mends .locale=${this.locale} .lost=${lost}></rg-lost-mends>`
        : nothing;
    if (rejected === 0 && mends.length === 0) return gone;
    return html`${gone}
      <section class="card">
        <h2>${words.rejects.title(format.count(rejected))}</h2>
        <p class="how">${words.rejects.how}</p>
        <rg-rejects
          .locale=${this.locale}
          .source=${this.rejects}
          .mends=${mends}
          .refused=${refused}
        ></rg-rejects>
      </section>`;
  }

  override render() {
    const {ready} = this;
    if (!ready) return nothing;
    const {health} = this.locale.words;
    const {intake} = ready.report;
    return html`<div class="stack">
      <div class="two">
        <div class="stack">
          <section class="card">
            <div class="head">
              <h2>${health.ladderTitle}</h2>
              ${pinButton('ladder', this.locale)}
            </div>
            <p class="how">${health.ladderHow}</p>
            <rg-ladder .locale=${this.locale} .counts=${intake}></rg-ladder>
            ${this.#notes(intake)} ${this.#statuses(intake)}
          </section>
          ${this.#rates(intake)} ${this.#merges(intake)}
        </div>
        <div class="stack">${this.#cleaning(ready)} ${this.#issues(ready)}</div>
      </div>
      ${this.#rejected(intake, ready)}
      <section class="card">
        <h2>${health.filesTitle}</h2>
        <p class="how">${health.filesHow}</p>
        ${this.#files(intake)}
      </section>
    </div>`;
  }
}

/** How a shop's data stand, in one word. */
export function gradeOf({issues, files}: Intake): 'clean' | 'minor' | 'look' {
  if (issues.length === 0) return 'clean';
  const read = files.reduce((total, {rows_read}) => total + rows_read, 0);
  const touched = issues.reduce(
    (total, {count, effect}) => total + (effect === 'kept' ? 0 : count),
    0,
  );
  return touched > 0.02 * read ? 'look' : 'minor';
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-health': RgHealth;
  }
}
