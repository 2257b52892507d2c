/** What the map of cohorts has beside that of every map: means, counts in place of shares, a panel beside a cell. */
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
  .map thead .since {
    text-align: left;
    padding-left: 8px;
  }
  .map thead .age {
    text-align: center;
    font-weight: 400;
    color: var(--ink-faint);
  }
  .map .people {
    text-align: right;
    padding: 0 8px 0 4px;
    color: var(--ink-soft);
  }
  .map .name button {
    text-align: left;
    padding: 0 6px 0 0;
    font-size: var(--text-s);
    background: none;
    color: var(--ink);
    max-width: 12rem;
    overflow: hidden;
    text-overflow: ellipsis;
    line-height: 1.3;
  }
  .map .name button:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
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
  .key i.few {
    box-shadow: inset 0 0 0 1px var(--line-strong);
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
    .map .name button {
      max-width: 7.5rem;
    }
  }
  @media print {
    .tip {
      display: none;
    }
  }
`;
