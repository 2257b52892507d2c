import {LitElement, html, noChange, nothing, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {CustomerRow} from '../engine/protocol.js';
import type {Part, Screen, TextSize, Theme} from '../i18n/frame-words.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import type {Ready, SavedFile} from '../state/app-state.js';
import {Lookout} from '../state/lookout.js';
import {kScreens, kWithoutCustomers} from '../state/places.js';
import type {RowSource} from '../state/row-source.js';
import {kNoSettings, type Settings} from '../state/settings.js';
import type {Saved} from '../state/snapshot.js';
import {base} from '../styles/base.js';
import type {DifferenceSource} from './rg-cohorts.js';
import type {ComparisonSource} from './rg-comparison.js';
import './rg-customer.js';
import type {RgCustomer} from './rg-customer.js';
import type {RgCustomers} from './rg-customers.js';
import './rg-header.js';
import './rg-nav.js';
import './rg-privacy-lamp.js';
import type {HandoutSource} from './rg-handout.js';
import type {NearlySource} from './rg-nearly.js';
import type {ProgramSource} from './rg-program-editor.js';
import type {RejectSource} from './rg-rejects.js';
import type {RemarkSource} from './rg-remarks.js';
import {reportStyles} from './rg-report.styles.js';
import type {SegmentSource} from './rg-segment-editor.js';
import {screenContent} from './screens.js';
import {shopName} from './shop-name.js';

/**
 * Everything about a shop, one screen at a time. One that was left stays as it is, hidden, with what was unfolded in it; only
 * the one that is shown is drawn anew.
 * @fires rg-screen - Detail: the screen to go to.
 * @fires rg-start-over - Other files are wanted.
 */
@customElement('rg-report')
export class RgReport extends LitElement {
  static override styles = [base, reportStyles];

  @query('main') private main!: HTMLElement;
  @query('rg-customer') private customer!: RgCustomer | null;
  @query('rg-customers') private table!: RgCustomers | null;
  /** Screens that were shown, the first one first. */
  @state() private seen: readonly Screen[] = [];
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The colours in force. */
  @property() theme: Theme = 'system';
  /** The size of the text in force. */
  @property() textSize: TextSize = 'normal';
  /** What there is to show. */
  @property({attribute: false}) ready: Ready | null = null;
  /** The rows of the customer table. */
  @property({attribute: false}) source: RowSource<CustomerRow> | null = null;
  /** Under which customers notes and tags are found. */
  @property({attribute: false}) remarked: RemarkSource | null = null;
  /** What was decided about the files. */
  @property({attribute: false}) settings: Settings = kNoSettings;
  /** The project that was opened last; empty where none was. */
  @property() project = '';
  /** Whether something was decided that no file keeps. */
  @property({type: Boolean}) unsaved = false;
  /** The figures when the project was saved; null where there are none. */
  @property({attribute: false}) saved: Saved | null = null;
  /** Where the counts of other segments come from. */
  @property({attribute: false}) trial: SegmentSource | null = null;
  /** Where it is asked what another program would come to. */
  @property({attribute: false}) programs: ProgramSource | null = null;
  /** Where it is asked whom a hand-out would reach, and what came of one. */
  @property({attribute: false}) handout: HandoutSource | null = null;
  /** Where it is asked who misses little. */
  @property({attribute: false}) nearly: NearlySource | null = null;
  /** Where the difference of two cohorts comes from. */
  @property({attribute: false}) difference: DifferenceSource | null = null;
  /** Where the comparison of two groups comes from. */
  @property({attribute: false}) compared: ComparisonSource | null = null;
  /** Where rows that were left out come from. */
  @property({attribute: false}) rejects: RejectSource | null = null;
  /** Names of the files to download. */
  @property({attribute: false}) nameOf: (file: SavedFile) => string = (file) => file;
  /** Shared by all lamps of the page. */
  @property({attribute: false}) lookout = new Lookout();

  protected override willUpdate(changed: PropertyValues<this>) {
    const {ready} = this;
    if (!changed.has('ready') || !ready) return;
    // Before the customer is gone from the document.
    if (!ready.customer) this.customer?.commit();
    if (!this.seen.includes(ready.screen)) this.seen = [...this.seen, ready.screen];
  }

  /** Puts the keyboard on the heading of what is shown, or of a part of it, which is then scrolled to. */
  land(part: Part | null) {
    if (this.customer) return this.customer.land();
    const within = part ? `#${part} h2` : 'main > section:not([hidden]) h1';
    const heading = this.renderRoot.querySelector<HTMLElement>(within);
    if (part) {
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      heading?.scrollIntoView({behavior: calm ? 'auto' : 'smooth', block: 'start'});
    }
    heading?.focus({preventScroll: true});
  }

  /** Makes a row of the table (from 0 on) the one where the keyboard stands. */
  showRow(row: number) {
    this.table?.showRow(row);
  }

  /** Puts the keyboard into the content. */
  skip() {
    this.main.focus();
  }

  #counts({report}: Ready): Partial<Record<Screen, string>> {
    const {format} = this.locale;
    const {customers, issues} = report.intake;
    return {
      customers: format.number(customers),
      ...(issues.length === 0 ? {} : {health: format.number(issues.length)}),
    };
  }

  #screen(screen: Screen, ready: Ready) {
    const isShown = screen === ready.screen && !ready.customer;
    return html`<section
      id=${screen}
      ?hidden=${!isShown}
      aria-label=${this.locale.words.frame.screen[screen]}
    >
      ${isShown ? screenContent(screen, this, ready) : noChange}
    </section>`;
  }

  /** Above the screen they were opened from, which stays as it is below. */
  #customer({customer, report, screen, cleaning}: Ready) {
    if (!customer) return nothing;
    return html`<section id="customer" aria-label=${this.locale.words.dialog.title}>
      <rg-customer
        .locale=${this.locale}
        .report=${report}
        .customer=${customer}
        .from=${screen}
        .remarks=${this.settings.remarks}
        ?busy=${cleaning.busy}
        .total=${this.source?.total ?? null}
      ></rg-customer>
    </section>`;
  }

  override render() {
    const {ready, locale} = this;
    if (!ready) return nothing;
    const {words} = locale;
    const {report, batch} = ready;
    return html`
      <div class="app">
        <rg-nav
          .locale=${locale}
          .screens=${report.intake.customers === 0 ? kWithoutCustomers : kScreens}
          .current=${ready.screen}
          .counts=${this.#counts(ready)}
        >
          <rg-privacy-lamp .locale=${locale} .lookout=${this.lookout}></rg-privacy-lamp>
        </rg-nav>
        <div class="page">
          <rg-header
            .locale=${locale}
            .theme=${this.theme}
            .textSize=${this.textSize}
            .name=${shopName(batch, this.project, locale)}
            .files=${batch.files.map(({name}) => name).join('\n')}
            .asOf=${report.metrics.as_of}
            .unsaved=${this.unsaved}
            .history=${ready.history}
            .settings=${this.settings}
          ></rg-header>
          <main tabindex="-1" aria-label=${words.title}>
            ${repeat(
              this.seen,
              (screen) => screen,
              (screen) => this.#screen(screen, ready),
            )}
            ${this.#customer(ready)}
            <footer>
              <rg-privacy-lamp compact .locale=${locale} .lookout=${this.lookout}></rg-privacy-lamp>
            </footer>
          </main>
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-report': RgReport;
  }
}
