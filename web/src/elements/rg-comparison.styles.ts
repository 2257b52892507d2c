/** How two groups stand side by side. */
import {css} from 'lit';

export const comparisonStyles = css`
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
    align-items: end;
  }
  label {
    font-size: var(--text-xs);
    color: var(--ink-soft);
    min-width: 0;
  }
  select {
    display: block;
    width: 15rem;
    max-width: 100%;
    margin-top: 2px;
  }
  table {
    margin: var(--space-4) 0 var(--space-3);
  }
  h3:not(#title) {
    margin-top: var(--space-5);
  }
  th,
  td.number {
    vertical-align: baseline;
  }
  tbody th {
    font-weight: 500;
    width: 32%;
  }
  summary {
    cursor: pointer;
  }
  details p {
    font-size: var(--text-xs);
    font-weight: 400;
    color: var(--ink-soft);
    padding: 4px 0 0 1rem;
    max-width: 60ch;
  }
  .both {
    margin-top: var(--space-4);
    font-size: var(--text-s);
  }
  td small {
    display: block;
    color: var(--ink-faint);
    font-size: var(--text-xs);
  }
  .link {
    border: 0;
    background: none;
    padding: 0;
    min-height: 0;
    font: inherit;
    color: var(--accent);
    text-decoration: underline;
  }
  th:last-child,
  .apart {
    padding-left: var(--space-5);
  }
  .apart {
    width: 34%;
    font-variant-numeric: tabular-nums;
  }
  .apart div {
    display: grid;
    gap: 3px;
    justify-items: start;
  }
  svg {
    width: 148px;
    margin-left: -4px;
    height: 14px;
  }
  .zero {
    stroke: var(--line-strong);
  }
  .reach {
    stroke: var(--accent);
    stroke-width: 3;
    stroke-linecap: round;
    opacity: 0.4;
  }
  circle {
    fill: var(--accent);
  }
  .within_chance .reach {
    stroke: var(--ink-faint);
  }
  .within_chance circle {
    fill: var(--ink-soft);
  }
  @media (max-width: 640px) {
    table,
    tbody {
      display: block;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 2px var(--space-3);
      border-top: 1px solid var(--line);
      padding: var(--space-3) 0;
    }
    tbody th,
    td,
    td.number,
    .apart {
      display: block;
      width: auto;
      border: 0;
      padding: 0;
      text-align: left;
      white-space: normal;
    }
    tbody th,
    .apart {
      grid-column: span 2;
    }
    .apart {
      padding-top: 4px;
    }
    .apart div:empty {
      display: none;
    }
    td[data-label]::before {
      content: attr(data-label);
      display: block;
      font-size: var(--text-xs);
      color: var(--ink-faint);
    }
  }
  @media print {
    .choice {
      display: none;
    }
  }
`;
