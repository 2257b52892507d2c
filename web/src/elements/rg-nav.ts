import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import type {Screen} from '../i18n/frame-words.js';
import {kScreens} from '../state/places.js';
import {base} from '../styles/base.js';
import {icon} from './icons.js';

/**
 * The screens of a report: at the side, or along the bottom where it is narrow. The lamp stands in the slot.
 * @fires rg-screen - Detail: the screen to go to.
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
          flex: 1 1 0;
          flex-direction: column;
          gap: 2px;
          padding: 6px 0 5px;
          min-width: 0;
          font-size: calc(0.6875rem * var(--text-scale));
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
  @property({attribute: false}) screens: readonly Screen[] = kScreens;
  /** The one that is shown. */
  @property() current: Screen = 'week';
  /** Numbers worth showing beside a screen, as text. */
  @property({attribute: false}) counts: Partial<Record<Screen, string>> = {};

  #go(event: MouseEvent, screen: Screen) {
    // With a key it is for another tab, which is the browser's.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.dispatchEvent(
      new CustomEvent('rg-screen', {detail: screen, bubbles: true, composed: true}),
    );
  }

  override render() {
    const {frame, title} = this.locale.words;
    return html`<nav aria-label=${frame.screens}>
      <p class="brand">${icon('brand')}${title}</p>
      ${this.screens.map((screen) => {
        const count = this.counts[screen];
        return html`<a
          href="#/${screen}"
          data-screen=${screen}
          aria-current=${screen === this.current ? 'page' : nothing}
          @click=${(event: MouseEvent) => this.#go(event, screen)}
        >
          ${icon(screen)}<span class="long">${frame.screen[screen]}</span
          ><span class="short">${frame.screenShort[screen]}</span>
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
