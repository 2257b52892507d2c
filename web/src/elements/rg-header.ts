import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {TextSize, Theme} from '../i18n/frame-words.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {kNoHistory, kNoSettings, type History, type Settings} from '../state/settings.js';
import {base} from '../styles/base.js';
import {icon} from './icons.js';
import './rg-preferences.js';
import './rg-steps.js';

/**
 * Above every screen: whose figures these are and for which day, what was decided, and how the page looks.
 * What has no room stands in a menu.
 * @fires rg-keys - The keys are to be listed.
 */
@customElement('rg-header')
export class RgHeader extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: sticky;
        top: 0;
        z-index: 4;
        background: var(--paper);
      }
      header {
        display: flex;
        gap: var(--space-2) var(--space-3);
        align-items: center;
        padding: var(--space-2) clamp(16px, 3vw, 40px);
        border-bottom: 1px solid var(--line);
        font-size: var(--text-s);
        color: var(--ink-soft);
        max-width: 1320px;
        min-height: 56px;
      }
      .shop {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-3);
        align-items: baseline;
        margin-right: auto;
        min-width: 0;
      }
      .name {
        color: var(--ink);
        font-weight: 600;
        max-width: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .unsaved {
        display: inline-flex;
        gap: 6px;
        align-items: center;
        color: var(--warn);
        font-size: var(--text-xs);
        white-space: nowrap;
      }
      .unsaved i {
        width: 7px;
        height: 7px;
        border-radius: 50%;
        background: var(--warn);
      }
      .unsaved:not(:has(*)) {
        display: none;
      }
      .asof {
        white-space: nowrap;
      }
      .rest {
        display: flex;
        gap: var(--space-1);
        align-items: center;
        position: static;
        margin: 0;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        overflow: visible;
      }
      .rest > button {
        padding: 6px 8px;
      }
      .rest > button span,
      .menu {
        display: none;
      }
      rg-preferences {
        margin-left: var(--space-1);
      }
      @media (max-width: 1140px) {
        .menu {
          display: inline-flex;
          padding: 6px 8px;
          anchor-name: --menu;
        }
        .rest {
          display: none;
          position: fixed;
          inset: 56px 12px auto auto;
          width: max-content;
          max-width: calc(100vw - 24px);
          padding: var(--space-3);
          border: 1px solid var(--line-strong);
          border-radius: var(--radius-l);
          background: var(--sheet);
          box-shadow: 0 12px 40px rgb(30 22 8 / 16%);
        }
        .rest:popover-open {
          display: grid;
          gap: var(--space-2);
        }
        .rest > button {
          justify-content: flex-start;
        }
        .rest > button span {
          display: inline;
        }
        rg-preferences {
          margin: 0;
        }
      }
      @media (max-width: 760px) {
        header {
          padding: var(--space-2) 16px;
          gap: var(--space-1);
          min-height: 52px;
        }
        .shop {
          flex-wrap: nowrap;
          flex-direction: column;
        }
        .asof {
          font-size: var(--text-xs);
          white-space: normal;
        }
        .unsaved {
          position: absolute;
          left: 5px;
          top: 1.1rem;
        }
        .unsaved span {
          position: absolute;
          width: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .menu {
          padding: 6px;
        }
      }
      @media print {
        :host {
          position: static;
          background: none;
        }
        header {
          border: 0;
          padding: 0;
        }
        .unsaved,
        .rest {
          display: none;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The colours in force. */
  @property() theme: Theme = 'system';
  /** The size of the text in force. */
  @property() textSize: TextSize = 'normal';
  /** Whose figures these are. */
  @property() name = '';
  /** Names of the files, one a line. */
  @property() files = '';
  /** The day of the figures. */
  @property() asOf = '';
  /** Whether something was decided that no file keeps. */
  @property({type: Boolean}) unsaved = false;
  /** The steps that can be gone. */
  @property({attribute: false}) history: History = kNoHistory;
  /** What is decided now. */
  @property({attribute: false}) settings: Settings = kNoSettings;

  #keys() {
    this.dispatchEvent(new CustomEvent('rg-keys', {bubbles: true, composed: true}));
  }

  override render() {
    const {locale} = this;
    const {frame} = locale.words;
    return html`<header>
      <div class="shop">
        <p class="name" title=${this.files}>${this.name}</p>
        <p class="unsaved" role="status" title=${frame.unsaved}>
          ${this.unsaved ? html`<i aria-hidden="true"></i><span>${frame.unsaved}</span>` : nothing}
        </p>
        <p class="asof">${frame.asOf(locale.format.date(this.asOf))}</p>
      </div>
      <rg-steps .locale=${locale} .history=${this.history} .settings=${this.settings}></rg-steps>
      <button class="quiet menu" popovertarget="rest" aria-label=${frame.more} title=${frame.more}>
        ${icon('more')}
      </button>
      <div id="rest" class="rest" popover>
        <button
          class="quiet print"
          aria-label=${frame.print}
          title=${frame.print}
          @click=${() => print()}
        >
          ${icon('print')}<span>${frame.print}</span>
        </button>
        <button
          class="quiet keys"
          aria-label=${frame.keys}
          aria-keyshortcuts="?"
          title="${frame.keys} (?)"
          @click=${() => this.#keys()}
        >
          ${icon('keys')}<span>${frame.keys}</span>
        </button>
        <rg-preferences
          .locale=${locale}
          .theme=${this.theme}
          .textSize=${this.textSize}
        ></rg-preferences>
      </div>
    </header>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-header': RgHeader;
  }
}
