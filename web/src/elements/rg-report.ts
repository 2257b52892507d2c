import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {CustomerRow} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import type {Section} from '../i18n/messages.js';
import type {Ready, SavedFile, Theme} from '../state/app-state.js';
import {Lookout} from '../state/lookout.js';
import type {RowSource} from '../state/row-source.js';
import {kNoSettings, type Settings} from '../state/settings.js';
import {since, type Saved} from '../state/snapshot.js';
import {base} from '../styles/base.js';
import {figureViews} from './figure-views.js';
import {icon} from './icons.js';
import './rg-baskets.js';
import type {DifferenceSource} from './rg-cohorts.js';
import './rg-cohorts.js';
import {missingBeginnings} from './cohort-words.js';
import './rg-concentration.js';
import './rg-customer-dialog.js';
import './rg-customers.js';
import './rg-downloads.js';
import './rg-figures.js';
import './rg-files.js';
import './rg-flow.js';
import './rg-forecast.js';
import './rg-groups.js';
import {gradeOf} from './rg-health.js';
import './rg-monitor.js';
import {kSections} from './rg-nav.js';
import type {RejectSource} from './rg-rejects.js';
import './rg-preferences.js';
import './rg-privacy-lamp.js';
import {reportStyles} from './rg-report.styles.js';
import type {RemarkSource} from './rg-remarks.js';
import './rg-returns.js';
import './rg-rewards.js';
import './rg-rhythm.js';
import './rg-second-order.js';
import type {SegmentSource} from './rg-segment-editor.js';
import './rg-segments.js';
import './rg-since.js';
import './rg-todo.js';
import './rg-week.js';

const kWithoutCustomers: readonly Section[] = ['overview', 'health', 'downloads'];

/**
 * Everything about a shop, on one screen in nine sections.
 * @fires rg-start-over - Other files are wanted.
 */
@customElement('rg-report')
export class RgReport extends LitElement {
  static override styles = [base, reportStyles];

  @query('main') private main!: HTMLElement;
  @state() private current: Section = 'overview';
  /** Sections drawn so far: one after another, so that the page answers in between. */
  @state() private drawn = 1;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The colours in force. */
  @property() theme: Theme = 'system';
  /** What there is to show. */
  @property({attribute: false}) ready: Ready | null = null;
  /** The rows of the customer table. */
  @property({attribute: false}) source: RowSource<CustomerRow> | null = null;
  /** Under which customers notes and tags are found. */
  @property({attribute: false}) remarked: RemarkSource | null = null;
  /** What was decided about the files. */
  @property({attribute: false}) settings: Settings = kNoSettings;
  /** The figures when the project was saved; null where there are none. */
  @property({attribute: false}) saved: Saved | null = null;
  /** Where the counts of other segments come from. */
  @property({attribute: false}) trial: SegmentSource | null = null;
  /** Where the difference of two cohorts comes from. */
  @property({attribute: false}) difference: DifferenceSource | null = null;
  /** Where rows that were left out come from. */
  @property({attribute: false}) rejects: RejectSource | null = null;
  /** Names of the files to download. */
  @property({attribute: false}) nameOf: (file: SavedFile) => string = (file) => file;
  /** Shared by all lamps of the page. */
  @property({attribute: false}) lookout = new Lookout();

  readonly #spy = () => this.#look();

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('scroll', this.#spy, {passive: true});
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('scroll', this.#spy);
  }

  /** Without customers there is nothing to say about people. */
  get #sections(): readonly Section[] {
    return this.ready?.report.intake.customers === 0 ? kWithoutCustomers : kSections;
  }

  protected override updated() {
    if (this.drawn < kSections.length) setTimeout(() => (this.drawn += 1));
  }

  /** Scrolls to a section and puts the keyboard there. */
  goTo(section: Section) {
    const target = this.renderRoot.querySelector<HTMLElement>(`#${section}`);
    if (!target) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    target.scrollIntoView({behavior: calm ? 'auto' : 'smooth', block: 'start'});
    target.focus({preventScroll: true});
    this.current = section;
  }

  /** Puts the keyboard into the content. */
  skip() {
    this.main.focus();
  }

  /** The section whose beginning has passed the upper third of the window; at the very end, the last. */
  #look() {
    const line = innerHeight / 3;
    const passed = this.#sections.filter((section) => {
      const top = this.renderRoot.querySelector(`#${section}`)?.getBoundingClientRect().top;
      return top !== undefined && top <= line;
    });
    const {scrollHeight, scrollTop} = document.documentElement;
    const atEnd = scrollTop > 0 && scrollTop + innerHeight >= scrollHeight - 2;
    this.current = (atEnd ? this.#sections.at(-1) : passed.at(-1)) ?? 'overview';
  }

  #startOver() {
    this.dispatchEvent(new CustomEvent('rg-start-over', {bubbles: true, composed: true}));
  }

  #name({batch}: Ready): string {
    const {words, format} = this.locale;
    const [first, ...others] = batch.files;
    if (batch.sample) return words.frame.sample;
    const name = first?.name ?? '';
    return others.length > 0 ? words.frame.moreFiles(name, format.count(others.length)) : name;
  }

  #header(ready: Ready) {
    const {words, format} = this.locale;
    const {frame} = words;
    return html`<header>
      <p class="name" title=${ready.batch.files.map(({name}) => name).join('\n')}>
        ${this.#name(ready)}
      </p>
      <p class="asof">${frame.asOf(format.date(ready.report.metrics.as_of))}</p>
      <button
        class="print quiet"
        aria-label=${frame.print}
        title=${frame.print}
        @click=${() => print()}
      >
        ${icon('print')}
      </button>
      <button class="new" aria-label=${frame.newFiles} @click=${() => this.#startOver()}>
        ${icon('files')}<span>${frame.newFiles}</span>
      </button>
      <rg-preferences .locale=${this.locale} .theme=${this.theme}></rg-preferences>
    </header>`;
  }

  #overview({report, sheets, batch}: Ready) {
    const {words, format} = this.locale;
    const {figures} = words;
    const {intake, metrics} = report;
    const count = (value: number) => format.count(value);
    const from = format.date(intake.first_order ?? '');
    const to = format.date(intake.last_order ?? '');
    const {repurchase_rate: rate} = metrics;
    const changes = this.saved && !batch.sample && since(this.saved, report, this.settings.rfm);
    return html`
      <h1>
        ${rate.value === null ? figures.title : figures.answer(count(rate.numerator), count(rate.denominator))}
      </h1>
      <p class="lead">
        ${figures.lead(count(intake.lines), count(intake.orders_counted), count(intake.customers), from, to)}
      </p>
      <div class="stack">
        ${
          intake.customers === 0
            ? nothing
            : html`<rg-week
                .locale=${this.locale}
                .week=${report.this_week}
                .aside=${this.settings.aside}
              ></rg-week>`
        }
        <rg-files
          .locale=${this.locale}
          .intake=${intake}
          .matchable=${sheets.map(({name}) => name)}
        ></rg-files>
        <rg-figures .locale=${this.locale} .views=${figureViews(report, this.locale)}></rg-figures>
        ${changes ? html`<rg-since .locale=${this.locale} .since=${changes}></rg-since>` : nothing}
        ${
          intake.customers === 0
            ? html`<p class="card">${figures.noCustomers}</p>`
            : html`<div class="two">
                <rg-todo .locale=${this.locale} .report=${report}></rg-todo>
                <rg-returns
                  .locale=${this.locale}
                  .windows=${metrics.repurchase_within}
                  .from=${report.intake.first_order ?? metrics.as_of}
                  .asOf=${metrics.as_of}
                ></rg-returns>
              </div>`
        }
      </div>
    `;
  }

  /** What a section begins with, and what it holds. */
  #section(section: Section, ready: Ready): {lead: string; content: TemplateResult} {
    const {locale} = this;
    const {words, format} = locale;
    const {report} = ready;
    switch (section) {
      case 'overview':
        return {lead: '', content: this.#overview(ready)};
      case 'segments':
        return {
          lead: words.segments.lead(
            format.count(report.intake.customers),
            format.count(report.rfm.segments.length),
            report.rfm.scheme,
          ),
          content: html`<rg-segments
            .locale=${locale}
            .report=${report}
            .rfm=${this.settings.rfm}
            .cleaning=${ready.cleaning}
            .history=${ready.history}
            .trial=${this.trial}
          ></rg-segments>`,
        };
      case 'groups':
        return {
          lead: words.groups.lead,
          content: html`<rg-groups .locale=${locale} .report=${report}></rg-groups>`,
        };
      case 'customers':
        return {
          lead: words.customers.lead,
          content: html`<rg-customers
            .locale=${locale}
            .report=${report}
            .view=${ready.view}
            .source=${this.source}
            .remarks=${this.settings.remarks}
            .remarked=${this.remarked}
          ></rg-customers>`,
        };
      case 'returns':
        return {
          lead: words.returns.lead,
          content: html`<div class="stack">
            <rg-cohorts
              .locale=${locale}
              .cohorts=${report.cohorts}
              .choice=${this.settings.cohorts}
              .missing=${missingBeginnings(report)}
              .cleaning=${ready.cleaning}
              .difference=${this.difference}
              ?amounts=${report.intake.revenue !== null}
            ></rg-cohorts>
            <div class="two">
              <rg-second-order .locale=${locale} .survival=${report.survival}></rg-second-order>
              <rg-concentration
                .locale=${locale}
                .concentration=${report.metrics.concentration}
                .customers=${report.metrics.customers.value ?? 0}
              ></rg-concentration>
            </div>
            <rg-rhythm .locale=${locale} .behaviour=${report.behaviour}></rg-rhythm>
            <rg-monitor .locale=${locale} .monitor=${report.monitor}></rg-monitor>
            <rg-flow
              .locale=${locale}
              .flow=${report.metrics.flow}
              .asOf=${report.metrics.as_of}
            ></rg-flow>
          </div>`,
        };
      case 'forecast':
        return {
          lead: words.forecast.lead,
          content: html`<rg-forecast .locale=${locale} .report=${report}></rg-forecast>`,
        };
      case 'rewards':
        return {
          lead: words.rewards.lead,
          content: html`<div class="stack">
            <rg-baskets .locale=${locale} .baskets=${report.recommendations}></rg-baskets>
            <rg-rewards .locale=${locale} .report=${report} .program=${ready.program}></rg-rewards>
          </div>`,
        };
      case 'health':
        return {
          lead: words.health.lead(words.health.grade[gradeOf(report.intake)]),
          content: html`<rg-health
            .locale=${locale}
            .ready=${ready}
            .settings=${this.settings}
            .rejects=${this.rejects}
          ></rg-health>`,
        };
      case 'downloads':
        return {
          lead: words.downloads.lead,
          content: html`<rg-downloads
            .locale=${locale}
            .saving=${ready.saving}
            .nameOf=${this.nameOf}
          ></rg-downloads>`,
        };
    }
  }

  #frame(section: Section, ready: Ready) {
    const {lead, content} = this.#section(section, ready);
    const title = this.locale.words.frame.section[section];
    return html`<section id=${section} tabindex="-1" aria-label=${title}>
      ${
        section === 'overview'
          ? nothing
          : html`<h2>${title}</h2>
              <p class="lead">${lead}</p>`
      }
      ${content}
    </section>`;
  }

  override render() {
    const {ready, locale} = this;
    if (!ready) return nothing;
    const {words, format} = locale;
    const {report} = ready;
    const counts = {
      customers: format.number(report.intake.customers),
      ...(report.clusters.k === null ? {} : {groups: format.number(report.clusters.k)}),
      ...(report.intake.issues.length === 0
        ? {}
        : {health: format.number(report.intake.issues.length)}),
    };
    return html`
      <div class="app" @rg-section=${(event: CustomEvent<Section>) => this.goTo(event.detail)}>
        <rg-nav
          .locale=${locale}
          .sections=${this.#sections}
          .current=${this.current}
          .counts=${counts}
        >
          <rg-privacy-lamp .locale=${locale} .lookout=${this.lookout}></rg-privacy-lamp>
        </rg-nav>
        <main tabindex="-1" aria-label=${words.title}>
          ${this.#header(ready)}
          ${this.#sections.slice(0, this.drawn).map((section) => this.#frame(section, ready))}
          <footer>
            <rg-privacy-lamp compact .locale=${locale} .lookout=${this.lookout}></rg-privacy-lamp>
          </footer>
        </main>
      </div>
      <rg-customer-dialog
        .locale=${locale}
        .report=${report}
        .customer=${ready.customer}
        .remarks=${this.settings.remarks}
        ?busy=${ready.cleaning.busy}
        ?open=${ready.customer !== null}
      ></rg-customer-dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-report': RgReport;
  }
}
