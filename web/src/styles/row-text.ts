/** A row of a file, quoted as it stands, and where. */
import {css} from 'lit';

export const rowText = css`
  .where {
    font-size: var(--text-xs);
    color: var(--ink-soft);
    overflow-wrap: anywhere;
  }
  code,
  textarea {
    font: 0.75rem/1.5 var(--font-mono);
    background: var(--sunk);
    border-radius: var(--radius-s);
    padding: 6px 10px;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    max-height: 14rem;
    overflow-y: auto;
  }
`;
