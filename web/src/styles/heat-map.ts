/** A table whose cells are colours: a hair between them, names that stay while the rest scrolls, a key below. */
import {css} from 'lit';

export const heatMap = css`
  .scroll {
    scroll-padding-left: 112px;
    /* Room for the outline of a cell in focus. */
    padding: 3px;
    margin: -3px;
  }
  .map {
    width: auto;
    border-collapse: separate;
    border-spacing: 2px;
    font-variant-numeric: tabular-nums;
  }
  .map :is(th, td) {
    border: 0;
    padding: 0;
    vertical-align: middle;
    white-space: nowrap;
  }
  .map thead th {
    padding: 2px 4px;
    text-align: right;
  }
  .map .name {
    position: sticky;
    left: -3px;
    z-index: 1;
    background: var(--sheet);
    text-align: left;
    padding-right: var(--space-2);
  }
  .map button {
    display: block;
    width: 100%;
    min-width: 44px;
    min-height: 32px;
    padding: 0 4px;
    border: 0;
    border-radius: 4px;
    font: 400 var(--text-xs)/1 var(--font);
    font-variant-numeric: tabular-nums;
  }
  .map td button:hover {
    background: var(--step, var(--sheet));
    box-shadow: inset 0 0 0 2px var(--ink);
  }
  .map button:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 0;
    position: relative;
    z-index: 2;
  }
  .hatched {
    --step: repeating-linear-gradient(45deg, var(--line) 0 1.5px, var(--sheet) 1.5px 6px);
    background: var(--step);
    color: var(--ink-soft);
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px var(--space-3);
    margin-top: var(--space-3);
    font-size: var(--text-xs);
    color: var(--ink-faint);
  }
  .key span {
    display: inline-flex;
    align-items: center;
    gap: 3px;
  }
  .key i {
    width: 16px;
    height: 10px;
    border-radius: 2px;
  }
  .key i + span,
  .key i:last-of-type {
    margin-right: 3px;
  }
  @media (max-width: 760px) {
    .map button {
      min-width: 40px;
    }
    .key .hint {
      display: none;
    }
  }
  @media print {
    .map button,
    .map .name button {
      display: block;
      min-width: 0;
      min-height: 24px;
      font-size: 0.625rem;
    }
    .map button,
    .key i {
      print-color-adjust: exact;
    }
    .scroll {
      overflow: visible;
    }
    .key .hint {
      display: none;
    }
  }
`;
