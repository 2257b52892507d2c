import {LitElement, css, html, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {ladder, type Counts, type Rung} from '../charts/ladder.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';

/** The reconciliation ladder, kept like a ledger: a sum, what is taken off, the next sum. */
@customElement('rg-ladder')
export class RgLadder extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }
      table {
        font-size: var(--text-m);
      }
      td,
      tbody th {
        border: 0;
        padding: 4px 8px;
        vertical-align: middle;
        font-size: inherit;
      }
      tbody th {
        font-weight: 400;
        width: 52%;
      }
      .sum th,
      .sum .number {
        font-weight: 650;
      }
      tr.sum {
        border-top: 1px solid var(--line-strong);
      }
      tr.sum td,
      tr.sum th {
        padding-top: 8px;
      }
      tr.sum:first-child {
        border-top: 0;
      }
      .less th,
      .part th {
        padding-left: var(--space-5);
      }
      .less,
      .part {
        color: var(--ink-soft);
        font-size: var(--text-s);
      }
      .number {
        width: 5rem;
      }
      svg {
        display: block;
        width: 100%;
        height: 10px;
      }
      rect {
        fill: var(--ramp-4);
      }
      .less rect {
        fill: var(--warn);
      }
      .part rect {
        fill: var(--ramp-2);
      }
      @container (max-width: 400px) {
        .bar {
          display: none;
        }
        tbody th {
          width: auto;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is counted. */
  @property({attribute: false}) counts: Counts | null = null;

  #rung({step, amount, kind, share}: Rung) {
    const {words, format} = this.locale;
    const sign = kind === 'less' && amount > 0 ? '−' : '';
    return html`<tr class=${kind} data-step=${step}>
      <th scope="row">${words.health.ladder[step]}</th>
      <td class="number">${sign}${format.number(amount)}</td>
      <td class="bar">
        ${svg`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width=${100 * share} height="10" /></svg>`}
      </td>
    </tr>`;
  }

  override render() {
    const rungs = this.counts ? ladder(this.counts) : [];
    return html`<table>
      <tbody>
        ${rungs.map((rung) => this.#rung(rung))}
      </tbody>
    </table>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-ladder': RgLadder;
  }
}
