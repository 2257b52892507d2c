/** How the ten segments look. */
import {css} from 'lit';

export const segmentsStyles = css`
  :host {
    container-type: inline-size;
  }
  .map {
    display: grid;
    grid-template-columns: minmax(0, 1.75fr) minmax(0, 1fr);
    gap: var(--space-5) var(--space-6);
    align-items: stretch;
  }
  aside {
    border-left: 1px solid var(--line);
    padding-left: var(--space-6);
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    justify-content: center;
  }
  aside h4 {
    font-size: var(--text-l);
    font-weight: 650;
    margin: 0;
  }
  aside .many {
    font-size: var(--text-hero);
    font-weight: 600;
    line-height: 1.15;
    letter-spacing: -0.02em;
    margin: var(--space-3) 0 0;
    font-variant-numeric: tabular-nums;
  }
  aside .advice {
    margin: var(--space-4) 0;
    padding-left: var(--space-3);
    border-left: 3px solid var(--accent);
  }
  aside.bad .advice {
    border-color: var(--bad);
  }
  aside.warn .advice {
    border-color: var(--warn);
  }
  tbody th b {
    display: block;
    font-weight: 600;
  }
  tbody th span {
    font-weight: 400;
    color: var(--ink-faint);
    font-size: var(--text-xs);
  }
  thead td {
    border: 0;
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover {
    background: var(--sunk);
  }
  tbody tr.none {
    color: var(--ink-faint);
  }
  .now {
    color: var(--ink-soft);
    max-width: 44ch;
  }
  .barcell {
    width: 20%;
    min-width: 100px;
  }
  .barcell svg {
    display: block;
    width: 100%;
    height: 10px;
  }
  .barcell small {
    font-size: var(--text-xs);
    color: var(--ink-faint);
    font-variant-numeric: tabular-nums;
  }
  rect {
    fill: var(--ramp-4);
  }
  .warn rect {
    fill: var(--warn);
  }
  .bad rect {
    fill: var(--bad);
  }
  .last {
    text-align: right;
  }
  .last button {
    white-space: nowrap;
    padding: 4px 10px;
    min-height: 28px;
  }
  details {
    margin-top: var(--space-4);
    font-size: var(--text-s);
  }
  summary {
    cursor: pointer;
    color: var(--ink-soft);
  }
  details table {
    max-width: 36rem;
    margin-top: var(--space-2);
  }
  @container (max-width: 760px) {
    .map {
      grid-template-columns: minmax(0, 1fr);
    }
    aside {
      border-left: 0;
      padding-left: 0;
      border-top: 1px solid var(--line);
      padding-top: var(--space-4);
    }
  }
  @container (max-width: 760px) {
    table.ten thead {
      display: none;
    }
    table.ten,
    table.ten tbody {
      display: block;
    }
    table.ten tr {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 2px var(--space-3);
      padding: var(--space-3) 0;
      border-top: 1px solid var(--line);
    }
    table.ten th,
    table.ten td {
      border: 0;
      padding: 0;
    }
    table.ten .orders,
    table.ten .last {
      display: none;
    }
    table.ten .barcell,
    table.ten .now {
      grid-column: 1 / -1;
      width: auto;
      max-width: none;
    }
    table.ten .revenue {
      display: none;
    }
    table.ten .barcell {
      display: flex;
      align-items: center;
      gap: var(--space-3);
    }
    table.ten .barcell svg {
      flex: 1;
    }
  }
`;
