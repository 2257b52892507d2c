/** How the long table looks: rows on hairlines, and cards where it is narrow. */
import {css} from 'lit';

export const gridStyles = css`
  .scroller {
    height: min(70vh, 640px, max(var(--content, 640px), 120px));
    overflow-y: auto;
    overflow-x: hidden;
    border: 1px solid var(--line);
    border-radius: var(--radius-m);
    background: var(--sheet);
    overscroll-behavior: auto;
    scrollbar-gutter: stable;
  }
  .scroller:focus-visible {
    outline-offset: 1px;
  }
  .range {
    height: var(--range);
  }
  .window {
    position: sticky;
    top: 0;
    height: var(--view);
    overflow: clip;
  }
  .head,
  .row {
    display: grid;
    grid-template-columns: var(--tracks);
    align-items: center;
    padding: 0 var(--space-3);
    column-gap: var(--space-2);
  }
  .head {
    height: 36px;
    border-bottom: 1px solid var(--line-strong);
    background: var(--sheet);
    position: relative;
    z-index: 1;
  }
  .head button {
    border: 0;
    background: none;
    padding: 4px 0;
    min-height: 28px;
    font-size: var(--text-xs);
    color: var(--ink-soft);
    width: 100%;
    justify-content: flex-start;
    gap: 3px;
    white-space: nowrap;
  }
  .fixed {
    font-size: var(--text-xs);
    color: var(--ink-soft);
  }
  .mark svg.icon {
    width: 13px;
    height: 13px;
    vertical-align: -2px;
    color: var(--accent);
  }
  .head .number button {
    justify-content: flex-end;
  }
  .head button:hover {
    color: var(--accent);
  }
  .head [aria-sort='ascending'] button,
  .head [aria-sort='descending'] button {
    color: var(--ink);
    font-weight: 650;
  }
  .ascending::after {
    content: '\\2191';
  }
  .descending::after {
    content: '\\2193';
  }
  .rows {
    transform: translateY(var(--shift));
  }
  .row {
    height: var(--row);
    border-bottom: 1px solid var(--line);
    font-size: var(--text-s);
    cursor: pointer;
  }
  .row:hover {
    background: var(--sunk);
  }
  .row > div {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row .number {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .row small {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    font-size: calc(0.6875rem * var(--text-scale));
    line-height: 1.25;
    font-weight: 400;
    color: var(--ink-faint);
  }
  .row .customer {
    line-height: 1.3;
    font-weight: 550;
  }
  .pending {
    color: var(--ink-faint);
  }
  .scroller:focus-visible .active {
    background: var(--accent-wash);
  }
  .scroller:focus-visible .here {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
    border-radius: 3px;
  }
  .keys {
    font-size: var(--text-xs);
    color: var(--ink-faint);
    margin-top: var(--space-2);
  }

  .cards .head {
    display: none;
  }
  .cards .row {
    grid-template-columns: 1fr auto;
    grid-template-rows: auto auto auto;
    align-content: center;
    gap: 1px var(--space-3);
    padding: var(--space-2) var(--space-3);
  }
  .cards .row > div {
    display: none;
  }
  .cards .row .card-name {
    display: block;
    grid-area: 1 / 1;
    font-size: var(--text-m);
  }
  .cards .row .card-amount {
    display: block;
    grid-area: 1 / 2;
    font-weight: 600;
    font-size: var(--text-m);
  }
  .cards .row .card-mark {
    display: block;
    grid-area: 2 / 1;
  }
  .cards .row .card-count {
    display: block;
    grid-area: 2 / 2;
    color: var(--ink-soft);
  }
  .cards .row .card-note {
    display: block;
    grid-area: 3 / 1 / 4 / 3;
    color: var(--ink-faint);
    font-size: var(--text-xs);
    text-align: left;
  }
  .cards .row .card-count::before,
  .cards .row .card-note::before {
    content: attr(data-label) ' ';
  }
  @media (hover: none) {
    .keys {
      display: none;
    }
  }
  @media print {
    .scroller {
      height: auto;
      overflow: visible;
    }
    .range,
    .window {
      height: auto;
    }
    .keys {
      display: none;
    }
  }
`;
