/** How the sentences of a reward program look, in the editor and its parts. */
import {css} from 'lit';

export const sentenceStyles = css`
  :host {
    container-type: inline-size;
  }
  h4 {
    font-size: var(--text-m);
    font-weight: 650;
    margin: var(--space-5) 0 0;
  }
  input[type='number'] {
    width: 5.6rem;
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  input[type='text'] {
    width: 10rem;
    max-width: 100%;
  }
  select {
    max-width: 100%;
    min-width: 0;
  }
  input[aria-invalid='true'],
  select[aria-invalid='true'] {
    border-color: var(--bad);
  }
  .settings,
  .sentence,
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px var(--space-2);
    font-size: var(--text-s);
    min-width: 0;
  }
  .settings {
    margin: var(--space-2) 0;
  }
  .settings label,
  .sentence label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px var(--space-2);
  }
  .rules > li {
    display: grid;
    grid-template-columns: 1.6rem minmax(0, 1fr) auto;
    gap: var(--space-2);
    padding: var(--space-3) 0;
    border-top: 1px solid var(--line);
  }
  .place {
    font-size: var(--text-xs);
    color: var(--ink-faint);
    text-align: right;
    padding-top: 9px;
    font-variant-numeric: tabular-nums;
  }
  .body {
    display: grid;
    gap: 6px;
    min-width: 0;
  }
  .word {
    font-weight: 600;
    min-width: 3rem;
  }
  .sentence input[type='checkbox'] {
    min-height: 0;
    margin: 0;
    accent-color: var(--accent);
  }
  .terms {
    display: grid;
    gap: 6px;
    margin-top: var(--space-4);
  }
  .values {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    min-width: 0;
  }
  button.value {
    min-height: 30px;
    padding: 4px 8px;
    background: var(--accent-wash);
    border-color: transparent;
    overflow-wrap: anywhere;
  }
  button.drop,
  .tools button {
    min-height: 32px;
    padding: 4px 9px;
  }
  button.and {
    min-height: 32px;
    padding: 4px 8px;
    color: var(--accent);
  }
  .tools {
    display: flex;
    align-items: flex-start;
  }
  .comes {
    font-size: var(--text-s);
    color: var(--accent);
    font-variant-numeric: tabular-nums;
    min-height: 1.5em;
  }
  .refused {
    color: var(--bad);
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
  .hand summary,
  .more summary {
    cursor: pointer;
    color: var(--ink-soft);
    font-size: var(--text-s);
    width: fit-content;
  }
  .more[open] > summary {
    margin-bottom: 6px;
  }
  .more > .sentence {
    margin-top: 6px;
  }
  pre {
    font: 0.75rem/1.5 var(--font-mono);
    margin: 4px 0 0;
    padding: var(--space-2);
    background: var(--sunk);
    border-radius: var(--radius-s);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .adds {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-top: var(--space-3);
  }
  @container (max-width: 560px) {
    .rules > li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .rules .place {
      text-align: left;
      padding-top: 6px;
    }
    .rules .body {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`;
