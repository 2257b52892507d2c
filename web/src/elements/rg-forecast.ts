import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Report} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {forecastViews} from './forecast-views.js';
import {inTurn} from './in-turn.js';
import './rg-figures.js';
import './rg-habits.js';
import './rg-models.js';
import './rg-tracking.js';

/** What is to come: the figures of all customers, and why they can or cannot be trusted. */
@customElement('rg-forecast')
export class RgForecast extends LitElement {
  static override styles = [
    base,
    css`
      rg-figures {
        --figure-size: clamp(1.5rem, 1rem + 1.2vw, 1.875rem);
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) report: Report | null = null;

  override render() {
    const {report, locale} = this;
    if (!report) return nothing;
    const views = forecastViews(report, locale);
    return html`<div class="stack">
      ${views.length > 0 ? html`<rg-figures .locale=${locale} .views=${views}></rg-figures>` : nothing}
      ${inTurn(html`<rg-models .locale=${locale} .report=${report}></rg-models>`)}
      ${inTurn(html`<rg-tracking .locale=${locale} .tracking=${report.tracking}></rg-tracking>`)}
      ${inTurn(html`<rg-habits .locale=${locale} .habits=${report.frequency_recency}></rg-habits>`)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-forecast': RgForecast;
  }
}
