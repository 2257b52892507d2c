/** The map of cohorts: cells with a hair between them, names that stay while the rest scrolls. */
import {css} from 'lit';

export const cohortStyles = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
    align-items: center;
    margin-bottom: var(--space-3);
    font-size: var(--text-s);
    color: var(--ink-soft);
  }
  .controls label {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--space-2);
    align-items: center;
    min-width: 0;
  }
  .controls select {
    min-width: 0;
    max-width: min(22rem, 100%);
    text-overflow: ellipsis;
  }
  .pair {
    margin-top: var(--space-4);
    padding-top: var(--space-4);
    border-top: 1px solid var(--line);
    font-size: var(--text-s);
  }
  .pair p {
    max-width: 76ch;
  }
  .pair p + p {
    margin-top: var(--space-1);
  }
  .choices {
    margin-bottom: var(--space-4);
  }
  .frame {
    position: relative;
  }
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
  .map thead .since {
    text-align: left;
    padding-left: 8px;
  }
  .map thead .age {
    text-align: center;
    font-weight: 400;
    color: var(--ink-faint);
  }
  .map .name {
    position: sticky;
    left: -3px;
    z-index: 1;
    background: var(--sheet);
    text-align: left;
    padding-right: var(--space-2);
  }
  .map .people {
    text-align: right;
    padding: 0 8px 0 4px;
    color: var(--ink-soft);
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
  .map .name button {
    text-align: left;
    padding: 0 6px 0 0;
    font-size: var(--text-s);
    background: none;
    color: var(--ink);
  }
  .map .name button:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .map .name .only {
    display: block;
    max-width: 12rem;
    overflow: hidden;
    text-overflow: ellipsis;
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
  .map .few:not(.hatched) {
    --step: none;
    background: none;
    box-shadow: inset 0 0 0 1px var(--line-strong);
    color: var(--ink);
  }
  .map tfoot :is(th, td) {
    padding: 8px 4px 2px;
    font-size: var(--text-xs);
    font-weight: 600;
    color: var(--ink);
    text-align: center;
  }
  .map tfoot .name {
    text-align: left;
    padding-left: 0;
  }
  .tip {
    position: absolute;
    z-index: 3;
    left: var(--tip-x);
    top: var(--tip-y);
    width: 224px;
    transform: translateY(calc(-100% - 6px));
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-m);
    background: var(--sheet);
    color: var(--ink-soft);
    font-size: var(--text-xs);
    box-shadow: 0 6px 20px rgb(30 22 8 / 14%);
    pointer-events: none;
  }
  .tip b {
    display: block;
    color: var(--ink);
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
  .key i.few {
    box-shadow: inset 0 0 0 1px var(--line-strong);
  }
  .key i + span,
  .key i:last-of-type {
    margin-right: 3px;
  }
  .verdict {
    margin-top: var(--space-4);
    font-size: var(--text-s);
    max-width: 72ch;
  }
  .more {
    margin: var(--space-2) 0 0 -12px;
  }
  @media (max-width: 760px) {
    .map button {
      min-width: 40px;
    }
    .map .name .only {
      max-width: 7.5rem;
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
    .tip,
    .key .hint {
      display: none;
    }
  }
`;
