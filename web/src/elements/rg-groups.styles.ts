/** How the groups look. */
import {css} from 'lit';

export const groupsStyles = css`
  :host {
    container-type: inline-size;
  }
  .panels {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
    gap: var(--space-5) var(--space-6);
  }
  .panels h4 {
    font-size: var(--text-s);
    font-weight: 600;
    margin: 0 0 var(--space-3);
    border-bottom: 1px solid var(--line-strong);
    padding-bottom: 6px;
  }
  .panels li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px var(--space-3);
    font-size: var(--text-s);
    margin-bottom: var(--space-3);
    align-items: baseline;
  }
  .panels li b {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .panels svg {
    grid-column: 1 / -1;
    display: block;
    width: 100%;
    height: 8px;
    overflow: visible;
  }
  rect {
    fill: var(--ramp-4);
  }
  .id {
    display: inline-grid;
    place-items: center;
    min-width: 1.5em;
    height: 1.5em;
    margin-right: 6px;
    border-radius: 99px;
    font-size: var(--text-xs);
    font-style: normal;
    font-weight: 600;
    background: var(--accent-wash);
    color: var(--accent);
    font-variant-numeric: tabular-nums;
  }
  .apart {
    margin-top: var(--space-5);
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover {
    background: var(--sunk);
  }
  @container (max-width: 600px) {
    .scroll thead {
      display: none;
    }
    .scroll table,
    .scroll tbody {
      display: block;
    }
    .scroll tr {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 2px var(--space-3);
      border-top: 1px solid var(--line);
      padding: var(--space-3) 0;
    }
    .scroll th,
    .scroll td {
      border: 0;
      padding: 0;
    }
    .scroll td.middle {
      display: none;
    }
    .scroll td.number::before {
      content: attr(data-label) ' ';
      color: var(--ink-faint);
      font-size: var(--text-xs);
    }
    .scroll tbody th {
      grid-column: 1 / -1;
    }
    .scroll td:nth-child(2) {
      text-align: left;
    }
  }
  details {
    margin-top: var(--space-3);
    font-size: var(--text-s);
  }
  summary {
    cursor: pointer;
    color: var(--ink-soft);
  }
  details table {
    max-width: 26rem;
    margin-top: var(--space-2);
  }
  .scroll {
    margin-top: var(--space-5);
  }
  .link {
    display: inline;
    background: none;
    border: 0;
    padding: 0;
    min-height: 0;
    font: inherit;
    font-weight: 600;
    text-align: left;
  }
  .link span {
    text-decoration: underline dotted var(--ink-faint);
    text-underline-offset: 3px;
  }
`;
