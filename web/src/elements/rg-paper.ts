import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Report} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {kLongestText, kLongestTitle, type PaperStep, type Pin} from '../state/pins.js';
import {kNoSettings, type Settings} from '../state/settings.js';
import {base} from '../styles/base.js';
import {icon} from './icons.js';
import {paperFigure, isFigure} from './paper-figures.js';
import {paperFile} from './paper-file.js';
import {pieceOf} from './paper-pieces.js';
import {paperStyles} from './paper.styles.js';
import {pinName} from './pin-name.js';

/**
 * The report on paper: what is pinned, in its order, as it will be printed or handed on.
 * @fires rg-paper - Detail: the step.
 * @fires rg-save-paper - Detail: the text of a file with the report.
 */
@customElement('rg-paper')
export class RgPaper extends LitElement {
  static override styles = [
    base,
    paperStyles,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        align-items: center;
      }
      .words {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
        gap: var(--space-3);
        margin: var(--space-3) 0;
      }
      label {
        font-size: var(--text-xs);
        color: var(--ink-soft);
      }
      input,
      textarea {
        display: block;
        width: 100%;
        margin-top: 2px;
        resize: vertical;
      }
      .sheet {
        max-width: 880px;
        margin-top: var(--space-5);
        padding: clamp(16px, 4vw, 44px);
      }
      .ways {
        display: flex;
        gap: 2px;
        float: right;
        /* No higher than the line it stands in. */
        margin: -6px 0 -2px;
      }
      .figure .value {
        clear: right;
      }
      .ways button {
        min-height: 24px;
        padding: 4px;
        border-color: transparent;
        background: none;
        color: var(--ink-faint);
      }
      .ways button:hover {
        background: var(--sunk);
        color: var(--ink);
      }
      .ways svg.icon {
        width: 15px;
        height: 15px;
      }
      .ways [aria-disabled='true'] {
        opacity: 0.35;
        cursor: default;
      }
      .empty button {
        margin-top: var(--space-4);
      }
      @media (max-width: 620px) {
        .words {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media print {
        .tools,
        .words,
        .ways {
          display: none;
        }
        .sheet {
          margin: 0;
          padding: 0;
          border: 0;
          background: none;
          max-width: none;
        }
      }
    `,
  ];

  @query('article') private sheet!: HTMLElement | null;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) report: Report | null = null;
  /** What is pinned, and how customers are divided. */
  @property({attribute: false}) settings: Settings = kNoSettings;
  /** What the shop is called. */
  @property() name = '';

  #step(detail: PaperStep) {
    this.dispatchEvent(new CustomEvent('rg-paper', {detail, bubbles: true, composed: true}));
  }

  /** The keyboard stays with a piece that is moved, and goes to its neighbour when it is taken off. */
  async #move(pin: Pin, way: 'before' | 'behind' | 'off') {
    const {pins} = this.settings.paper;
    const place = pins.indexOf(pin);
    if (way === 'off') this.#step({did: 'unpinned', pin});
    else this.#step({did: 'moved', pin, by: way === 'before' ? -1 : 1});
    const next = way === 'off' ? (pins[place + 1] ?? pins[place - 1]) : pin;
    await new Promise((resolve) => setTimeout(resolve));
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLElement>(
      next ? `[data-pin='${next}'] [data-way='${way}']` : '.empty button',
    );
    found?.focus();
  }

  #save() {
    const {sheet} = this;
    if (!sheet) return;
    const detail = paperFile(sheet, this.locale.code, this.#title());
    this.dispatchEvent(new CustomEvent('rg-save-paper', {detail, bubbles: true, composed: true}));
  }

  #title(): string {
    return this.settings.paper.title || this.locale.words.paper.title;
  }

  #written(part: {title?: string; text?: string}) {
    const {title, text} = this.settings.paper;
    this.#step({did: 'written', title, text, ...part});
  }

  #tools() {
    const {paper} = this.locale.words;
    const {title, text} = this.settings.paper;
    return html`<div class="tools">
        <button class="primary print" title=${paper.printHow} @click=${() => print()}>
          ${icon('print')}${paper.print}
        </button>
        <button class="save" title=${paper.saveHow} @click=${() => this.#save()}>
          ${icon('downloads')}${paper.save}
        </button>
        <span class="small soft">
          ${paper.pieces(this.locale.format.count(this.settings.paper.pins.length))}
        </span>
      </div>
      <div class="words">
        <label
          >${paper.ownTitle}
          <input
            dir="auto"
            maxlength=${kLongestTitle}
            placeholder=${paper.ownTitleHint}
            .value=${title}
            @change=${(event: Event) => this.#written({title: (event.target as HTMLInputElement).value})}
          />
        </label>
        <label
          >${paper.ownText}
          <textarea
            dir="auto"
            rows="2"
            maxlength=${kLongestText}
            placeholder=${paper.ownTextHint}
            .value=${text}
            @change=${(event: Event) => this.#written({text: (event.target as HTMLTextAreaElement).value})}
          ></textarea>
        </label>
      </div>`;
  }

  #ways(pin: Pin, place: number, all: number) {
    const {paper} = this.locale.words;
    const name = pinName(pin, this.locale);
    const way = (
      to: 'before' | 'behind' | 'off',
      sign: 'before' | 'after' | 'close',
      isIdle: boolean,
    ) =>
      html`<button
        data-way=${to}
        aria-label=${paper[to](name)}
        title=${paper[to](name)}
        aria-disabled=${isIdle ? 'true' : 'false'}
        @click=${() => !isIdle && this.#move(pin, to)}
      >
        ${icon(sign)}
      </button>`;
    return html`<div class="ways" data-tool>
      ${way('before', 'before', place === 0)} ${way('behind', 'after', place === all - 1)}
      ${way('off', 'close', false)}
    </div>`;
  }

  #figure(pin: Pin, report: Report, ways: unknown) {
    const {words} = this.locale;
    const figure = isFigure(pin) ? paperFigure(pin, report, this.locale) : null;
    if (!figure) return this.#missing(pin, ways);
    const {name, value, unit, reason, under, what, counted} = figure;
    return html`<section class="piece figure" data-pin=${pin}>
      ${ways}
      <h3>${name}</h3>
      ${
        value === null
          ? html`<p class="how">${reason}</p>`
          : html`<p class="value">${value}${unit ? html` <small>${unit}</small>` : nothing}</p>
              ${under ? html`<p class="under">${under}</p>` : nothing}`
      }
      <p class="note">
        ${what}
        ${value === null || counted.length === 0 ? nothing : [words.paper.counted, ' ', counted.join(' ')]}
      </p>
    </section>`;
  }

  #missing(pin: Pin, ways: unknown) {
    return html`<section class="piece" data-pin=${pin}>
      ${ways}
      <h3>${pinName(pin, this.locale)}</h3>
      <p class="how">${this.locale.words.paper.notNow}</p>
    </section>`;
  }

  #piece(pin: Pin, place: number, report: Report) {
    const ways = this.#ways(pin, place, this.settings.paper.pins.length);
    if (isFigure(pin)) return this.#figure(pin, report, ways);
    const piece = pieceOf(pin, report, this.settings, this.locale);
    if (!piece) return this.#missing(pin, ways);
    const {title, how, body, notes = []} = piece;
    return html`<section class="piece" data-pin=${pin}>
      ${ways}
      <h3>${title}</h3>
      ${how ? html`<p class="how">${how}</p>` : nothing}
      <div class="held" tabindex="0" role="group" aria-label=${title}>${body}</div>
      ${notes.map((note) => html`<p class="note">${note}</p>`)}
    </section>`;
  }

  #empty() {
    const {paper} = this.locale.words;
    return html`<section class="card empty">
      <h2>${paper.nothing}</h2>
      <p class="how">${paper.nothingHow}</p>
      <button class="primary usual" @click=${() => this.#step({did: 'usual'})}>
        ${icon('pin')}${paper.usual}
      </button>
    </section>`;
  }

  override render() {
    const {report} = this;
    if (!report) return nothing;
    const {words, format} = this.locale;
    const {pins, text} = this.settings.paper;
    if (pins.length === 0) return this.#empty();
    return html`${this.#tools()}
      <div class="card sheet">
        <article>
          <div class="top">
            <h2 dir="auto">${this.#title()}</h2>
            <p class="of">
              <bdi>${this.name}</bdi
              >${words.frame.dot}${words.frame.asOf(format.date(report.metrics.as_of))}
            </p>
            ${text ? html`<p class="own" dir="auto">${text}</p>` : nothing}
          </div>
          ${repeat(
            pins,
            (pin) => pin,
            (pin, place) => this.#piece(pin, place, report),
          )}
          <p class="end-note">${words.paper.privacy} ${words.paper.made}</p>
        </article>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-paper': RgPaper;
  }
}
