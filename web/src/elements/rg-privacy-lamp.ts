import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {Lookout} from '../state/lookout.js';
import {base} from '../styles/base.js';
import {popover} from '../styles/popover.js';

type Verdict = {refused: boolean; at: Date};

/** The green lamp, and the panel that lets anybody test what it says. */
@customElement('rg-privacy-lamp')
export class RgPrivacyLamp extends LitElement {
  static override styles = [
    base,
    popover,
    css`
      .lamp {
        width: 100%;
        text-align: left;
        justify-content: flex-start;
        background: var(--sheet);
        border-color: var(--line);
        border-radius: var(--radius-m);
        padding: 10px 12px;
        gap: 10px;
        line-height: 1.35;
        font-size: var(--text-xs);
        color: var(--ink-soft);
        font-weight: 400;
        anchor-name: --anchor;
      }
      .lamp b {
        display: block;
        color: var(--good);
        font-weight: 600;
      }
      i {
        flex: none;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--good);
        margin: 0 4px;
        box-shadow: 0 0 0 4px var(--accent-wash);
      }
      :host([compact]) .lamp {
        border-color: transparent;
        background: none;
        padding: 6px 8px;
      }
      :host([compact]) .hint {
        display: none;
      }
      [popover] h2 {
        font-size: var(--text-l);
      }
      p {
        margin-top: var(--space-3);
      }
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 4px var(--space-4);
        margin: var(--space-4) 0;
        font-variant-numeric: tabular-nums;
      }
      dt {
        color: var(--ink-soft);
      }
      dd {
        font-weight: 600;
        text-align: right;
      }
      .verdict {
        padding: var(--space-3);
        border-radius: var(--radius-s);
        background: var(--accent-wash);
        color: var(--accent);
      }
      .verdict.no {
        background: var(--warn-wash);
        color: var(--warn);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @query('[popover]') private panel!: HTMLElement;
  @state() private testing = false;
  @state() private verdict: Verdict | null = null;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** One line, where there is little room. */
  @property({type: Boolean, reflect: true}) compact = false;
  /** Shared by all lamps of a page. */
  @property({attribute: false}) lookout = new Lookout();

  readonly #changed = () => this.requestUpdate();
  #watched: Lookout | null = null;

  override connectedCallback() {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#watched?.removeEventListener('change', this.#changed);
    this.#watched = null;
  }

  protected override willUpdate() {
    if (this.#watched === this.lookout || !this.isConnected) return;
    this.#watched?.removeEventListener('change', this.#changed);
    this.#watched = this.lookout;
    this.#watched.addEventListener('change', this.#changed);
  }

  async #test() {
    this.testing = true;
    const refused = await this.lookout.test();
    this.verdict = {refused, at: new Date()};
    this.testing = false;
  }

  #verdict({refused, at}: Verdict) {
    const {words, format} = this.locale;
    if (!refused) return html`<p class="verdict no">${words.privacy.notRefused}</p>`;
    return html`<p class="verdict">${words.privacy.refusedAt(format.time(at))}</p>`;
  }

  override render() {
    const {words, format} = this.locale;
    const {privacy, frame} = words;
    const {refused, allowed, since} = this.lookout;
    return html`
      <button class="lamp" popovertarget="panel" aria-haspopup="dialog">
        <i aria-hidden="true"></i>
        <span
          ><b>${privacy.lamp}</b
          ><span class="hint">${privacy.lampHint(format.count(refused))}</span></span
        >
      </button>
      <div id="panel" popover role="dialog" aria-label=${privacy.title}>
        <h2>${privacy.title}</h2>
        <p>${privacy.rule}</p>
        <dl>
          <dt>
            ${privacy.refused} <span class="faint">${privacy.since(format.time(since))}</span>
          </dt>
          <dd class="refused">${format.number(refused)}</dd>
          <dt>${privacy.allowed}</dt>
          <dd class="allowed">${format.number(allowed)}</dd>
        </dl>
        <div role="status">
          ${this.testing ? html`<p class="verdict">${privacy.testing}</p>` : nothing}
          ${this.verdict && !this.testing ? this.#verdict(this.verdict) : nothing}
        </div>
        <p class="small soft">${privacy.wifi}</p>
        <p class="small soft">${privacy.stored}</p>
        <div class="foot">
          <button class="primary test" ?disabled=${this.testing} @click=${() => void this.#test()}>
            ${privacy.test}
          </button>
          <button @click=${() => this.panel.hidePopover()}>${frame.close}</button>
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-privacy-lamp': RgPrivacyLamp;
  }
}
