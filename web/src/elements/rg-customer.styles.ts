/** How one customer looks. */
import {css} from 'lit';

export const customerStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
    align-items: center;
    margin-bottom: var(--space-3);
  }
  .bar .close {
    margin: 0 auto 0 -12px;
  }
  .bar .step,
  .bar .print {
    padding: 6px;
  }
  .place {
    font-size: var(--text-s);
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
    margin-right: var(--space-1);
  }
  .step[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
  h1 {
    /* Below the header, which stays. */
    scroll-margin-top: 80px;
    width: fit-content;
    max-width: 100%;
    font-size: calc(clamp(1.5rem, 1.15rem + 1.5vw, 2.125rem) * var(--text-scale));
    letter-spacing: -0.02em;
    margin-bottom: var(--space-4);
  }
  h1.long {
    max-height: 4.6em;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
    gap: var(--space-5);
    align-items: start;
    margin-top: var(--space-5);
  }
  .history {
    margin-top: var(--space-5);
  }
  .card > h2 {
    margin-bottom: var(--space-3);
  }
  .card > h2:has(+ .how) {
    margin-bottom: 0;
  }
  .remind {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-3);
    align-items: center;
    margin-top: var(--space-4);
  }
  .remind small {
    flex: 1 1 14rem;
  }
  .all {
    margin-top: var(--space-2);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
    align-items: center;
    font-size: var(--text-s);
    color: var(--ink-soft);
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3) var(--space-6);
    margin: var(--space-4) 0 0;
  }
  .whole .figures {
    margin-bottom: var(--space-4);
  }
  .figures dt {
    font-size: var(--text-xs);
    color: var(--ink-soft);
  }
  .figures dd {
    font-size: var(--text-l);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .rhythm {
    position: relative;
    padding-bottom: 18px;
    margin: 0 3px;
  }
  .rhythm svg {
    display: block;
    width: 100%;
    height: 40px;
    overflow: visible;
  }
  .rhythm line {
    vector-effect: non-scaling-stroke;
  }
  .time {
    stroke: var(--line-strong);
  }
  .time.dashed {
    stroke-dasharray: 4 4;
  }
  .known {
    stroke: var(--ink-faint);
  }
  .ahead {
    fill: var(--accent);
    opacity: 0.18;
  }
  .ahead.open {
    opacity: 0.1;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 6px;
    margin: var(--space-2) 0 0;
    font-size: var(--text-xs);
    color: var(--ink-faint);
  }
  .key .now {
    height: 14px;
    border-left: 1px solid var(--ink-faint);
  }
  .key .next {
    width: 18px;
    height: 10px;
    margin-left: var(--space-3);
    border-radius: 2px;
    background: var(--accent);
    opacity: 0.3;
  }
  .tick {
    stroke: var(--accent);
    stroke-width: 2.5;
    stroke-linecap: round;
  }
  .rhythm span {
    position: absolute;
    left: var(--x);
    bottom: 0;
    font-size: calc(0.6875rem * var(--text-scale));
    color: var(--ink-faint);
    border-left: 1px solid var(--line-strong);
    padding-left: 4px;
    line-height: 1;
  }
  .scores li {
    display: grid;
    grid-template-columns: 1.2rem auto 1fr;
    gap: var(--space-3);
    align-items: center;
    padding: 5px 0;
    font-size: var(--text-s);
  }
  .letter {
    font-weight: 650;
  }
  .five {
    display: inline-flex;
    gap: 3px;
  }
  .five i {
    width: 9px;
    height: 16px;
    border-radius: 2px;
    background: var(--line);
  }
  .five .on {
    background: var(--ramp-4);
  }
  small {
    display: block;
    color: var(--ink-faint);
    font-size: var(--text-xs);
  }
  .offers li {
    padding: 5px 0;
    font-size: var(--text-s);
  }
  .offers b {
    display: block;
    font-weight: 600;
  }
  .offers span {
    color: var(--ink-soft);
    font-size: var(--text-xs);
  }
  .which .long {
    min-width: 5rem;
  }
  .orders .date {
    white-space: nowrap;
  }
  .out {
    color: var(--ink-faint);
  }
  @media (max-width: 1080px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 760px) {
    .columns,
    .stack {
      gap: var(--space-4);
    }
    .columns,
    .history {
      margin-top: var(--space-4);
    }
  }
  @media (max-width: 640px) {
    .columns,
    .orders,
    .orders tbody {
      display: block;
    }
    .columns > * + * {
      margin-top: var(--space-4);
    }
    .orders thead {
      position: absolute;
      clip-path: inset(50%);
    }
    .orders tr {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 2px var(--space-3);
      border-top: 1px solid var(--line);
      padding: var(--space-2) 0;
    }
    .orders td {
      border: 0;
      padding: 0;
    }
    .orders .goods {
      grid-area: 2 / 1 / auto / span 3;
    }
    .orders .which,
    .orders .counts,
    .orders .where {
      font-size: var(--text-xs);
      color: var(--ink-soft);
    }
    .orders .counts {
      grid-area: 3 / 1;
    }
    .orders .where {
      grid-area: 3 / 3;
    }
    .orders .number:not(.where) {
      grid-area: 1 / 3;
    }
  }
  @media print {
    :host {
      /* As much as a sheet of A4 holds. */
      zoom: 0.8;
    }
    .bar,
    .how,
    .merges,
    .remind,
    .offered,
    .orders .where,
    .orders th:last-child,
    .orders tr:nth-child(n + 9) {
      display: none;
    }
    h1 {
      margin-bottom: var(--space-2);
      font-size: 1.25rem;
    }
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
    }
    .columns > * + * {
      margin-top: 0;
    }
    .columns,
    .stack {
      gap: 8px;
    }
    .columns,
    .history {
      margin-top: 8px;
    }
    .card {
      padding: 10px 12px;
      break-inside: avoid;
    }
    .card > h2 {
      font-size: var(--text-s);
      margin-bottom: 4px;
    }
    .figures {
      margin: var(--space-2) 0 0;
    }
    .orders td {
      padding: 3px 8px 3px 0;
      font-size: var(--text-xs);
    }
    .orders .goods div {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 1;
      overflow: hidden;
    }
  }
`;
