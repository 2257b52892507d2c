import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import {
  kLongestNote,
  kLongestTag,
  tidyTag,
  type Remark,
  type RemarkStep,
} from '../state/remarks.js';
import {base} from '../styles/base.js';
import {chip} from '../styles/chip.js';
import {icon} from './icons.js';

/**
 * Note and tags of one customer.
 * @fires rg-remark - Detail: what is said of the customer now.
 */
@customElement('rg-remark')
export class RgRemark extends LitElement {
  static override styles = [
    base,
    chip,
    css`
      .tags {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
        margin-bottom: var(--space-3);
      }
      form {
        display: flex;
        gap: var(--space-1);
      }
      form input {
        width: 12rem;
      }
      label {
        font-size: var(--text-xs);
        color: var(--ink-soft);
        display: block;
        margin-bottom: 2px;
      }
      textarea {
        width: 100%;
        min-height: 4.5rem;
        resize: vertical;
      }
      .kept {
        font-size: var(--text-xs);
        color: var(--ink-faint);
      }
      .printed {
        display: none;
      }
      @media print {
        form,
        .tag svg,
        label,
        textarea,
        .kept {
          display: none;
        }
        button.tag {
          display: inline-flex;
        }
        .printed {
          display: block;
          white-space: pre-wrap;
          font-size: var(--text-s);
        }
      }
    `,
  ];

  @query('form input') private field!: HTMLInputElement | null;
  @state() private note = '';
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The customer's own sign. */
  @property() customer = '';
  /** Other signs of the same person. */
  @property({attribute: false}) others: readonly string[] = [];
  /** What was said before; null: nothing. */
  @property({attribute: false}) remark: Remark | null = null;
  /** Tags of other customers, to choose from. */
  @property({attribute: false}) known: readonly string[] = [];
  /** The files are being looked at anew: nothing can be changed now. */
  @property({type: Boolean}) busy = false;

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('remark') || changed.has('customer')) this.note = this.remark?.note ?? '';
  }

  /** Keeps what was typed last, note and tag, before the element goes. */
  commit() {
    const before = this.remark?.tags ?? [];
    const tag = tidyTag(this.field?.value ?? '');
    const tags = tag && !before.includes(tag) ? [...before, tag] : before;
    if (this.field) this.field.value = '';
    if (tags !== before || this.note.trim() !== (this.remark?.note ?? '')) this.#say({tags});
  }

  /** A tag that is half typed stays. */
  #left() {
    if (this.note.trim() !== (this.remark?.note ?? '')) this.#say({});
  }

  /** Whoever saves the project by its key has not left the field yet. */
  #pressed(event: KeyboardEvent) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') this.commit();
  }

  #say(part: Partial<Remark>) {
    const {customer, others, note} = this;
    const detail: RemarkStep = {customer, others, note, tags: this.remark?.tags ?? [], ...part};
    this.dispatchEvent(new CustomEvent('rg-remark', {detail, bubbles: true, composed: true}));
  }

  #add(event: SubmitEvent) {
    event.preventDefault();
    this.commit();
  }

  #tag(tag: string) {
    const {remarks} = this.locale.words;
    return html`<button
      class="tag chip"
      aria-label=${remarks.removeTag(named(tag))}
      ?disabled=${this.busy}
      @click=${() => this.#say({tags: (this.remark?.tags ?? []).filter((one) => one !== tag)})}
    >
      ${tag}${icon('close')}
    </button>`;
  }

  override render() {
    const {remarks} = this.locale.words;
    const tags = this.remark?.tags ?? [];
    const others = this.known.filter((tag) => !tags.includes(tag));
    return html`
      <div class="tags">
        ${tags.map((tag) => this.#tag(tag))}
        <form @submit=${(event: SubmitEvent) => this.#add(event)}>
          <input
            list="known"
            autocomplete="off"
            aria-label=${remarks.addTag}
            placeholder=${remarks.tagHint}
            maxlength=${kLongestTag}
            ?disabled=${this.busy}
          />
          <datalist id="known">
            ${others.map((tag) => html`<option value=${tag}></option>`)}
          </datalist>
          <button ?disabled=${this.busy}>${remarks.addTag}</button>
        </form>
      </div>
      <label for="note">${remarks.note}</label>
      <textarea
        id="note"
        maxlength=${kLongestNote}
        placeholder=${remarks.noteHint}
        .value=${this.note}
        ?disabled=${this.busy}
        @input=${(event: Event) => (this.note = (event.target as HTMLTextAreaElement).value)}
        @change=${() => this.#left()}
        @keydown=${(event: KeyboardEvent) => this.#pressed(event)}
      ></textarea>
      ${this.note ? html`<p class="printed">${this.note}</p>` : nothing}
      <p class="kept">${remarks.kept}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-remark': RgRemark;
  }
}
