import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import type {Section} from '../i18n/messages.js';
import {base} from '../styles/base.js';
import {icon} from './icons.js';

export const kSections: readonly Section[] = [
  'overview',
  'segments',
  'groups',
  'customers',
  'returns',
  'forecast',
  'rewards',
  'health',
  'downloads',
];

/**
 * The sections of the report: at the side, or along the bottom where it is narrow. The lamp stands in the slot.
 * @fires rg-section - Detail: the section to go to.
 */
@customElement('rg-nav')
export class RgNav extends LitElement {
  static override styles = [
    base,
    css`
      nav {
        position: sticky;
        top: 0;
        height: 100vh;
        padding: var(--space-5) var(--space-4) var(--space-4);
        border-right: 1px solid var(--line);
        display: flex;
        flex-direction: column;
        gap: 2px;
        overflow-y: auto;
      }
      .brand {
        display: flex;
        gap: 9px;
        align-items: center;
        font-weight: 650;
        font-size: var(--text-l);
        letter-spacing: -0.01em;
        padding: 0 var(--space-3) var(--space-5);
      }
      .brand svg.icon {
        width: 22px;
        height: 22px;
        color: var(--accent);
        stroke-width: 2;
      }
      a {
        display: flex;
        gap: 10px;
        align-items: center;
        padding: 8px 12px;
        border-radius: var(--radius-s);
        color: var(--ink-soft);
        text-decoration: none;
        font-size: var(--text-s);
        font-weight: 500;
      }
      a:hover {
        background: var(--sunk);
        color: var(--ink);
      }
      a[aria-current] {
        background: var(--accent-wash);
        color: var(--accent);
        font-weight: 600;
      }
      a .n {
        margin-left: auto;
        font-size: var(--text-xs);
        font-weight: 400;
        color: var(--ink-faint);
        font-variant-numeric: tabular-nums;
      }
      .short {
        display: none;
      }
      .foot {
        margin-top: auto;
        padding-top: var(--space-4);
      }
      @media (max-width: 760px) {
        nav {
          position: fixed;
          inset: auto 0 0;
          z-index: 5;
          height: auto;
          flex-direction: row;
          gap: 0;
          padding: 4px max(4px, env(safe-area-inset-left)) calc(4px + env(safe-area-inset-bottom));
          background: var(--sheet);
          border-right: 0;
          border-top: 1px solid var(--line);
          overflow: visible;
        }
        a,
        a[aria-current] {
          font-weight: 500;
        }
        a {
          flex: 1 1 auto;
          flex-direction: column;
          gap: 2px;
          padding: 6px 0 5px;
          min-width: 0;
          font-size: 0.625rem;
          line-height: 1.2;
        }
        .brand,
        .foot,
        .long,
        a .n {
          display: none;
        }
        .short {
          display: inline;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** Those there are. */
  @property({attribute: false}) sections: readonly Section[] = kSections;
  /** The section in view. */
  @property() current: Section = 'overview';
  /** Numbers worth showing beside a section, as text. */
  @property({attribute: false}) counts: Partial<Record<Section, string>> = {};

  #go(event: Event, section: Section) {
    event.preventDefault();
    this.dispatchEvent(
      new CustomEvent('rg-section', {detail: section, bubbles: true, composed: true}),
    );
  }

  override render() {
    const {frame, title} = this.locale.words;
    return html`<nav aria-label=${frame.sections}>
      <p class="brand">${icon('brand')}${title}</p>
      ${this.sections.map((section) => {
        const count = this.counts[section];
        return html`<a
          href="#${section}"
          aria-current=${section === this.current ? 'true' : nothing}
          @click=${(event: Event) => this.#go(event, section)}
        >
          ${icon(section)}<span class="long">${frame.section[section]}</span
          ><span class="short">${frame.sectionShort[section]}</span>
          ${count ? html`<span class="n">${count}</span>` : nothing}
        </a>`;
      })}
      <div class="foot"><slot></slot></div>
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-nav': RgNav;
  }
}
