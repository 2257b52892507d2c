/** How the editor of segments looks. */
import {css} from 'lit';

export const segmentEditorStyles = css`
  :host {
    container-type: inline-size;
  }
  summary {
    cursor: pointer;
    list-style-position: outside;
  }
  summary h3 {
    display: inline;
  }
  details[open] > summary {
    margin-bottom: 3px;
  }
  h4 {
    font-size: var(--text-s);
    font-weight: 650;
    margin: var(--space-5) 0 var(--space-2);
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }
  .schemes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
    gap: var(--space-2) var(--space-4);
  }
  .schemes label {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--space-2);
    align-content: start;
    padding: var(--space-2) 0;
    font-size: var(--text-s);
    cursor: pointer;
  }
  .schemes b {
    font-weight: 600;
  }
  .schemes small {
    grid-column: 2;
    font-size: var(--text-xs);
    color: var(--ink-soft);
  }
  input[type='radio'] {
    min-height: 0;
    margin: 3px 0 0;
    align-self: start;
    accent-color: var(--accent);
  }
  .cuts {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--space-4) var(--space-6);
  }
  .cuts h5 {
    font-size: var(--text-xs);
    font-weight: 500;
    color: var(--ink-soft);
    margin: 0 0 var(--space-1);
  }
  .cuts li {
    display: grid;
    grid-template-columns: 3.6rem minmax(0, 1fr) 3.2rem;
    gap: var(--space-2);
    align-items: center;
    min-height: 40px;
    font-size: var(--text-s);
  }
  .cuts li > span:first-child {
    font-weight: 600;
  }
  .cut {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--ink-soft);
    font-size: var(--text-xs);
    white-space: nowrap;
  }
  .cut input {
    width: 6.2rem;
    min-width: 0;
    flex: 0 1 auto;
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  input[aria-invalid='true'] {
    border-color: var(--bad);
  }
  .people {
    position: relative;
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .people svg {
    position: absolute;
    inset: auto 0 -5px;
    width: 100%;
    height: 4px;
  }
  rect {
    fill: var(--ramp-4);
  }
  .under {
    font-size: var(--text-xs);
    color: var(--ink-soft);
    margin-top: var(--space-2);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--space-3);
  }
  .rules li {
    display: grid;
    grid-template-columns: 1.6rem minmax(8rem, 1fr) repeat(3, auto) auto;
    gap: var(--space-2);
    align-items: center;
    padding: 5px 0;
    border-top: 1px solid var(--line);
  }
  .rules li:first-child {
    border-top: 0;
  }
  .rules .place {
    font-size: var(--text-xs);
    color: var(--ink-faint);
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .rules label {
    display: flex;
    align-items: center;
    gap: 5px;
    font-size: var(--text-xs);
    color: var(--ink-soft);
  }
  .rules select {
    padding: 6px;
  }
  .add {
    margin-top: var(--space-3);
  }
  .tools {
    display: flex;
    gap: 2px;
  }
  .tools button {
    min-height: 32px;
    padding: 4px 9px;
  }
  .trouble {
    margin-top: var(--space-3);
    font-size: var(--text-s);
    max-width: 76ch;
  }
  .trouble li {
    padding-left: var(--space-3);
    border-left: 3px solid var(--warn);
    margin-top: var(--space-2);
  }
  .trouble li.sound {
    border-color: var(--accent);
  }
  .trouble li.wrong {
    border-color: var(--bad);
  }
  .would {
    columns: 2 20rem;
    column-gap: var(--space-6);
  }
  .would li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 4rem;
    gap: var(--space-3);
    padding: 5px 0;
    border-top: 1px solid var(--line);
    font-size: var(--text-s);
    break-inside: avoid;
    font-variant-numeric: tabular-nums;
  }
  .would .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .would .change {
    text-align: right;
    color: var(--ink-soft);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    align-items: center;
    margin-top: var(--space-4);
    padding-top: var(--space-4);
    border-top: 1px solid var(--line);
  }
  .foot p {
    font-size: var(--text-s);
    flex: 1 1 12rem;
  }
  .error {
    color: var(--bad);
  }
  button[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
  @container (max-width: 860px) {
    .cuts {
      grid-template-columns: minmax(0, 1fr);
    }
    .cuts li {
      grid-template-columns: 3.6rem minmax(0, 1fr) 4.5rem;
    }
    .rules li {
      grid-template-columns: 1.6rem minmax(0, 1fr) auto;
    }
    .rules li > .tools {
      grid-area: 1 / 3;
    }
    .rules .bands {
      grid-column: 2 / -1;
    }
  }
  .bands {
    display: contents;
  }
  @container (max-width: 860px) {
    .bands {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
