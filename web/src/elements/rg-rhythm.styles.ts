/** Where customers stand as bars, and small pictures side by side. */
import {css} from 'lit';

export const rhythmStyles = css`
  .say {
    max-width: 80ch;
    font-size: var(--text-s);
  }
  .say + .say {
    margin-top: var(--space-2);
  }
  h4 {
    margin: var(--space-5) 0 var(--space-2);
    font-size: var(--text-s);
    font-weight: 600;
  }
  .states {
    display: grid;
    gap: 2px;
  }
  .states button {
    display: grid;
    grid-template-columns: 6.5rem 4.5rem minmax(0, 1fr);
    gap: 2px var(--space-3);
    width: calc(100% + 16px);
    margin: 0 -8px;
    padding: 5px 8px;
    min-height: 32px;
    border-color: transparent;
    background: none;
    text-align: left;
    font-weight: 400;
  }
  .states button:hover {
    background: var(--sunk);
  }
  .states b {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .states .rest {
    display: grid;
    gap: 3px;
    color: var(--ink-faint);
    font-size: var(--text-xs);
  }
  .states i {
    height: 8px;
    width: var(--share);
    border-radius: 2px;
    background: var(--ramp-4);
  }
  .states .overdue i {
    background: var(--warn);
  }
  .states .lapsed i {
    background: var(--bad);
  }
  .states .unknown i {
    background: var(--line-strong);
  }
  .panels {
    --panel: 240px;
    gap: 0 var(--space-5);
  }
  .panels p {
    margin-top: var(--space-1);
    color: var(--ink-soft);
    font-size: var(--text-xs);
  }
  .tables {
    display: grid;
    gap: var(--space-4);
  }
  @media (max-width: 560px) {
    .states button {
      grid-template-columns: 1fr auto;
    }
    .states .rest {
      grid-column: 1 / -1;
    }
  }
  @media print {
    .states button {
      display: grid;
    }
    .states i {
      print-color-adjust: exact;
    }
  }
`;
