/** What every element starts from: boxes, focus, buttons, fields, tables, cards. */
import {css} from 'lit';

const ground = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1,
  h2,
  h3 {
    line-height: var(--leading-tight);
    font-weight: 650;
    text-wrap: balance;
  }
  h2 {
    font-size: var(--text-xl);
    letter-spacing: -0.012em;
  }
  h3,
  .card > h2,
  .card > .head > h2 {
    font-size: var(--text-m);
    letter-spacing: 0;
  }
  h1:lang(zh),
  h2:lang(zh),
  h3:lang(zh) {
    letter-spacing: 0;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: var(--radius-s);
  }
  .soft {
    color: var(--ink-soft);
  }
  .faint {
    color: var(--ink-faint);
  }
  .small {
    font-size: var(--text-s);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* What may be of any length: as many lines as an honest name may have, and the rest behind a bar. */
  .long {
    max-height: 9em;
    overflow: hidden auto;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }
  h2.long {
    max-height: 4.6em;
  }
  @media print {
    .long,
    h2.long {
      max-height: none;
    }
  }
  svg.icon {
    width: 18px;
    height: 18px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition-duration: 0s !important;
      animation-duration: 0s !important;
    }
  }
`;

const controls = css`
  button,
  .button {
    font: 500 var(--text-s)/1.2 var(--font);
    color: var(--ink);
    background: var(--sheet);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-s);
    padding: 8px 12px;
    min-height: 34px;
    cursor: pointer;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    transition:
      background-color 120ms ease,
      border-color 120ms ease;
  }
  button:hover {
    border-color: var(--ink-faint);
    background: var(--sunk);
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }
  button.primary:hover {
    background: var(--ink);
    border-color: var(--ink);
    color: var(--paper);
  }
  button.quiet {
    background: none;
    border-color: transparent;
    color: var(--ink-soft);
  }
  button.quiet:hover {
    background: var(--sunk);
    color: var(--ink);
  }
  @media print {
    button:not(.name, .link) {
      display: none;
    }
  }
  button[disabled] {
    opacity: 0.5;
    cursor: default;
  }
  input,
  textarea,
  select {
    font: 400 var(--text-s)/1.4 var(--font);
    color: var(--ink);
    background: var(--sheet);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-s);
    padding: 7px 10px;
    min-height: 34px;
  }
  ::placeholder {
    color: var(--ink-faint);
    opacity: 1;
  }
  .pill {
    display: inline-block;
    font-size: var(--text-xs);
    font-weight: 600;
    line-height: 1.4;
    padding: 1px 8px;
    border-radius: 99px;
    background: var(--accent-wash);
    color: var(--accent);
    white-space: nowrap;
  }
  .pill.warn {
    background: var(--warn-wash);
    color: var(--warn);
  }
  .pill.bad {
    background: var(--bad-wash);
    color: var(--bad);
  }
  .pill.plain {
    background: var(--sunk);
    color: var(--ink-soft);
  }
`;

const tables = css`
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: var(--text-s);
  }
  caption {
    text-align: left;
  }
  th {
    font-weight: 500;
    font-size: var(--text-xs);
    color: var(--ink-soft);
    text-align: left;
    padding: 6px 8px;
    vertical-align: bottom;
  }
  td {
    border-top: 1px solid var(--line);
    padding: 9px 8px;
    vertical-align: top;
  }
  tbody th {
    font-size: var(--text-s);
    color: var(--ink);
    border-top: 1px solid var(--line);
    padding: 9px 8px;
    vertical-align: top;
  }
  th.number,
  td.number {
    text-align: right;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  th:first-child,
  td:first-child {
    padding-left: 0;
  }
  th:last-child,
  td:last-child {
    padding-right: 0;
  }
  .scroll {
    overflow-x: auto;
  }
`;

const sheets = css`
  .card {
    background: var(--sheet);
    border: 1px solid var(--line);
    border-radius: var(--radius-l);
    padding: clamp(16px, 2.4vw, 24px);
    min-width: 0;
  }
  .how {
    font-size: var(--text-s);
    color: var(--ink-soft);
    margin: 3px 0 var(--space-4);
    max-width: 68ch;
  }
  .head {
    display: flex;
    gap: var(--space-3);
    align-items: flex-start;
    justify-content: space-between;
  }
  .lead {
    color: var(--ink-soft);
    margin: var(--space-1) 0 var(--space-5);
    max-width: 72ch;
  }
  .stack {
    display: grid;
    gap: var(--space-5);
  }
  .stack > * {
    min-width: 0;
  }
`;

export const base = [ground, controls, tables, sheets];
