/** A word in force that a press takes away: a filter, a tag. */
import {css} from 'lit';

export const chip = css`
  .chip {
    border-radius: 99px;
    padding: 4px 8px 4px 12px;
    min-height: 28px;
    background: var(--accent-wash);
    border-color: transparent;
    color: var(--accent);
    overflow-wrap: anywhere;
    max-width: 100%;
  }
  .chip svg.icon {
    width: 14px;
    height: 14px;
  }
`;
