import {LitElement, html, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {
  CleaningRule,
  Correction,
  CustomerRow,
  RejectedRow,
  Report,
  RfmOptions,
} from '../engine/protocol.js';
import {localeOf, nearestLanguage, type LanguageCode, type Locale} from '../i18n/locale.js';
import * as actions from '../state/actions.js';
import type {
  AppState,
  CustomerView,
  SavedFile,
  ShopFile,
  Stage,
  Theme,
} from '../state/app-state.js';
import type {CardStep} from '../state/aside.js';
import type {AudienceChoice} from '../state/audience-choice.js';
import {Engines, type MakeEngine} from '../state/engines.js';
import {Lookout} from '../state/lookout.js';
import {rememberedLanguage, rememberedTheme} from '../state/preferences.js';
import type {Remark, RemarkStep} from '../state/remarks.js';
import type {RowSource} from '../state/row-source.js';
import {kNoSettings, type Choice, type CohortChoice} from '../state/settings.js';
import {StoreController} from '../state/store-controller.js';
import {Store} from '../state/store.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';
import {bringsFiles, dropped} from './dropped.js';
import {icon} from './icons.js';
import {appStyles} from './regulars-app.styles.js';
import type {DifferenceSource} from './rg-cohorts.js';
import './rg-audience.js';
import type {AudienceSource} from './rg-audience.js';
import './rg-match.js';
import './rg-preferences.js';
import './rg-privacy-lamp.js';
import './rg-reading.js';
import type {RejectSource} from './rg-rejects.js';
import type {RemarkSource} from './rg-remarks.js';
import './rg-report.js';
import type {SegmentSource} from './rg-segment-editor.js';
import type {RgReport} from './rg-report.js';
import './rg-start.js';

/** How long after the page stands the engine is started, in ms. */
const kEarly = 150;

/**
 * The whole page; element.ts gives it an engine and the tag `<regulars-app>`. `lang` (`en`, `zh-CN`) and `theme` (`light`,
 * `dark`) may be given; otherwise what was remembered. Whatever was read is gone when it leaves the document.
 * @fires regulars-ready - Detail: the report.
 * @fires regulars-error - Detail: code and facts of what went wrong.
 * @fires regulars-settings - Detail: language and theme, whenever one of them changes.
 */
export class RegularsApp extends LitElement {
  static override styles = [tokens, base, appStyles];

  @query('rg-report') private screen!: RgReport | null;
  @query('main') private main!: HTMLElement | null;
  @query('#content') private content!: HTMLElement;
  @state() private over = false;
  /** Language; empty: the one remembered, or the browser's. */
  @property({reflect: true}) override lang = '';
  /** Colours: `light` or `dark`; empty: as the computer. */
  @property({reflect: true}) theme: Theme | '' = '';
  /** Starts an engine. */
  @property({attribute: false}) engine: MakeEngine | null = null;
  /** Brings the sample shop; without it there is no such button. */
  @property({attribute: false}) sample: (() => Promise<ShopFile>) | null = null;

  readonly #store = new Store<AppState>({
    language: rememberedLanguage(),
    theme: rememberedTheme(),
    settings: kNoSettings,
    project: '',
    saved: null,
    program: null,
    stage: {name: 'empty', cancelled: false},
  });
  readonly #lookout = new Lookout();
  readonly #engines = new Engines(() => {
    if (!this.engine) throw new Error('<regulars-app> has no engine');
    return this.engine();
  });
  readonly #desk: actions.Desk = {store: this.#store, engines: this.#engines};
  #shown: {
    view: CustomerView;
    report: Report;
    tagged: readonly Remark[] | null;
    source: RowSource<CustomerRow>;
  } | null = null;
  #left: {report: Report; source: RejectSource} | null = null;
  #noted: {report: Report; source: RemarkSource} | null = null;
  #before: AppState | null = null;
  readonly #count: AudienceSource = (choice) => actions.countAudience(this.#desk, choice);
  readonly #difference: DifferenceSource = (of) => actions.compareShares(this.#desk, of);
  readonly #trial: SegmentSource = (options) => actions.trySegments(this.#desk, options);
  readonly #onKey = (event: KeyboardEvent) => this.#pressed(event);

  constructor() {
    super();
    new StoreController(this, this.#store);
  }

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#onKey);
    this.#lookout.start();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#onKey);
    this.#lookout.stop();
    // Without its engine a report could not answer any more.
    actions.cancelReading(this.#desk);
    actions.startOver(this.#desk);
    this.#engines.drop();
  }

  protected override firstUpdated() {
    // The engine starts while somebody looks for a file; if it cannot, the first file tells why.
    setTimeout(() => this.engine && void this.#engines.current().catch(() => undefined), kEarly);
  }

  /** Reads files as if they were dropped. */
  loadFiles(files: readonly ShopFile[]): Promise<void> {
    return actions.openFiles(this.#desk, {files, sample: false});
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const {language, theme} = this.#store.value;
    if (changed.has('lang') && this.lang && nearestLanguage(this.lang) !== language) {
      this.#store.set({...this.#store.value, language: nearestLanguage(this.lang)});
    }
    if (changed.has('theme') && this.theme && this.theme !== theme) {
      this.#store.set({...this.#store.value, theme: this.theme});
    }
  }

  protected override updated() {
    const now = this.#store.value;
    const before = this.#before;
    this.#before = now;
    if (before?.language !== now.language || before.theme !== now.theme) this.#settle(now);
    if (before && before.stage.name !== now.stage.name) this.#arrive(now.stage);
  }

  #settle({language, theme}: AppState) {
    this.lang = language;
    this.theme = theme === 'system' ? '' : theme;
    this.#tell('regulars-settings', {language, theme});
  }

  #arrive(stage: Stage) {
    // What had the focus is gone: the keyboard goes on from the beginning of what came.
    if (this.shadowRoot?.activeElement === null) this.content.focus({preventScroll: true});
    if (stage.name === 'ready') {
      scrollTo({top: 0});
      this.#tell('regulars-ready', stage.report);
    }
    if (stage.name === 'failed') this.#tell('regulars-error', stage.error);
  }

  #tell(name: string, detail: unknown) {
    this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
  }

  get #locale(): Locale {
    const {language, stage} = this.#store.value;
    if (stage.name !== 'ready') return localeOf(language);
    const {currency, minor_digits: minorDigits} = stage.report.intake;
    return localeOf(language, {currency, minorDigits});
  }

  /** The rows of the table: the same object as long as view and report are the same, and who has the tag that is asked for. */
  #rows(view: CustomerView, report: Report): RowSource<CustomerRow> {
    const tagged = view.tag === null ? null : this.#store.value.settings.remarks;
    const last = this.#shown;
    if (last?.view !== view || last.report !== report || last.tagged !== tagged) {
      const source = actions.customerRows(this.#desk, view);
      this.#shown = {view, report, tagged, source};
      return source;
    }
    return last.source;
  }

  /** Where rejected rows come from: another one for each report, so that they are asked for anew. */
  #rejects(report: Report): RejectSource {
    if (this.#left?.report !== report) {
      const source: RejectSource = (from, limit) => actions.rejectedRows(this.#desk, from, limit);
      this.#left = {report, source};
    }
    return this.#left.source;
  }

  /** Where notes and tags belong: another one for each report, so that it is asked for anew. */
  #remarked(report: Report): RemarkSource {
    if (this.#noted?.report !== report)
      this.#noted = {report, source: () => actions.remarkedRows(this.#desk)};
    return this.#noted.source;
  }

  #dragged(event: DragEvent) {
    if (!bringsFiles(event.dataTransfer)) return;
    event.preventDefault();
    this.over = event.type !== 'dragleave';
  }

  #dropped(event: DragEvent) {
    // Whatever is dropped, the browser must not open it in our place.
    event.preventDefault();
    this.over = false;
    const found = dropped(event.dataTransfer);
    if (!found) return;
    if ('folder' in found) {
      const facts = {detail: '', file: found.folder, line: 0, column: 0};
      actions.refuse(this.#desk, {code: 'folder', ...facts});
      return;
    }
    void this.loadFiles(found.files);
  }

  async #openSample() {
    const file = await this.sample?.();
    if (file) await actions.openFiles(this.#desk, {files: [file], sample: true});
  }

  #again({stage}: AppState) {
    if (stage.name === 'failed') void actions.openFiles(this.#desk, stage.batch);
  }

  #choose(choice: Choice) {
    const {stage} = this.#store.value;
    if (stage.name === 'matching') void actions.chooseFor(this.#desk, stage.current, choice);
  }

  #show(event: CustomEvent<Partial<CustomerView>>) {
    actions.showOnly(this.#desk, event.detail);
    this.screen?.goTo('customers');
  }

  /** Undo and redo, but for where somebody writes. */
  #pressed(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z')
      return;
    const isText = (target: EventTarget) =>
      target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
    if (event.composedPath().some(isText)) return;
    event.preventDefault();
    void (event.shiftKey ? actions.redoStep(this.#desk) : actions.undoStep(this.#desk));
  }

  #skip() {
    if (this.screen) this.screen.skip();
    else this.main?.focus();
  }

  #opening(stage: Exclude<Stage, {name: 'ready'}>, locale: Locale, theme: Theme) {
    return html`
      <header>
        <p class="brand">${icon('brand')}${locale.words.title}</p>
        <rg-privacy-lamp compact .locale=${locale} .lookout=${this.#lookout}></rg-privacy-lamp>
        <rg-preferences .locale=${locale} .theme=${theme}></rg-preferences>
      </header>
      <main tabindex="-1">${this.#beginning(stage, locale)}</main>
    `;
  }

  #beginning(stage: Exclude<Stage, {name: 'ready'}>, locale: Locale) {
    if (stage.name === 'reading')
      return html`<rg-reading .locale=${locale} .reading=${stage}></rg-reading>`;
    if (stage.name === 'matching')
      return html`<rg-match .locale=${locale} .matching=${stage}></rg-match>`;
    const failed = stage.name === 'failed' ? stage : null;
    return html`<rg-start
      .locale=${locale}
      .error=${failed?.error ?? null}
      .progress=${failed?.progress ?? null}
      .project=${this.#store.value.project}
      ?repeatable=${(failed?.batch.files.length ?? 0) > 0 && failed?.error.code === 'engine_died'}
      ?cancelled=${stage.name === 'empty' && stage.cancelled}
      ?over=${this.over}
      ?sample=${this.sample !== null}
    ></rg-start>`;
  }

  #news(stage: Stage, {words, format}: Locale): string {
    if (stage.name === 'ready')
      return words.reading.done(format.count(stage.report.intake.customers));
    if (stage.name === 'matching') return words.match.title;
    if (stage.name === 'reading')
      return words.reading[stage.phase === 'analyzing' ? 'analyzing' : 'starting'];
    return '';
  }

  override render() {
    const {stage, theme, settings, saved} = this.#store.value;
    const locale = this.#locale;
    const desk = this.#desk;
    return html`
      <div
        @dragenter=${(event: DragEvent) => this.#dragged(event)}
        @dragover=${(event: DragEvent) => this.#dragged(event)}
        @dragleave=${(event: DragEvent) => this.#dragged(event)}
        @drop=${(event: DragEvent) => this.#dropped(event)}
        @rg-files=${(event: CustomEvent<File[]>) => void this.loadFiles(event.detail)}
        @rg-sample=${() => void this.#openSample()}
        @rg-again=${() => this.#again(this.#store.value)}
        @rg-cancel=${() => actions.cancelReading(desk)}
        @rg-start-over=${() => actions.startOver(desk)}
        @rg-language=${(event: CustomEvent<LanguageCode>) => actions.setLanguage(desk, event.detail)}
        @rg-theme=${(event: CustomEvent<Theme>) => actions.setTheme(desk, event.detail)}
        @rg-show=${(event: CustomEvent<Partial<CustomerView>>) => this.#show(event)}
        @rg-view=${(event: CustomEvent<Partial<CustomerView>>) => actions.showCustomers(desk, event.detail)}
        @rg-open=${(event: CustomEvent<CustomerRow>) => void actions.openCustomer(desk, event.detail.id)}
        @rg-close=${() => actions.closeCustomer(desk)}
        @rg-program=${(event: CustomEvent<string | null>) => void actions.applyProgram(desk, event.detail)}
        @rg-undo=${() => void actions.undoProgram(desk)}
        @rg-match=${({detail}: CustomEvent<{name: string; place: number}>) =>
          void actions.openMatch(desk, detail.name, detail.place)}
        @rg-choose=${(event: CustomEvent<Choice>) => this.#choose(event.detail)}
        @rg-sheet=${(event: CustomEvent<number>) => void actions.showSheet(desk, event.detail)}
        @rg-confirm=${() => void actions.confirmMatch(desk)}
        @rg-leave=${() => actions.leaveMatch(desk)}
        @rg-rule=${({detail}: CustomEvent<{rule: CleaningRule; on: boolean}>) =>
          void actions.switchRule(desk, detail.rule, detail.on)}
        @rg-apart=${({detail}: CustomEvent<{sign: string; apart: boolean}>) =>
          void actions.keepApart(desk, detail.sign, detail.apart)}
        @rg-mend=${({detail}: CustomEvent<{row: RejectedRow; correction: Correction | null}>) =>
          void actions.mendRow(desk, detail.row, detail.correction)}
        @rg-forget=${() => void actions.forgetLost(desk)}
        @rg-rate=${({detail}: CustomEvent<{currency: string; rate: number | null}>) =>
          void actions.setRate(desk, detail.currency, detail.rate)}
        @rg-segmenting=${({detail}: CustomEvent<RfmOptions | null>) =>
          void actions.setSegments(desk, detail)}
        @rg-cohorts=${({detail}: CustomEvent<Partial<CohortChoice>>) =>
          void actions.setCohorts(desk, detail)}
        @rg-aside=${({detail}: CustomEvent<CardStep>) => void actions.setAside(desk, detail)}
        @rg-export=${(event: CustomEvent<CustomerView>) => actions.openAudience(desk, event.detail)}
        @rg-audience=${(event: CustomEvent<AudienceChoice>) => void actions.saveAudience(desk, event.detail)}
        @rg-audience-close=${() => actions.closeAudience(desk)}
        @rg-remark=${(event: CustomEvent<RemarkStep>) => void actions.setRemark(desk, event.detail)}
        @rg-back=${() => void actions.undoStep(desk)}
        @rg-forth=${() => void actions.redoStep(desk)}
        @rg-save-project=${() => actions.saveProject(desk)}
        @rg-download=${(event: CustomEvent<SavedFile>) => void actions.download(desk, event.detail)}
      >
        <nav aria-label=${locale.words.frame.shortcuts}>
          <button class="skip" @click=${() => this.#skip()}>${locale.words.frame.skip}</button>
        </nav>
        <p class="unseen" role="status">${this.#news(stage, locale)}</p>
        <div id="content" tabindex="-1">
          ${
            stage.name === 'ready'
              ? html`<rg-report
                    .locale=${locale}
                    .theme=${theme}
                    .ready=${stage}
                    .source=${this.#rows(stage.view, stage.report)}
                    .settings=${settings}
                    .remarked=${this.#remarked(stage.report)}
                    .saved=${saved}
                    .trial=${this.#trial}
                    .difference=${this.#difference}
                    .rejects=${this.#rejects(stage.report)}
                    .nameOf=${actions.savedName}
                    .lookout=${this.#lookout}
                  ></rg-report>
                  <rg-audience
                    .locale=${locale}
                    .choice=${settings.audience}
                    .open=${stage.audience}
                    .source=${this.#count}
                  ></rg-audience>`
              : this.#opening(stage, locale, theme)
          }
        </div>
      </div>
    `;
  }
}
