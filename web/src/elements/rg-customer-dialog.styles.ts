/** How the sheet of one customer looks. */
import {css} from 'lit';

export const dialogStyles = css`
  dialog {
    width: min(52rem, calc(100vw - 24px));
    padding: 0;
  }
  .sheet {
    padding: 0 clamp(16px, 3vw, 32px) var(--space-5);
    min-height: 12rem;
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: flex-start;
    gap: var(--space-3);
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--sheet);
    padding: clamp(16px, 3vw, 28px) 0 var(--space-2);
  }
  header h2 {
    overflow-wrap: anywhere;
    margin-right: auto;
  }
  header .step {
    padding: 6px;
    min-height: 30px;
  }
  .step[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
  .acts {
    display: flex;
    gap: var(--space-1);
    margin: -2px -8px 0 0;
  }
  .close,
  .print {
    padding: 6px;
    min-height: 30px;
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
    margin: var(--space-4) 0;
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
    margin: 0 3px var(--space-4);
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
    margin: calc(-1 * var(--space-2)) 0 var(--space-4);
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
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--space-6);
  }
  section {
    margin-top: var(--space-4);
  }
  section h3 {
    margin-bottom: var(--space-3);
    padding-bottom: 6px;
    border-bottom: 1px solid var(--line);
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
  .orders .date {
    white-space: nowrap;
  }
  .out {
    color: var(--ink-faint);
  }
  @media print {
    dialog {
      position: absolute;
      inset: 0 0 auto;
      width: auto;
      max-width: none;
      max-height: none;
      border: 0;
      border-radius: 0;
      overflow: visible;
    }
    dialog::backdrop {
      display: none;
    }
    .sheet {
      padding: 0;
    }
    header {
      position: static;
    }
    .merges,
    .orders tr:nth-child(n + 13) {
      display: none;
    }
    section {
      break-inside: avoid;
    }
  }
  @media (max-width: 640px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
`;
