import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {segmentName} from '../i18n/segment-name.js';
import type {Counts, Since, SinceCount, SinceFigure, Turn} from '../state/snapshot.js';
import {base} from '../styles/base.js';

/** What changed since the project was saved: each figure then and now, with the counts behind both. */
@customElement('rg-since')
export class RgSince extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }
      table {
        font-variant-numeric: tabular-nums;
      }
      td small {
        display: block;
        font-size: var(--text-xs);
        color: var(--ink-faint);
      }
      tbody th {
        font-weight: 600;
      }
      tbody th,
      td {
        vertical-align: baseline;
      }
      .then {
        color: var(--ink-soft);
      }
      td.change {
        width: 12rem;
      }
      .two {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--space-5) var(--space-7);
        margin-top: var(--space-5);
        align-items: start;
      }
      .two td.change {
        width: 8.5rem;
      }
      h3 {
        font-size: var(--text-s);
      }
      .pill {
        margin-left: 6px;
      }
      .note {
        margin-top: var(--space-4);
        font-size: var(--text-xs);
        color: var(--ink-soft);
        max-width: 92ch;
      }
      @container (max-width: 720px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
        th,
        td {
          padding: 7px 4px;
        }
        td.change,
        .two td.change {
          width: auto;
        }
        .pill {
          margin: 2px 0 0;
          display: table;
          margin-left: auto;
        }
        .figures,
        .figures :is(thead, tbody) {
          display: block;
        }
        .figures tr {
          display: grid;
          grid-template-columns: 1fr 1fr minmax(6.2rem, 1fr);
          padding: var(--space-2) 0;
          border-top: 1px solid var(--line);
        }
        .figures thead tr {
          border: 0;
          padding: 0;
        }
        .figures :is(th, td) {
          border: 0;
          padding: 0;
        }
        .figures th[scope='row'],
        .figures th:first-child {
          grid-column: 1 / -1;
        }
        .figures thead th:first-child {
          display: none;
        }
        .figures :is(th, td).number:nth-child(2) {
          text-align: left;
        }
        .figures td.number {
          white-space: normal;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What changed. */
  @property({attribute: false}) since: Since | null = null;

  #pill(turn: Turn) {
    if (turn === null) return nothing;
    const tone = turn === 'better' ? '' : 'bad';
    return html`<span class="pill ${tone}">${this.locale.words.since.turn[turn]}</span>`;
  }

  #value({kind}: SinceFigure, value: number): string {
    const {format} = this.locale;
    if (kind === 'share') return format.percent(value);
    return kind === 'money' ? format.money(value) : format.number(value);
  }

  #counts({kind}: SinceFigure, counts: Counts | null) {
    if (!counts) return nothing;
    const {words, format} = this.locale;
    const {numerator, denominator} = counts;
    const text =
      kind === 'money'
        ? words.since.perOrder(format.money(numerator), format.count(denominator))
        : words.figures.ofThem(format.count(numerator), format.count(denominator));
    return html`<small>${text}</small>`;
  }

  #change({kind, then, now}: SinceFigure): string {
    const {words, format} = this.locale;
    if (then === now) return words.since.same;
    if (kind === 'share') return words.since.points(format.signed(100 * (now - then)));
    return kind === 'count' ? format.signed(now - then, 0) : format.signedMoney(now - then);
  }

  #figure(figure: SinceFigure, days: string) {
    const {name, then, now, countsThen, countsNow, turn} = figure;
    return html`<tr data-figure=${name}>
      <th scope="row">${this.locale.words.since.figure[name](days)}</th>
      <td class="number then">${this.#value(figure, then)}${this.#counts(figure, countsThen)}</td>
      <td class="number">${this.#value(figure, now)}${this.#counts(figure, countsNow)}</td>
      <td class="number change">${this.#change(figure)}${this.#pill(turn)}</td>
    </tr>`;
  }

  #count<Name extends string>(
    {name, then, now, turn}: SinceCount<Name>,
    called: (name: Name) => string,
  ) {
    const {words, format} = this.locale;
    return html`<tr data-count=${name}>
      <th scope="row">${called(name)}</th>
      <td class="number then">${format.number(then)}</td>
      <td class="number">${format.number(now)}</td>
      <td class="number change">
        ${then === now ? words.since.same : format.signed(now - then, 0)}${this.#pill(turn)}
      </td>
    </tr>`;
  }

  #head(first: string) {
    const {then, now, change} = this.locale.words.since.columns;
    return html`<thead>
      <tr>
        <th scope="col">${first}</th>
        <th scope="col" class="number">${then}</th>
        <th scope="col" class="number">${now}</th>
        <th scope="col" class="number">${change}</th>
      </tr>
    </thead>`;
  }

  override render() {
    if (!this.since) return nothing;
    const {words, format} = this.locale;
    const {from, to, windowDays, figures, states, segments, otherMoney} = this.since;
    const {since, returns} = words;
    return html`<section class="card">
      <h2>${since.title(format.date(from))}</h2>
      <p class="how">${since.how(format.date(from), format.date(to))}</p>
      <table class="figures">
        ${this.#head(since.columns.figure)}
        <tbody>
          ${figures.map((figure) => this.#figure(figure, format.days(windowDays)))}
        </tbody>
      </table>
      <div class="two">
        <div>
          <h3>${since.statesTitle}</h3>
          <table class="states">
            ${this.#head(since.state)}
            <tbody>
              ${states.map((one) => this.#count(one, (name) => returns.rhythm.state[name]))}
            </tbody>
          </table>
        </div>
        <div>
          <h3>${since.segmentsTitle}</h3>
          ${
            segments
              ? html`<table class="segments">
                  ${this.#head(since.segment)}
                  <tbody>
                    ${segments.map((one) => this.#count(one, (name) => segmentName(words.segments, name)))}
                  </tbody>
                </table>`
              : html`<p class="how">${since.otherRules}</p>`
          }
        </div>
      </div>
      ${otherMoney ? html`<p class="note">${since.otherMoney}</p>` : nothing}
      <p class="note">${since.note}</p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-since': RgSince;
  }
}
