import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import type {Reading} from '../state/app-state.js';
import {base} from '../styles/base.js';

/**
 * How far the reading has come.
 * @fires rg-cancel - The reading is to stop.
 */
@customElement('rg-reading')
export class RgReading extends LitElement {
  static override styles = [
    base,
    css`
      .column {
        max-width: 640px;
        margin: 0 auto;
        padding: clamp(48px, 20vh, 200px) clamp(16px, 4vw, 32px);
      }
      h1 {
        font-size: var(--text-xl);
        overflow-wrap: anywhere;
      }
      progress {
        appearance: none;
        display: block;
        width: 100%;
        height: 8px;
        border: 0;
        border-radius: 4px;
        background: var(--line);
        margin: var(--space-5) 0 var(--space-3);
        overflow: hidden;
      }
      progress::-webkit-progress-bar {
        background: var(--line);
      }
      progress::-webkit-progress-value {
        background: var(--accent);
        transition: width 120ms linear;
      }
      progress::-moz-progress-bar {
        background: var(--accent);
      }
      progress:not([value]) {
        background: linear-gradient(90deg, var(--line) 25%, var(--accent) 50%, var(--line) 75%) 0 /
          200% 100%;
        animation: sweep 1.4s linear infinite;
      }
      progress:not([value])::-webkit-progress-bar {
        background: none;
      }
      @keyframes sweep {
        from {
          background-position: 100% 0;
        }
        to {
          background-position: -100% 0;
        }
      }
      .line {
        display: flex;
        gap: var(--space-4);
        justify-content: space-between;
        align-items: center;
        flex-wrap: wrap;
      }
      .counts {
        font-variant-numeric: tabular-nums;
        color: var(--ink-soft);
        min-height: 3em;
      }
      .counts b {
        color: var(--ink);
        font-size: var(--text-l);
        font-weight: 650;
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is going on. */
  @property({attribute: false}) reading: Reading | null = null;

  #cancel() {
    this.dispatchEvent(new CustomEvent('rg-cancel', {bubbles: true, composed: true}));
  }

  #title({batch, progress}: Reading) {
    const {frame, reading} = this.locale.words;
    if (batch.sample) return reading.title(frame.sample);
    return reading.title(named(progress?.file ?? batch.files[0]?.name ?? ''));
  }

  #counts({phase, progress, secondsLeft}: Reading) {
    const {format, words} = this.locale;
    const {reading, frame} = words;
    if (!progress || phase === 'starting') return reading.starting;
    if (phase === 'analyzing') return reading.analyzing;
    const {rows, rejected, bytes, total_bytes: total, index, files} = progress;
    return html`
      <b>${reading.rows(format.count(rows))}</b>${
        rejected > 0 ? html`${frame.dot}${reading.rejected(format.count(rejected))}` : nothing
      }<br />${reading.bytes(format.bytes(bytes), format.bytes(total ?? bytes))}${
        files > 1
          ? html`${frame.dot}${reading.fileOf(format.count(index + 1), format.count(files))}`
          : nothing
      }${secondsLeft === null ? nothing : html`${frame.dot}${this.#left(secondsLeft)}`}
    `;
  }

  #left(seconds: number): string {
    const {words, format} = this.locale;
    return seconds < 90
      ? words.reading.secondsLeft(format.count(seconds))
      : words.reading.minutesLeft(format.count(Math.round(seconds / 60)));
  }

  #bar({phase, progress}: Reading) {
    const label = this.locale.words.reading.progress;
    const total = progress?.total_bytes ?? 0;
    if (phase !== 'reading' || !progress || total === 0)
      return html`<progress aria-label=${label}></progress>`;
    const percent = Math.round((100 * progress.bytes) / total);
    return html`<progress aria-label=${label} max="100" value=${percent}></progress>`;
  }

  override render() {
    if (!this.reading) return nothing;
    return html`
      <div class="column">
        <h1>${this.#title(this.reading)}</h1>
        ${this.#bar(this.reading)}
        <div class="line">
          <p class="counts">${this.#counts(this.reading)}</p>
          <button class="cancel" @click=${() => this.#cancel()}>
            ${this.locale.words.reading.cancel}
          </button>
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-reading': RgReading;
  }
}
