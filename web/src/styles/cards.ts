/** Things to do: a stripe that says how urgent, a sentence, a button. */
import {css} from 'lit';

export const cards = css`
  :host {
    container-type: inline-size;
  }
  ul {
    display: grid;
    gap: var(--space-2);
  }
  li {
    display: grid;
    grid-template-columns: 3px 1fr auto;
    gap: var(--space-2) var(--space-4);
    align-items: center;
    padding: var(--space-3) 0;
    border-top: 1px solid var(--line);
  }
  li:first-child {
    border-top: 0;
  }
  i {
    align-self: stretch;
    background: var(--accent);
    border-radius: 2px;
  }
  li.warn i {
    background: var(--warn);
  }
  li.bad i {
    background: var(--bad);
  }
  b {
    font-weight: 650;
  }
  li p {
    font-size: var(--text-s);
    color: var(--ink-soft);
    margin-top: 2px;
    max-width: 76ch;
  }
  @container (max-width: 440px) {
    li {
      grid-template-columns: 3px 1fr;
    }
    li i {
      grid-row: 1 / 3;
    }
    li button {
      grid-column: 2;
      justify-self: start;
    }
  }
`;
