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
import type {Part} from '../i18n/frame-words.js';
import {localeOf, nearestLanguage, type LanguageCode, type Locale} from '../i18n/locale.js';
import * as actions from '../state/actions.js';
import type {Addresses, Return} from '../state/addresses.js';
import type {
  AppState,
  CustomerView,
  Ready,
  SavedFile,
  Screen,
  ShopFile,
  Stage,
  TextSize,
  Theme,
} from '../state/app-state.js';
import type {CardStep} from '../state/aside.js';
import type {AudienceChoice} from '../state/audience-choice.js';
import type {HandoutChoice} from '../state/handing-out.js';
import {Engines, type MakeEngine} from '../state/engines.js';
import {KeyReader, pressOf, type KeyAct} from '../state/keys.js';
import {Lookout} from '../state/lookout.js';
import {
  isSamePlace,
  shownAt,
  kScreens,
  kWithoutCustomers,
  placeOf,
  withoutMarks,
  type Place,
} from '../state/places.js';
import type {PaperStep} from '../state/pins.js';
import {rememberedLanguage, rememberedTextSize, rememberedTheme} from '../state/preferences.js';
import type {Remark, RemarkStep} from '../state/remarks.js';
import type {RowSource} from '../state/row-source.js';
import {kNoSettings, type Choice, type CohortChoice} from '../state/settings.js';
import type {Reminder} from '../state/calendar.js';
import {StoreController} from '../state/store-controller.js';
import {Store} from '../state/store.js';
import {isUnsaved, wouldLose} from '../state/unsaved.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';
import {bringsFiles, dropped} from './dropped.js';
import {icon} from './icons.js';
import {allDrawn} from './in-turn.js';
import {appStyles} from './regulars-app.styles.js';
import type {DifferenceSource} from './rg-cohorts.js';
import type {ComparisonSource} from './rg-comparison.js';
import './rg-audience.js';
import type {AudienceSource} from './rg-audience.js';
import type {HandoutSource} from './rg-handout.js';
import './rg-keys.js';
import type {RgKeys} from './rg-keys.js';
import './rg-match.js';
import {PinBoard, type PinsWanted} from './rg-pin.js';
import './rg-preferences.js';
import './rg-privacy-lamp.js';
import type {NearlySource} from './rg-nearly.js';
import type {ProgramSource} from './rg-program-editor.js';
import './rg-reading.js';
import type {RejectSource} from './rg-rejects.js';
import type {RemarkSource} from './rg-remarks.js';
import './rg-report.js';
import type {SegmentSource} from './rg-segment-editor.js';
import type {RgReport} from './rg-report.js';
import './rg-start.js';
import {shopName} from './shop-name.js';
import {isSomethingOpen} from './something-open.js';

/** How long after the page stands the engine is started, in ms. */
const kEarly = 150;

/**
 * The whole page; element.ts gives it an engine and the tag `<regulars-app>`. `lang` (`en`, `zh-CN`), `theme` (`light`, `dark`)
 * and `text-size` (`normal`, `large`, `largest`) may be given; otherwise what was remembered. Whatever was read is gone when it
 * leaves the document. Address, history and title of the page around it are its host's.
 * @fires regulars-ready - Detail: the report.
 * @fires regulars-error - Detail: code and facts of what went wrong.
 * @fires regulars-settings - Detail: language, theme and textSize, whenever one of them changes.
 * @fires regulars-title - Detail: a title for the page, with screen and shop, whenever one of them changes.
 */
export class RegularsApp extends LitElement {
  static override styles = [tokens, base, appStyles];

  @query('rg-report') private report!: RgReport | null;
  @query('rg-keys') private keys!: RgKeys;
  @query('main') private main!: HTMLElement | null;
  @query('#content') private content!: HTMLElement;
  @state() private over = false;
  /** Language; empty: the one remembered, or the browser's. */
  @property({reflect: true}) override lang = '';
  /** Colours: `light` or `dark`; empty: as the computer. */
  @property({reflect: true}) theme: Theme | '' = '';
  /** Size of the text; empty: the one remembered. */
  @property({reflect: true, attribute: 'text-size'}) textSize: TextSize | '' = '';
  /** The address and history of a page that is all ours; null inside anybody else's. */
  @property({attribute: false}) addresses: Addresses | null = null;
  /** Starts an engine. */
  @property({attribute: false}) engine: MakeEngine | null = null;
  /** Brings the sample shop; without it there is no such button. */
  @property({attribute: false}) sample: (() => Promise<ShopFile>) | null = null;

  readonly #store = new Store<AppState>({
    language: rememberedLanguage(),
    theme: rememberedTheme(),
    textSize: rememberedTextSize(),
    settings: kNoSettings,
    project: '',
    saved: null,
    kept: kNoSettings,
    stage: {name: 'empty', cancelled: false},
  });
  readonly #lookout = new Lookout();
  readonly #board = new PinBoard();
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
  #title = '';
  /** What had the keyboard when a customer was opened, and how high the page stood. */
  #opener: {focus: HTMLElement | null; top: number} | null = null;
  readonly #reader = new KeyReader();
  readonly #difference: DifferenceSource = (of) => actions.compareShares(this.#desk, of);
  readonly #compared: ComparisonSource = (first, second) =>
    actions.compareGroups(this.#desk, first, second);
  readonly #trial: SegmentSource = (options) => actions.trySegments(this.#desk, options);
  readonly #handout: HandoutSource = {
    count: (choice) => actions.countHandout(this.#desk, choice),
    outcome: (record) => actions.handoutOutcome(this.#desk, record),
  };
  readonly #programs: ProgramSource = (document) => actions.tryProgram(this.#desk, document);
  readonly #nearly: NearlySource = () => actions.findNearly(this.#desk);
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

  /** Whether leaving the page would lose something that was decided. */
  get unsaved(): boolean {
    return wouldLose(this.#store.value);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const {language, theme, textSize} = this.#store.value;
    if (changed.has('lang') && this.lang && nearestLanguage(this.lang) !== language) {
      this.#store.set({...this.#store.value, language: nearestLanguage(this.lang)});
    }
    if (changed.has('theme') && this.theme && this.theme !== theme) {
      this.#store.set({...this.#store.value, theme: this.theme});
    }
    if (changed.has('textSize') && this.textSize && this.textSize !== textSize) {
      this.#store.set({...this.#store.value, textSize: this.textSize});
    }
  }

  protected override updated(changed: PropertyValues<this>) {
    if (changed.has('addresses')) {
      changed.get('addresses')?.stop();
      this.addresses?.start((to) => void this.#return(to));
    }
    const now = this.#store.value;
    const before = this.#before;
    this.#before = now;
    const isLike = (name: 'language' | 'theme' | 'textSize') => before?.[name] === now[name];
    if (!isLike('language') || !isLike('theme') || !isLike('textSize')) this.#settle(now);
    this.#note(before?.stage ?? null, now.stage);
    this.#entitle(now);
    this.#board.show(now.settings.paper.pins);
    if (before && before.stage.name !== now.stage.name) this.#arrive(now.stage);
  }

  #settle({language, theme, textSize}: AppState) {
    this.lang = language;
    this.theme = theme === 'system' ? '' : theme;
    this.textSize = textSize === 'normal' ? '' : textSize;
    this.#tell('regulars-settings', {language, theme, textSize});
  }

  /** Keeps the address where one is; what was left of figures that were counted anew is seen without their marks. */
  #note(before: Stage | null, now: Stage) {
    const {addresses} = this;
    if (!addresses) return;
    if (now.name === 'ready') {
      if (before?.name !== 'ready' || before.report !== now.report) addresses.revise(withoutMarks);
      addresses.note(placeOf(now));
      return;
    }
    const waits = (now.name === 'reading' || now.name === 'matching') && now.back !== null;
    if (!waits) addresses.clear();
  }

  #entitle({stage, project}: AppState) {
    const {words} = this.#locale;
    const {screen, title: program, dot} = {...words.frame, title: words.title};
    const title =
      stage.name === 'ready'
        ? [
            stage.customer ? words.dialog.title : screen[stage.screen],
            shopName(stage.batch, project, this.#locale),
            program,
          ].join(dot)
        : program;
    if (title === this.#title) return;
    this.#title = title;
    this.#tell('regulars-title', title);
  }

  #arrive(stage: Stage) {
    // What had the focus is gone: the keyboard goes on from the beginning of what came.
    if (this.shadowRoot?.activeElement === null) this.content.focus({preventScroll: true});
    if (stage.name === 'ready') {
      this.#scrollTo(0);
      this.#tell('regulars-ready', stage.report);
    }
    if (stage.name === 'failed') this.#tell('regulars-error', stage.error);
  }

  /** So far down; inside another page only up to where ours begins. */
  #scrollTo(top: number) {
    if (this.addresses) scrollTo({top, behavior: 'instant'});
    else if (this.getBoundingClientRect().top < 0) this.scrollIntoView({block: 'start'});
  }

  get #place(): Place | null {
    const {stage} = this.#store.value;
    return stage.name === 'ready' ? placeOf(stage) : null;
  }

  /** Goes where `act` leads: an entry of its own in the history, and the keyboard where one came to. */
  async #visit(act: () => unknown, part: Part | null = null) {
    const before = this.#place;
    void act();
    const now = this.#place;
    if (!before || !now) return;
    if (!isSamePlace(before, now)) this.addresses?.push(now);
    if (shownAt(before) === shownAt(now) && !part) return;
    await this.#drawn();
    // Where a part stands is known when what is above it is there.
    if (part) await allDrawn();
    else this.#scrollTo(0);
    this.report?.land(part);
  }

  /** Back or Forward: all as it was there. */
  async #return(to: Return) {
    const before = this.#place;
    const {stage} = this.#store.value;
    if (!before || stage.name !== 'ready') return this.#note(null, stage);
    const place = to.place ?? {...before, screen: to.screen ?? 'week', customer: null};
    const screen = this.#has(stage, place.screen) ? place.screen : 'week';
    const now = {...place, screen};
    const isBelow =
      before.screen === screen && (before.customer === null) !== (now.customer === null);
    if (isBelow && now.customer) this.#remember();
    void actions.goBackTo(this.#desk, now);
    await this.#drawn();
    await allDrawn();
    if (isBelow && before.customer) this.#refocus(before.customer.at);
    else if (shownAt(before) !== shownAt(now)) this.report?.land(null);
    this.#scrollTo(to.scroll);
  }

  /** Keeps where the keyboard is, for the way back from a customer. */
  #remember() {
    let focus = this.shadowRoot?.activeElement ?? null;
    while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
    const {top} = this.getBoundingClientRect();
    this.#opener = {focus: focus instanceof HTMLElement ? focus : null, top};
  }

  /** The keyboard where it was before a customer was opened; in the table at the one who was looked at last. */
  #refocus(at: number | null) {
    if (at !== null) this.report?.showRow(at);
    const focus = this.#opener?.focus;
    if (focus?.isConnected) focus.focus({preventScroll: true});
    else this.report?.land(null);
  }

  async #drawn() {
    await this.updateComplete;
    await this.report?.updateComplete;
  }

  #has({report}: Ready, screen: Screen): boolean {
    return (report.intake.customers === 0 ? kWithoutCustomers : kScreens).includes(screen);
  }

  #go(screen: Screen) {
    const {stage} = this.#store.value;
    if (stage.name !== 'ready' || !this.#has(stage, screen)) return;
    void this.#visit(() => actions.goTo(this.#desk, screen));
  }

  #open({id}: CustomerRow) {
    const {stage} = this.#store.value;
    if (stage.name !== 'ready') return;
    const at = this.#rows(stage.view, stage.report).find((row) => row.id === id);
    this.#remember();
    void this.#visit(() => actions.openCustomer(this.#desk, id, at));
  }

  async #close() {
    const before = this.#place;
    if (!before?.customer) return;
    // Before the state says so: what is left keeps its address.
    this.addresses?.leaveCustomer();
    actions.closeCustomer(this.#desk);
    await this.#drawn();
    await allDrawn();
    // Whoever went on meanwhile is not called back.
    const now = this.#place;
    if (!now || now.customer || now.screen !== before.screen) return;
    this.#refocus(before.customer.at);
    if (this.#opener)
      scrollBy({top: this.getBoundingClientRect().top - this.#opener.top, behavior: 'instant'});
  }

  #next(by: number) {
    const {stage} = this.#store.value;
    if (stage.name !== 'ready') return;
    void actions.stepCustomer(this.#desk, this.#rows(stage.view, stage.report), by);
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

  #show({detail}: CustomEvent<Partial<CustomerView>>) {
    void this.#visit(() => actions.showOnly(this.#desk, detail), 'table');
  }

  #pressed(event: KeyboardEvent) {
    const {stage} = this.#store.value;
    // Inside another page only what is pressed in our part of it.
    const isOurs = this.addresses !== null || event.composedPath().includes(this);
    if (event.defaultPrevented || !isOurs) return;
    const act = this.#reader.read(pressOf(event));
    if (!act || this.keys.isOpen || (stage.name !== 'ready' && act.act !== 'keys')) return;
    // Behind the drawer of lists nobody goes anywhere.
    const isDrawn = stage.name === 'ready' && stage.audience !== null;
    if (isDrawn && act.act !== 'save') return;
    if (act.act === 'leave') {
      const isAbove = stage.name === 'ready' && stage.customer !== null;
      // What is open above is closed by the browser.
      if (!isAbove || event.isComposing || isSomethingOpen(this.renderRoot)) return;
    }
    event.preventDefault();
    this.#act(act);
  }

  #act(act: KeyAct) {
    const desk = this.#desk;
    switch (act.act) {
      case 'go':
        return this.#go(act.screen);
      case 'step':
        return this.#next(act.by);
      case 'leave':
        return void this.#close();
      case 'undo':
        return void actions.undoStep(desk);
      case 'redo':
        return void actions.redoStep(desk);
      case 'save':
        return actions.saveProject(desk);
      case 'keys':
        return this.keys.show();
    }
  }

  #skip() {
    if (this.report) this.report.skip();
    else this.main?.focus();
  }

  #opening(stage: Exclude<Stage, {name: 'ready'}>, locale: Locale) {
    const {theme, textSize} = this.#store.value;
    return html`
      <header>
        <p class="brand">${icon('brand')}${locale.words.title}</p>
        <rg-privacy-lamp compact .locale=${locale} .lookout=${this.#lookout}></rg-privacy-lamp>
        <rg-preferences .locale=${locale} .theme=${theme} .textSize=${textSize}></rg-preferences>
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
    const {stage, theme, textSize, settings, saved, project} = this.#store.value;
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
        @rg-text-size=${(event: CustomEvent<TextSize>) => actions.setTextSize(desk, event.detail)}
        @rg-screen=${(event: CustomEvent<Screen>) => this.#go(event.detail)}
        @rg-keys=${() => this.keys.show()}
        @rg-show=${(event: CustomEvent<Partial<CustomerView>>) => this.#show(event)}
        @rg-view=${(event: CustomEvent<Partial<CustomerView>>) => actions.showCustomers(desk, event.detail)}
        @rg-open=${(event: CustomEvent<CustomerRow>) => this.#open(event.detail)}
        @rg-close=${() => void this.#close()}
        @rg-remind=${(event: CustomEvent<Reminder>) => actions.saveReminder(event.detail)}
        @rg-next=${(event: CustomEvent<number>) => this.#next(event.detail)}
        @rg-program=${(event: CustomEvent<string | null>) => void actions.applyProgram(desk, event.detail)}
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
        @rg-handout=${(event: CustomEvent<HandoutChoice>) => void actions.saveHandout(desk, event.detail)}
        @rg-remark=${(event: CustomEvent<RemarkStep>) => void actions.setRemark(desk, event.detail)}
        @rg-pins-wanted=${(event: PinsWanted) => this.#board.answer(event)}
        @rg-paper=${(event: CustomEvent<PaperStep>) => void actions.setPaper(desk, event.detail)}
        @rg-save-paper=${(event: CustomEvent<string>) => actions.savePaper(event.detail)}
        @rg-back=${() => void actions.undoStep(desk)}
        @rg-forth=${() => void actions.redoStep(desk)}
        @rg-step=${(event: CustomEvent<number>) => void actions.goToStep(desk, event.detail)}
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
                    .textSize=${textSize}
                    .project=${project}
                    ?unsaved=${isUnsaved(this.#store.value)}
                    .ready=${stage}
                    .source=${this.#rows(stage.view, stage.report)}
                    .settings=${settings}
                    .remarked=${this.#remarked(stage.report)}
                    .saved=${saved}
                    .trial=${this.#trial}
                    .programs=${this.#programs}
                    .handout=${this.#handout}
                    .nearly=${this.#nearly}
                    .difference=${this.#difference}
                    .compared=${this.#compared}
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
              : this.#opening(stage, locale)
          }
        </div>
        <rg-keys .locale=${locale}></rg-keys>
      </div>
    `;
  }
}
