import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {AudienceCount, AudienceTarget, LeftOut} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import type {OpenAudience} from '../state/app-state.js';
import {
  audienceName,
  kTargets,
  mayAssumeConsent,
  type AudienceChoice,
} from '../state/audience-choice.js';
import {kNoSettings} from '../state/settings.js';
import {base} from '../styles/base.js';
import {sheet} from '../styles/sheet.js';
import {icon} from './icons.js';

/** Tells whom a file would hold; null where that cannot be asked. */
export type AudienceSource = (choice: AudienceChoice) => Promise<AudienceCount | null>;

/** As long as the programs take. */
const kLongestTag = 100;

/**
 * A list of customers for another program: for which, with which tag, and who is not on it.
 * @fires rg-audience - Detail: the choice by which the file is to be written.
 * @fires rg-audience-close - The drawer was closed.
 */
@customElement('rg-audience')
export class RgAudience extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      dialog {
        width: min(34rem, calc(100vw - 24px));
        padding: 0 clamp(16px, 3vw, 28px) var(--space-5);
      }
      .head {
        display: flex;
        justify-content: space-between;
        align-items: flex-start;
        gap: var(--space-3);
        position: sticky;
        top: 0;
        background: var(--sheet);
        padding: clamp(16px, 3vw, 24px) 0 var(--space-2);
      }
      h2 {
        font-size: var(--text-l);
      }
      .close {
        padding: 6px;
        min-height: 30px;
        margin: -2px -8px 0 0;
      }
      fieldset {
        border: 0;
        border-top: 1px solid var(--line);
        margin: var(--space-3) 0 0;
        padding: var(--space-3) 0 0;
        min-width: 0;
      }
      legend {
        float: left;
        width: 100%;
        padding: 0;
        font-size: var(--text-s);
        font-weight: 600;
        margin-bottom: var(--space-2);
      }
      legend + * {
        clear: both;
      }
      .targets {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .targets label,
      .tags label {
        display: flex;
        gap: 6px;
        align-items: center;
        font-size: var(--text-s);
      }
      .targets label {
        padding: 6px 12px;
        border: 1px solid var(--line-strong);
        border-radius: 99px;
        cursor: pointer;
      }
      .targets label:has(:checked) {
        background: var(--accent-wash);
        border-color: var(--accent);
      }
      input[type='radio'],
      input[type='checkbox'] {
        min-height: 0;
        margin: 0;
        accent-color: var(--accent);
        flex: none;
      }
      .tags {
        display: grid;
        gap: var(--space-2);
      }
      .tags input[type='text'] {
        min-width: 0;
        flex: 1;
      }
      .consent {
        display: flex;
        gap: var(--space-2);
        align-items: center;
        font-size: var(--text-s);
        margin-top: var(--space-3);
      }
      .hint {
        font-size: var(--text-xs);
        color: var(--ink-soft);
        margin-top: var(--space-2);
      }
      .result {
        margin-top: var(--space-4);
        padding: var(--space-3) var(--space-4);
        background: var(--sunk);
        border-radius: var(--radius-m);
        font-size: var(--text-s);
      }
      .result b {
        font-size: var(--text-m);
      }
      .result li {
        padding-top: 2px;
        color: var(--ink-soft);
      }
      .result h3 {
        font-size: var(--text-s);
        margin-top: var(--space-2);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        align-items: center;
        margin-top: var(--space-4);
      }
      .status {
        font-size: var(--text-s);
        color: var(--good);
      }
    `,
  ];

  @query('dialog') private dialog!: HTMLDialogElement | null;
  @state() private own: AudienceChoice = kNoSettings.audience;
  /** null until the engine answers. */
  @state() private count: AudienceCount | null = null;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What was chosen the last time. */
  @property({attribute: false}) choice: AudienceChoice = kNoSettings.audience;
  /** Whose list it is; null closes the drawer. */
  @property({attribute: false}) open: OpenAudience | null = null;
  /** Where the counts come from. */
  @property({attribute: false}) source: AudienceSource | null = null;

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('open')) return;
    const before = changed.get('open');
    if (!this.open || this.open.view === before?.view) return;
    this.own = this.choice;
    void this.#ask();
  }

  protected override updated() {
    const {dialog} = this;
    if (!dialog) return;
    if (this.open && !dialog.open) dialog.showModal();
    else if (!this.open && dialog.open) dialog.close();
  }

  /** An answer to an older choice is dropped. */
  async #ask() {
    const {own} = this;
    this.count = null;
    const count = (await this.source?.(own)) ?? null;
    if (own.target === this.own.target && own.given === this.own.given) this.count = count;
  }

  #choose(part: Partial<AudienceChoice>) {
    this.own = {...this.own, ...part};
    void this.#ask();
  }

  /** Whom the file holds does not depend on the tag: whoever presses the button next need not wait. */
  #call(tag: string | null) {
    this.own = {...this.own, tag};
  }

  #assume(target: AudienceTarget, isGiven: boolean) {
    const others = this.own.given.filter((one) => one !== target);
    this.#choose({given: isGiven ? [...others, target] : others});
  }

  #tell(name: string, detail?: AudienceChoice) {
    this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
  }

  #targets() {
    const {audience} = this.locale.words;
    const {target} = this.own;
    return html`<fieldset>
      <legend>${audience.target}</legend>
      <div class="targets">
        ${kTargets.map(
          (one) =>
            html`<label
              ><input
                type="radio"
                name="target"
                value=${one}
                .checked=${one === target}
                @change=${() => this.#choose({target: one})}
              />${audience.targets[one].name}</label
            >`,
        )}
      </div>
      <p class="hint">${audience.targets[target].text}</p>
    </fieldset>`;
  }

  #tags() {
    const {audience} = this.locale.words;
    const {tag} = this.own;
    const typed = (event: Event) => this.#call((event.target as HTMLInputElement).value);
    return html`<fieldset>
      <legend>${audience.tag}</legend>
      <div class="tags">
        <label
          ><input
            type="radio"
            name="tag"
            value="segment"
            .checked=${tag === null}
            @change=${() => this.#call(null)}
          />${audience.tagSegment}</label
        >
        <label
          ><input
            type="radio"
            name="tag"
            value="own"
            .checked=${tag !== null}
            @change=${() => this.#call('')} />${audience.tagOwn}
          <input
            type="text"
            aria-label=${audience.tag}
            placeholder=${audience.tagHint}
            maxlength=${kLongestTag}
            .value=${tag ?? ''}
            @change=${typed}
        /></label>
      </div>
    </fieldset>`;
  }

  #consent() {
    const {audience} = this.locale.words;
    const {target, given} = this.own;
    if (!mayAssumeConsent(target)) return nothing;
    return html`<label class="consent"
        ><input
          type="checkbox"
          .checked=${given.includes(target)}
          @change=${(event: Event) =>
            this.#assume(target, (event.target as HTMLInputElement).checked)}
        />${audience.consent}</label
      >
      <p class="hint">${audience.consentHint}</p>`;
  }

  #result(count: AudienceCount) {
    const {words, format} = this.locale;
    const {audience} = words;
    const reasons = Object.entries(count.left_out) as [LeftOut, number][];
    return html`
      <b>${count.written > 0 ? audience.written(format.count(count.written)) : audience.nobody}</b>
      ${
        count.unknown_consent > 0
          ? html`<p>${audience.unknownConsent(format.count(count.unknown_consent))}</p>`
          : nothing
      }
      ${
        reasons.length > 0
          ? html`<h3>${audience.leftOutTitle}</h3>
              <ul>
                ${reasons.map(
                  ([reason, customers]) =>
                    html`<li data-reason=${reason}>
                      ${audience.leftOut[reason](format.count(customers))}
                    </li>`,
                )}
              </ul>`
          : nothing
      }
      ${count.left_out.tags_unknown ? html`<p class="hint">${audience.tagsHint}</p>` : nothing}
    `;
  }

  #body({state}: OpenAudience) {
    const {words, format} = this.locale;
    const {audience, frame} = words;
    const {count} = this;
    const name = audienceName(this.own.target);
    return html`
      <div class="head">
        <h2 id="title">${audience.title}</h2>
        <button class="quiet close" aria-label=${frame.close} @click=${() => this.dialog?.close()}>
          ${icon('close')}
        </button>
      </div>
      <p class="soft small listed">
        ${count ? audience.listed(format.count(count.listed)) : nothing}
      </p>
      ${this.#targets()} ${this.#tags()} ${this.#consent()}
      <div class="result" role="status" aria-busy=${count === null}>
        ${count ? this.#result(count) : audience.counting}
      </div>
      <div class="foot">
        <button
          class="primary save"
          ?disabled=${state === 'writing' || !count || count.written === 0}
          @click=${() => this.#tell('rg-audience', this.own)}
        >
          ${icon('downloads')}${state === 'writing' ? audience.saving : audience.save}
        </button>
        <p class="status" role="status">${state === 'written' ? audience.saved(name) : ''}</p>
      </div>
    `;
  }

  override render() {
    return html`<dialog
      aria-labelledby="title"
      closedby="any"
      @close=${() => this.open && this.#tell('rg-audience-close')}
    >
      ${this.open ? this.#body(this.open) : nothing}
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-audience': RgAudience;
  }
}
