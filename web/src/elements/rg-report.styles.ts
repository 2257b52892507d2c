/** The frame of the report. */
import {css} from 'lit';

export const reportStyles = css`
  .app {
    display: grid;
    grid-template-columns: 216px minmax(0, 1fr);
    min-height: 100vh;
  }
  main {
    padding: 0 clamp(16px, 3vw, 40px) var(--space-8);
    max-width: 1320px;
    width: 100%;
    outline: none;
  }
  header {
    display: flex;
    gap: var(--space-2) var(--space-3);
    align-items: center;
    padding: var(--space-3) 0;
    border-bottom: 1px solid var(--line);
    font-size: var(--text-s);
    color: var(--ink-soft);
  }
  .name {
    color: var(--ink);
    font-weight: 600;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .asof {
    white-space: nowrap;
    margin-right: auto;
  }
  main > section {
    padding-top: var(--space-7);
    scroll-margin-top: 0;
    outline: none;
  }
  main > section:first-of-type {
    padding-top: var(--space-6);
  }
  h1 {
    font-size: clamp(1.5rem, 1.15rem + 1.5vw, 2.125rem);
    letter-spacing: -0.02em;
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
    gap: var(--space-5);
    align-items: stretch;
  }
  .two > * {
    display: grid;
  }
  .print {
    padding: 6px 8px;
  }
  footer {
    display: none;
  }
  @media (max-width: 1080px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 760px) {
    .app {
      grid-template-columns: minmax(0, 1fr);
    }
    main {
      padding: 0 16px 96px;
    }
    main > section {
      padding-top: var(--space-6);
    }
    header {
      display: grid;
      grid-template-columns: 1fr auto;
    }
    .print {
      display: none;
    }
    .new {
      grid-area: 1 / 2;
      justify-self: end;
      padding: 6px 8px;
      min-height: 32px;
    }
    .asof {
      white-space: normal;
      font-size: var(--text-xs);
    }
    .new span {
      display: none;
    }
    rg-preferences {
      gap: 6px;
    }
    .print {
      padding: 6px 8px;
    }
    footer {
      display: block;
      margin-top: var(--space-6);
      border-top: 1px solid var(--line);
      padding-top: var(--space-3);
    }
  }
  @media print {
    .app {
      display: block;
    }
    .app:has(~ rg-customer-dialog[open]) {
      display: none;
    }
    main {
      padding: 0;
      max-width: none;
    }
    header {
      border: 0;
    }
    .new {
      display: none;
    }
    main > section {
      break-inside: avoid-page;
      padding-top: var(--space-5);
    }
    #returns,
    #forecast {
      break-inside: auto;
    }
    .stack > * {
      break-inside: avoid-page;
    }
    #customers,
    #downloads {
      display: none;
    }
  }
`;
