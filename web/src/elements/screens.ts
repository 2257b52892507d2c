/** What each screen of a report holds. */
import {html, nothing, type TemplateResult} from 'lit';
import type {CustomerRow} from '../engine/protocol.js';
import type {Part, Screen} from '../i18n/frame-words.js';
import type {Locale} from '../i18n/locale.js';
import type {Ready, SavedFile} from '../state/app-state.js';
import type {RowSource} from '../state/row-source.js';
import type {Settings} from '../state/settings.js';
import {since, type Saved} from '../state/snapshot.js';
import {missingBeginnings} from './cohort-words.js';
import {figureViews} from './figure-views.js';
import {inTurn} from './in-turn.js';
import './rg-baskets.js';
import type {DifferenceSource} from './rg-cohorts.js';
import './rg-cohorts.js';
import './rg-comparison.js';
import type {ComparisonSource} from './rg-comparison.js';
import './rg-concentration.js';
import './rg-customers.js';
import './rg-downloads.js';
import './rg-figures.js';
import './rg-files.js';
import './rg-flow.js';
import './rg-forecast.js';
import './rg-groups.js';
import {gradeOf} from './rg-health.js';
import './rg-monitor.js';
import type {NearlySource} from './rg-nearly.js';
import './rg-nearly.js';
import './rg-paper.js';
import type {RejectSource} from './rg-rejects.js';
import type {RemarkSource} from './rg-remarks.js';
import './rg-returns.js';
import './rg-club.js';
import './rg-handout.js';
import type {HandoutSource} from './rg-handout.js';
import type {ProgramSource} from './rg-program-editor.js';
import './rg-rewards.js';
import './rg-rhythm.js';
import './rg-second-order.js';
import type {SegmentSource} from './rg-segment-editor.js';
import './rg-segments.js';
import './rg-since.js';
import './rg-todo.js';
import './rg-week.js';
import {shopName} from './shop-name.js';

/** What a screen is drawn from. */
export interface Shown {
  locale: Locale;
  source: RowSource<CustomerRow> | null;
  remarked: RemarkSource | null;
  settings: Settings;
  saved: Saved | null;
  project: string;
  trial: SegmentSource | null;
  programs: ProgramSource | null;
  handout: HandoutSource | null;
  nearly: NearlySource | null;
  difference: DifferenceSource | null;
  compared: ComparisonSource | null;
  rejects: RejectSource | null;
  nameOf: (file: SavedFile) => string;
}

const kDrawn: Record<Screen, (shown: Shown, ready: Ready) => TemplateResult> = {
  week,
  customers,
  returns,
  plans,
  report: paper,
  health,
  files,
};

export function screenContent(screen: Screen, shown: Shown, ready: Ready): TemplateResult {
  return kDrawn[screen](shown, ready);
}

function head({words}: Locale, screen: Screen, lead = '') {
  return html`<h1 tabindex="-1">${words.frame.screen[screen]}</h1>
    ${lead ? html`<p class="lead">${lead}</p>` : nothing}`;
}

function part({words}: Locale, name: Part, lead: string, content: unknown) {
  return html`<section id=${name} class="part" aria-labelledby="${name}-title">
    <h2 id="${name}-title" tabindex="-1">${words.frame.part[name]}</h2>
    ${lead ? html`<p class="lead">${lead}</p>` : nothing} ${content}
  </section>`;
}

function week({locale, saved, settings}: Shown, {report, batch}: Ready) {
  const {words, format} = locale;
  const {figures, frame} = words;
  const {intake, metrics} = report;
  const count = (value: number) => format.count(value);
  const from = format.date(intake.first_order ?? '');
  const to = format.date(intake.last_order ?? '');
  const {repurchase_rate: rate} = metrics;
  const changes = saved && !batch.sample && since(saved, report, settings.rfm);
  return html`
    <h1 tabindex="-1">
      ${
        rate.value === null
          ? frame.screen.week
          : html`<small>${frame.screen.week}</small>
              ${figures.answer(count(rate.numerator), count(rate.denominator))}`
      }
    </h1>
    <p class="lead">
      ${figures.lead(count(intake.lines), count(intake.orders_counted), count(intake.customers), from, to)}
    </p>
    <div class="stack">
      ${
        intake.customers === 0
          ? nothing
          : inTurn(
              html`<rg-week
                .locale=${locale}
                .week=${report.this_week}
                .aside=${settings.aside}
              ></rg-week>`,
            )
      }
      ${inTurn(html`<rg-figures .locale=${locale} .views=${figureViews(report, locale)}></rg-figures>`)}
      ${changes ? inTurn(html`<rg-since .locale=${locale} .since=${changes}></rg-since>`) : nothing}
      ${
        intake.customers === 0
          ? html`<p class="card">${figures.noCustomers}</p>`
          : html`<div class="two">
              ${inTurn(html`<rg-todo .locale=${locale} .report=${report}></rg-todo>`)}
              ${inTurn(
                html`<rg-returns
                  .locale=${locale}
                  .windows=${metrics.repurchase_within}
                  .from=${report.intake.first_order ?? metrics.as_of}
                  .asOf=${metrics.as_of}
                ></rg-returns>`,
              )}
            </div>`
      }
    </div>
  `;
}

function customers({locale, settings, trial, source, remarked, compared}: Shown, ready: Ready) {
  const {words, format} = locale;
  const {report} = ready;
  const divided = words.segments.lead(
    format.count(report.intake.customers),
    format.count(report.rfm.segments.length),
    report.rfm.scheme,
  );
  return html`
    ${head(locale, 'customers')}
    ${part(
      locale,
      'segments',
      divided,
      inTurn(
        html`<rg-segments
          .locale=${locale}
          .report=${report}
          .rfm=${settings.rfm}
          .cleaning=${ready.cleaning}
          .history=${ready.history}
          .trial=${trial}
        ></rg-segments>`,
      ),
    )}
    ${part(
      locale,
      'groups',
      words.groups.lead,
      html`<div class="stack">
        ${inTurn(html`<rg-groups .locale=${locale} .report=${report}></rg-groups>`)}
        ${inTurn(
          html`<rg-comparison
            .locale=${locale}
            .report=${report}
            .remarks=${settings.remarks}
            .source=${compared}
          ></rg-comparison>`,
        )}
      </div>`,
    )}
    ${part(
      locale,
      'table',
      words.customers.lead,
      inTurn(
        html`<rg-customers
          .locale=${locale}
          .report=${report}
          .view=${ready.view}
          .source=${source}
          .remarks=${settings.remarks}
          .remarked=${remarked}
        ></rg-customers>`,
      ),
    )}
  `;
}

function returns({locale, settings, difference}: Shown, {report, cleaning}: Ready) {
  const {words} = locale;
  const {metrics} = report;
  return html`
    ${head(locale, 'returns', words.returns.lead)}
    ${part(
      locale,
      'past',
      '',
      html`<div class="stack">
        ${inTurn(
          html`<rg-cohorts
            .locale=${locale}
            .cohorts=${report.cohorts}
            .choice=${settings.cohorts}
            .missing=${missingBeginnings(report)}
            .cleaning=${cleaning}
            .difference=${difference}
            ?amounts=${report.intake.revenue !== null}
          ></rg-cohorts>`,
        )}
        <div class="two">
          ${inTurn(html`<rg-second-order .locale=${locale} .survival=${report.survival}></rg-second-order>`)}
          ${inTurn(
            html`<rg-concentration
              .locale=${locale}
              .concentration=${metrics.concentration}
              .customers=${metrics.customers.value ?? 0}
            ></rg-concentration>`,
          )}
        </div>
        ${inTurn(html`<rg-rhythm .locale=${locale} .behaviour=${report.behaviour}></rg-rhythm>`)}
        ${inTurn(html`<rg-monitor .locale=${locale} .monitor=${report.monitor}></rg-monitor>`)}
        ${inTurn(html`<rg-flow .locale=${locale} .flow=${metrics.flow} .asOf=${metrics.as_of}></rg-flow>`)}
      </div>`,
    )}
    ${part(
      locale,
      'forecast',
      words.forecast.lead,
      inTurn(html`<rg-forecast .locale=${locale} .report=${report}></rg-forecast>`),
    )}
  `;
}

function plans(
  {locale, programs, handout, nearly, settings}: Shown,
  {report, program, history}: Ready,
) {
  const before = history.past.at(-1);
  return html`
    ${head(locale, 'plans', locale.words.rewards.lead)}
    ${part(
      locale,
      'products',
      '',
      inTurn(html`<rg-baskets .locale=${locale} .baskets=${report.recommendations}></rg-baskets>`),
    )}
    ${part(
      locale,
      'rewards',
      '',
      html`<div class="stack">
        <rg-rewards
          .locale=${locale}
          .report=${report}
          .program=${program}
          .text=${settings.program}
          ?undoable=${before !== undefined && before.program !== settings.program}
          .programs=${programs}
        ></rg-rewards>
        <rg-handout
          .locale=${locale}
          .report=${report}
          .handouts=${settings.handouts}
          .source=${handout}
        ></rg-handout>
        <rg-nearly .locale=${locale} .report=${report} .source=${nearly}></rg-nearly>
        ${report.rewards.points ? html`<rg-club .locale=${locale} .points=${report.rewards.points} .document=${report.rewards.document}></rg-club>` : nothing}
      </div>`,
    )}
  `;
}

function paper({locale, settings, project}: Shown, {report, batch}: Ready) {
  return html`
    ${head(locale, 'report', locale.words.paper.lead)}
    <rg-paper
      .locale=${locale}
      .report=${report}
      .settings=${settings}
      .name=${shopName(batch, project, locale)}
    ></rg-paper>
  `;
}

function health({locale, settings, rejects}: Shown, ready: Ready) {
  const {health: words} = locale.words;
  return html`
    ${head(locale, 'health', words.lead(words.grade[gradeOf(ready.report.intake)]))}
    ${inTurn(
      html`<rg-health
        .locale=${locale}
        .ready=${ready}
        .settings=${settings}
        .rejects=${rejects}
      ></rg-health>`,
    )}
  `;
}

function files({locale, nameOf}: Shown, {report, sheets, saving}: Ready) {
  const {words} = locale;
  const again = (event: Event) =>
    event.target?.dispatchEvent(new CustomEvent('rg-start-over', {bubbles: true, composed: true}));
  return html`
    ${head(locale, 'files', words.files.title)}
    <div class="stack">
      <rg-files
        .locale=${locale}
        .intake=${report.intake}
        .matchable=${sheets.map(({name}) => name)}
      ></rg-files>
      <button class="primary new" @click=${again}>${words.frame.newFiles}</button>
    </div>
    ${part(
      locale,
      'downloads',
      words.downloads.lead,
      inTurn(
        html`<rg-downloads .locale=${locale} .saving=${saving} .nameOf=${nameOf}></rg-downloads>`,
      ),
    )}
  `;
}
