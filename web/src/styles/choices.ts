/** A row of buttons of which one is pressed: what is shown. */
import {css} from 'lit';

export const choices = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    width: fit-content;
    padding: 2px;
    border-radius: var(--radius-m);
    background: var(--sunk);
  }
  .choices button {
    background: none;
    border-color: transparent;
    color: var(--ink-soft);
    min-height: 30px;
    padding: 5px 10px;
  }
  .choices button[aria-pressed='true'] {
    background: var(--sheet);
    border-color: var(--line-strong);
    color: var(--ink);
    font-weight: 600;
  }
`;
