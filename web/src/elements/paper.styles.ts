/** How the report looks: on the page, on paper, and in the file that is handed on. */
import {css} from 'lit';
import {chart} from '../styles/chart.js';
import {ramp} from '../styles/ramp.js';

const sheet = css`
  article {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 26px 22px;
    font: 400 14px/1.5 var(--font);
    color: var(--ink);
  }
  article > * {
    grid-column: 1 / -1;
    min-width: 0;
  }
  article > .figure {
    grid-column: span 1;
  }
  article :is(h1, h2, h3, p, figure) {
    margin: 0;
  }
  article .top {
    border-bottom: 1px solid var(--line-strong);
    padding-bottom: 12px;
  }
  article .top :is(h1, h2) {
    font-size: 26px;
    line-height: 1.2;
    letter-spacing: -0.015em;
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  article .of {
    color: var(--ink-soft);
    overflow-wrap: anywhere;
  }
  article .own {
    margin-top: 10px;
    max-width: 72ch;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .piece :is(h2, h3) {
    font-size: 16px;
    line-height: 1.3;
    font-weight: 650;
  }
  .figure :is(h2, h3) {
    font-size: 13px;
    font-weight: 500;
    color: var(--ink-soft);
  }
  .piece .value {
    font-size: 26px;
    line-height: 1.25;
    font-weight: 600;
    letter-spacing: -0.015em;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .piece .under,
  .piece .note,
  article .end-note {
    font-size: 11px;
    line-height: 1.45;
    color: var(--ink-faint);
  }
  .piece .how {
    font-size: 12px;
    color: var(--ink-soft);
    margin: 2px 0 10px;
    max-width: 84ch;
  }
  .piece .note {
    margin-top: 4px;
    max-width: 84ch;
  }
  .piece svg.chart {
    max-width: 640px;
    margin-bottom: 8px;
  }
  .piece svg.square {
    max-width: 280px;
  }
  .piece .halves {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr));
    gap: 20px;
  }
  .chart .all {
    stroke-dasharray: 5 4;
  }
  .chart .point {
    fill: var(--accent);
  }
  .chart .point.alarm {
    fill: var(--bad);
  }
  .panels {
    --panel: 220px;
    gap: 14px 20px;
    margin-bottom: 10px;
  }
  .panels figcaption {
    font-size: 12px;
    font-weight: 600;
  }
  .piece .held {
    overflow-x: auto;
  }
  .piece table {
    border-collapse: collapse;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    width: 100%;
    margin-bottom: 8px;
  }
  .plain :is(th, td) {
    text-align: left;
    font-weight: 400;
    vertical-align: top;
    padding: 4px 8px;
    font-size: 12px;
    border-top: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .plain thead :is(th, td) {
    border: 0;
    font-size: 11px;
    color: var(--ink-soft);
    vertical-align: bottom;
  }
  .plain :is(th, td).number {
    text-align: right;
    overflow-wrap: normal;
  }
  .plain :is(th, td):first-child {
    padding-left: 0;
  }
  .plain .bar {
    width: 90px;
    vertical-align: middle;
  }
  .plain .bar svg {
    display: block;
    width: 90px;
    height: 9px;
  }
  .plain .bar rect {
    fill: var(--ramp-4);
  }
  .piece .map {
    width: auto;
    border-collapse: separate;
    border-spacing: 2px;
  }
  .map :is(th, td) {
    border: 0;
    padding: 5px 4px;
    text-align: right;
    font-weight: 400;
    font-size: 11px;
    white-space: nowrap;
  }
  .map th {
    color: var(--ink-soft);
  }
  .map th[scope='row'],
  .map thead tr:first-child th:first-child {
    text-align: left;
    white-space: normal;
    max-width: 150px;
  }
  .map tbody td {
    border-radius: 3px;
    min-width: 34px;
  }
  .map [scope='colgroup'],
  .fields thead th {
    text-align: left;
  }
  .fields td {
    text-align: left;
    width: 104px;
    height: 44px;
    white-space: normal;
    vertical-align: top;
  }
  .fields small,
  .fields b {
    display: block;
  }
  .fields b {
    font-size: 14px;
  }
  .gone {
    color: var(--ink-faint);
  }
  .hatched {
    background: repeating-linear-gradient(45deg, var(--line) 0 1.5px, var(--sheet) 1.5px 6px);
    color: var(--ink-soft);
  }
  article .end-note {
    border-top: 1px solid var(--line);
    padding-top: 10px;
  }
  @media (max-width: 620px) {
    article {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media screen and (max-width: 620px) {
    .plain:has(thead > tr > :nth-child(4)) {
      min-width: 560px;
    }
  }
  @media print {
    article {
      gap: 18px 20px;
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .piece {
      break-inside: avoid;
    }
    .piece :is(h2, h3) {
      break-after: avoid;
    }
    .piece .held {
      overflow: visible;
    }
    .map :is(th, td) {
      font-size: 9px;
      padding: 4px 2px;
    }
    .map tbody td {
      min-width: 28px;
    }
    .map td,
    .chart,
    .bar rect {
      print-color-adjust: exact;
    }
  }
`;

export const paperStyles = [chart, ramp, sheet];

/** Of a document that is the report and nothing else. */
export const paperPage = css`
  body {
    margin: 0 auto;
    padding: 32px 24px 64px;
    max-width: 860px;
    background: var(--sheet);
  }
  @page {
    size: A4 portrait;
    margin: 14mm 14mm 16mm;
    @bottom-right {
      content: counter(page) ' / ' counter(pages);
      font: 9px sans-serif;
    }
  }
  @media print {
    :root {
      color-scheme: light;
    }
    body {
      padding: 0;
      max-width: none;
    }
  }
`;
