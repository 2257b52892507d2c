import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {CustomerRow} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import type {Remark, RemarkStep} from '../state/remarks.js';
import {base} from '../styles/base.js';

/** Tells under which customer of the files each remark is found, by `Remark.customer`; those of nobody are missing. */
export type RemarkSource = () => Promise<ReadonlyMap<string, CustomerRow>>;

/**
 * All notes and tags that the project keeps.
 * @fires rg-open - Detail: the row to open.
 * @fires rg-remark - Detail: a remark that says nothing any more.
 * @fires rg-view - Detail: the tag whose customers are to be listed.
 */
@customElement('rg-remarks')
export class RgRemarks extends LitElement {
  static override styles = [
    base,
    css`
      details {
        margin-top: var(--space-4);
        font-size: var(--text-s);
      }
      summary {
        width: fit-content;
        min-height: 24px;
        cursor: pointer;
        color: var(--ink-soft);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 2px var(--space-3);
        align-items: center;
        border-top: 1px solid var(--line);
        padding: var(--space-2) 0;
      }
      li > div {
        overflow-wrap: anywhere;
      }
      .note {
        color: var(--ink-soft);
        white-space: pre-line;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
      }
      button.who {
        padding: 2px 0;
        min-height: 24px;
        color: var(--accent);
      }
      .tag {
        min-height: 24px;
        padding: 1px 8px;
        border-radius: 99px;
        margin-right: 4px;
        font-size: var(--text-xs);
      }
      button.who,
      .tag {
        overflow-wrap: anywhere;
        text-align: left;
      }
    `,
  ];

  @state() private found: ReadonlyMap<string, CustomerRow> | null = null;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** All of them. */
  @property({attribute: false}) remarks: readonly Remark[] = [];
  /** Who is in the files; another one for each report. */
  @property({attribute: false}) source: RemarkSource | null = null;

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('source') || changed.has('remarks')) void this.#look();
  }

  /** An answer to an older question is dropped. */
  async #look() {
    const {source, remarks} = this;
    if (!source || remarks.length === 0) return;
    const found = await source();
    if (source === this.source && remarks === this.remarks) this.found = found;
  }

  #tell(name: string, detail: unknown) {
    this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
  }

  #remark({customer, note, tags}: Remark) {
    const {remarks} = this.locale.words;
    const row = this.found?.get(customer);
    const who = named(row?.name || customer);
    const nothingMore: RemarkStep = {customer, others: [], note: '', tags: []};
    return html`<li data-sign=${customer}>
      <div>
        ${
          row
            ? html`<button
                class="quiet who"
                aria-label=${remarks.open(who)}
                @click=${() => this.#tell('rg-open', row)}
              >
                ${who}
              </button>`
            : html`<b>${who}</b>`
        }
        ${this.found && !row ? html`<span class="pill plain gone">${remarks.gone}</span>` : nothing}
        ${tags.map(
          (tag) =>
            html`<button
              class="tag"
              aria-label=${remarks.tagged(named(tag))}
              @click=${() => this.#tell('rg-view', {tag})}
            >
              ${named(tag)}
            </button>`,
        )}
        ${note ? html`<p class="note">${note}</p>` : nothing}
      </div>
      <button
        class="quiet"
        aria-label=${remarks.forgetOf(who)}
        @click=${() => this.#tell('rg-remark', nothingMore)}
      >
        ${remarks.forget}
      </button>
    </li>`;
  }

  override render() {
    if (this.remarks.length === 0) return nothing;
    const {words, format} = this.locale;
    const {remarks} = words;
    return html`<details>
      <summary>${remarks.all(format.count(this.remarks.length))}</summary>
      <p class="how">${remarks.allHow}</p>
      <ul>
        ${this.remarks.map((remark) => this.#remark(remark))}
      </ul>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-remarks': RgRemarks;
  }
}
