/** The frame of the report. */
import {css} from 'lit';

export const reportStyles = css`
  .app {
    display: grid;
    grid-template-columns: 216px minmax(0, 1fr);
    min-height: 100vh;
  }
  .page {
    min-width: 0;
  }
  main {
    padding: 0 clamp(16px, 3vw, 40px) var(--space-8);
    max-width: 1320px;
    width: 100%;
    outline: none;
  }
  main > section {
    padding-top: var(--space-6);
  }
  .part {
    padding-top: var(--space-5);
  }
  .lead + .part {
    padding-top: 0;
  }
  .part + .part,
  .stack + .part {
    padding-top: var(--space-7);
  }
  .part > h2:not(:has(+ .lead)) {
    margin-bottom: var(--space-4);
  }
  h1,
  h2 {
    /* Below the header, which stays. */
    scroll-margin-top: 80px;
    width: fit-content;
  }
  h1 {
    font-size: calc(clamp(1.5rem, 1.15rem + 1.5vw, 2.125rem) * var(--text-scale));
    letter-spacing: -0.02em;
  }
  h1 small {
    display: block;
    font-size: var(--text-s);
    font-weight: 600;
    letter-spacing: 0;
    color: var(--accent);
    margin-bottom: var(--space-1);
  }
  .part > h2 {
    font-size: calc(clamp(1.25rem, 1.1rem + 0.6vw, 1.625rem) * var(--text-scale));
  }
  .new {
    justify-self: start;
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
      padding-top: var(--space-5);
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
    main {
      padding: 0;
      max-width: none;
    }
    main > section {
      padding-top: var(--space-4);
    }
    .stack > * {
      break-inside: avoid-page;
    }
    footer {
      display: none;
    }
    /* The report on paper has a head of its own. */
    #report > :is(h1, .lead),
    .page:has(> main > #report:not([hidden])) > rg-header {
      display: none;
    }
  }
`;
