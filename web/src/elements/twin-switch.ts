/** A picture and its table: a card with a switch between the two. */
import {css, html, nothing, type ReactiveController, type ReactiveControllerHost} from 'lit';
import type {FrameWords} from '../i18n/frame-words.js';

export const switchStyles = css`
  .twin {
    flex: none;
    font-size: var(--text-xs);
    min-height: 28px;
    padding: 4px 8px;
    margin: -4px -8px 0 0;
  }
  .tools {
    display: flex;
    flex: none;
    gap: var(--space-1);
  }
  .link {
    border: 0;
    padding: 0;
    min-height: 24px;
    background: none;
    color: inherit;
    font-weight: inherit;
    text-align: left;
  }
  .link:hover {
    background: none;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  @media print {
    .twin {
      display: none;
    }
  }
`;

/** What stands in a card, from above to below; only the one of picture and table that is shown is made. */
export interface TwinCard {
  title: string;
  how: string;
  /** Its pin, beside the switch. */
  pin?: unknown;
  before?: unknown;
  picture: () => unknown;
  table: () => unknown;
  after?: unknown;
}

/** Remembers which of the two is shown. */
export class Twin implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #asTable = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {}

  /** A heading of the second step where the section has none of its own. */
  card(words: FrameWords, card: TwinCard, heading: 'h2' | 'h3' = 'h3') {
    const {title, how, pin, before, picture, table, after} = card;
    return html`<section class="card">
      <div class="head">
        ${heading === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
        <div class="tools">
          ${pin ?? nothing}
          <button class="twin quiet" aria-pressed=${this.#asTable} @click=${() => this.#flip()}>
            ${this.#asTable ? words.asPicture : words.asTable}
          </button>
        </div>
      </div>
      <p class="how">${how}</p>
      ${before ?? nothing} ${this.#asTable ? table() : picture()} ${after ?? nothing}
    </section>`;
  }

  #flip() {
    this.#asTable = !this.#asTable;
    this.#host.requestUpdate();
  }
}

/** In place of a picture that cannot be drawn: why. */
export function wordCard(title: string, why: string) {
  return html`<section class="card">
    <h3>${title}</h3>
    <p class="how">${why}</p>
  </section>`;
}
