import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Merge} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import {base} from '../styles/base.js';

/** Shown before all are asked for. */
const kFirst = 12;

/**
 * Who was taken for one person, and by what.
 * @fires rg-apart - Detail: the sign, and whether it is to stay a customer of its own.
 */
@customElement('rg-merges')
export class RgMerges extends LitElement {
  static override styles = [
    base,
    css`
      input {
        width: min(22rem, 100%);
        margin-bottom: var(--space-2);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 2px var(--space-3);
        align-items: center;
        border-top: 1px solid var(--line);
        padding: var(--space-2) 0;
        font-size: var(--text-s);
      }
      li > div {
        overflow-wrap: anywhere;
      }
      .by {
        color: var(--ink-soft);
        font-size: var(--text-xs);
      }
      .apart b {
        color: var(--ink-soft);
        font-weight: 400;
      }
      b {
        font-weight: 600;
      }
      .all {
        margin-top: var(--space-2);
      }
    `,
  ];

  @state() private wanted = '';
  @state() private all = false;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** At most a thousand pairs. */
  @property({attribute: false}) merges: readonly Merge[] = [];
  /** Without the search: those of one person. */
  @property({type: Boolean}) bare = false;
  /** Pairs in all. */
  @property({type: Number}) total = 0;

  #apart(sign: string, apart: boolean) {
    this.dispatchEvent(
      new CustomEvent('rg-apart', {detail: {sign, apart}, bubbles: true, composed: true}),
    );
  }

  #fits({from, into, name}: Merge): boolean {
    const wanted = this.wanted.toLowerCase();
    return [from, into, name].some((text) => text.toLowerCase().includes(wanted));
  }

  #merge({from, into, name, by, apart}: Merge) {
    const {cleaning, frame} = this.locale.words;
    return html`<li class=${apart ? 'apart' : ''} data-sign=${from}>
      <div>
        <span title=${from}>${named(from)}</span>
        <span class="by">${apart ? '≠' : cleaning.mergeInto}</span>
        <b title=${into}>${named(into)}</b>
        <p class="by">
          ${name ? html`${named(name)}${frame.dot}` : nothing}${cleaning.mergeBy[by]}
        </p>
      </div>
      <button
        aria-label=${apart ? cleaning.togetherOf(named(from)) : cleaning.apartOf(named(from))}
        @click=${() => this.#apart(from, !apart)}
      >
        ${apart ? cleaning.together : cleaning.apart}
      </button>
    </li>`;
  }

  override render() {
    const {words, format} = this.locale;
    const {cleaning} = words;
    const found = this.merges.filter((merge) => this.#fits(merge));
    const shown = this.all ? found : found.slice(0, kFirst);
    return html`
      ${
        this.bare
          ? nothing
          : html`<input
              type="search"
              aria-label=${cleaning.mergeSearch}
              placeholder=${cleaning.mergeSearch}
              @input=${(event: InputEvent) =>
                (this.wanted = (event.target as HTMLInputElement).value.trim())}
            />`
      }
      ${
        this.total > this.merges.length
          ? html`<p class="small soft">
              ${cleaning.mergesLimit(format.count(this.merges.length))}
            </p>`
          : nothing
      }
      ${found.length === 0 ? html`<p class="soft small">${cleaning.noMerge}</p>` : nothing}
      <ul>
        ${repeat(
          shown,
          ({from}) => from,
          (merge) => this.#merge(merge),
        )}
      </ul>
      ${
        found.length > kFirst
          ? html`<button class="quiet all" @click=${() => (this.all = !this.all)}>
              ${this.all ? words.frame.showLess : words.frame.showAll(format.count(found.length))}
            </button>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-merges': RgMerges;
  }
}
