/** A few figures side by side at the top of a card. */
import {css} from 'lit';

export const figureRow = css`
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 50% - 8px), 1fr));
    gap: var(--space-4);
    margin: 0 0 var(--space-5);
  }
  .figures dt {
    font-size: var(--text-s);
    color: var(--ink-soft);
  }
  .figures dd {
    font-size: var(--text-xl);
    font-weight: 600;
    letter-spacing: -0.015em;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .figures small {
    display: block;
    font-size: var(--text-xs);
    font-weight: 400;
    letter-spacing: 0;
    color: var(--ink-faint);
  }
`;
