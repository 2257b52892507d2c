import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {CustomerWhy, Explained, RuleWhy, Way} from '../engine/protocol.js';
import {sayBecause} from '../i18n/because-text.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import {
  pointsTexts,
  raiseTexts,
  rewardText,
  stepText,
  tierTexts,
  waysText,
} from '../i18n/why-text.js';
import {base} from '../styles/base.js';
import {ruleName} from './rule-name.js';

type Mark = 'yes' | 'no' | 'unknown';

const markOf = (truth: boolean | null): Mark => (truth === null ? 'unknown' : truth ? 'yes' : 'no');

/** What there is of what is needed, from 0 to 1; null where nothing is counted. */
function shareOf(way: Way | undefined): number | null {
  const [step, second] = way?.steps ?? [];
  if (!step || second || typeof step.has !== 'number' || typeof step.needed !== 'number')
    return null;
  return step.needed > 0 ? Math.min(1, Math.max(0, step.has / step.needed)) : null;
}

/** What each rule says to one customer, what is missing until when, and what tier and points stand at. */
@customElement('rg-why')
export class RgWhy extends LitElement {
  static override styles = [
    base,
    css`
      li,
      .stand {
        padding: 6px 0;
        font-size: var(--text-s);
      }
      b {
        font-weight: 600;
        margin-inline-end: var(--space-2);
      }
      p {
        margin: 2px 0 0;
        font-size: var(--text-s);
      }
      progress {
        display: block;
        width: 100%;
        max-width: 220px;
        height: 6px;
        margin: 4px 0;
        accent-color: var(--accent);
      }
      details {
        font-size: var(--text-xs);
        color: var(--ink-soft);
      }
      summary {
        cursor: pointer;
        padding: 2px 0;
      }
      ul ul {
        padding-inline-start: 1.2em;
      }
      ul ul li {
        padding: 1px 0;
        font-size: var(--text-xs);
      }
      .yes::before,
      .no::before,
      .unknown::before {
        display: inline-block;
        width: 1.2em;
        font-weight: 650;
      }
      .yes::before {
        content: '\\2713';
        color: var(--good);
      }
      .no::before {
        content: '\\2717';
        color: var(--ink-faint);
      }
      .unknown::before {
        content: '?';
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What the engine says of the customer. */
  @property({attribute: false}) why: CustomerWhy | null = null;
  /** The program in force, which has the names of its rules. */
  @property({attribute: false}) document: unknown = null;

  #bar(share: number | null) {
    return share === null
      ? nothing
      : html`<progress max="1" value=${share} aria-hidden="true"></progress>`;
  }

  #mark(truth: boolean | null, text: string) {
    const mark = markOf(truth);
    return html`<span class=${mark}
      ><span class="unseen">${this.locale.words.why.truth[mark]} </span>${text}</span
    >`;
  }

  #part(part: Explained, nearest = false): unknown {
    const {why} = this.locale.words;
    const near = nearest ? html` <i>(${why.nearest})</i>` : nothing;
    if (part.joint !== 'comparison')
      return html`<li>
        ${this.#mark(part.truth, why.joint[part.joint])}${near}
        <ul>
          ${part.parts.map((inner, place) => this.#part(inner, place === part.nearest))}
        </ul>
      </li>`;
    const step = part.way?.steps.map((one) => stepText(one, this.locale)).join(', ');
    return part.because.map((because) => {
      const isFixed = because.means === 'none' && because.holds === false;
      const rest = step ?? (isFixed ? why.fixed : '');
      return html`<li>
        ${this.#mark(because.holds, sayBecause(because, this.locale))}${rest === '' ? nothing : html` - ${rest}`}${near}
      </li>`;
    });
  }

  #rule({rule, standing, amount, when, ways}: RuleWhy, {unit}: CustomerWhy) {
    const {why} = this.locale.words;
    const isGiven = standing === 'granted';
    const said = isGiven ? rewardText(amount, unit, this.locale) : why.standing[standing];
    const shade = isGiven ? 'pill' : standing === 'unknown' ? 'pill warn' : 'pill plain';
    return html`<li>
      <b dir="auto">${ruleName(rule, 'rules', this.document, this.locale)}</b
      ><span class=${shade}>${said}</span>
      ${
        when.truth === true
          ? nothing
          : html`${this.#bar(shareOf(ways[0]))}
              <p>${waysText(ways, this.locale)}</p>`
      }
      <details>
        <summary>${why.parts}</summary>
        <ul>
          ${this.#part(when)}
        </ul>
      </details>
    </li>`;
  }

  #standing({tier, points}: CustomerWhy) {
    const {words, format} = this.locale;
    const {why} = words;
    const texts = (lines: readonly string[]) => lines.map((line) => html`<p>${line}</p>`);
    return html`${
      tier
        ? html`<div class="stand">
            <b>${why.tier(named(tier.tier))}</b>
            ${this.#bar(tier.to_next === null ? null : tier.amount / (tier.amount + tier.to_next))}
            ${texts(tierTexts(tier, this.locale))}
          </div>`
        : nothing
    }
    ${
      points
        ? html`<div class="stand">
            <b>${why.points(format.count(points.active))}</b>
            ${texts(pointsTexts(points, this.locale))}
          </div>`
        : nothing
    }`;
  }

  override render() {
    const {why, locale} = this;
    if (!why) return nothing;
    const {dialog, rewards} = locale.words;
    return html`${why.held_out ? html`<p class="soft">${rewards.heldOutWhy}</p>` : nothing}
    ${raiseTexts(why, locale).map((text) => html`<p>${text}</p>`)}
    ${
      why.rules.length === 0
        ? html`<p class="soft">${dialog.noRules}</p>`
        : html`<ul>
            ${why.rules.map((rule) => this.#rule(rule, why))}
          </ul>`
    }
    ${this.#standing(why)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-why': RgWhy;
  }
}
