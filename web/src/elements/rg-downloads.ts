import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import type {Ready, SavedFile} from '../state/app-state.js';
import {base} from '../styles/base.js';
import {icon} from './icons.js';

const kFiles = ['customers', 'lines', 'rejects', 'rewards', 'report'] as const;

/**
 * The files one can take along.
 * @fires rg-download - Detail: which file.
 */
@customElement('rg-downloads')
export class RgDownloads extends LitElement {
  static override styles = [
    base,
    css`
      li {
        display: flex;
        gap: var(--space-4);
        align-items: center;
        justify-content: space-between;
        padding: var(--space-3) 0;
        border-top: 1px solid var(--line);
      }
      li:first-child {
        border-top: 0;
        padding-top: 0;
      }
      li:last-child {
        padding-bottom: 0;
      }
      b {
        font-weight: 600;
      }
      b small {
        overflow-wrap: anywhere;
        font-weight: 400;
        color: var(--ink-faint);
        font-size: var(--text-xs);
        margin-left: var(--space-2);
      }
      p {
        font-size: var(--text-s);
        color: var(--ink-soft);
      }
      button {
        flex: none;
      }
      .status {
        margin-top: var(--space-3);
        font-size: var(--text-s);
        color: var(--good);
      }
      .status:empty {
        margin: 0;
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is being written. */
  @property({attribute: false}) saving: Ready['saving'] = null;
  /** Names of the files. */
  @property({attribute: false}) nameOf: (file: SavedFile) => string = (file) => file;

  #download(file: SavedFile) {
    this.dispatchEvent(
      new CustomEvent('rg-download', {detail: file, bubbles: true, composed: true}),
    );
  }

  override render() {
    const {downloads} = this.locale.words;
    const busy = this.saving !== null && !this.saving.done;
    return html`<section class="card">
      <ul>
        ${kFiles.map((file) => {
          const {name, text} = downloads.file[file];
          const writing = busy && this.saving?.file === file;
          return html`<li>
            <div>
              <b>${name}<small>${this.nameOf(file)}</small></b>
              <p>${text}</p>
            </div>
            <button
              class=${file}
              aria-label="${downloads.save}: ${name}"
              ?disabled=${busy}
              @click=${() => this.#download(file)}
            >
              ${icon('downloads')}${writing ? downloads.saving : downloads.save}
            </button>
          </li>`;
        })}
      </ul>
      <p class="status" role="status">
        ${this.saving?.done ? downloads.saved(this.nameOf(this.saving.file)) : ''}
      </p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-downloads': RgDownloads;
  }
}
