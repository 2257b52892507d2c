/** What opens above a screen. */
import {css} from 'lit';

export const sheet = css`
  dialog {
    max-height: calc(100dvh - 24px);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-l);
    background: var(--sheet);
    color: var(--ink);
    overflow: auto;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: var(--veil);
  }
`;
