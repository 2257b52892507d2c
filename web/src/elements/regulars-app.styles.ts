/** How the page looks around its screens. */
import {css} from 'lit';

export const appStyles = css`
  :host {
    min-height: 100vh;
    background: var(--paper);
    color: var(--ink);
    font: 400 var(--text-m)/var(--leading) var(--font);
    -webkit-font-smoothing: antialiased;
    overflow-wrap: break-word;
  }
  :host(:lang(zh)) {
    line-height: 1.6;
    text-autospace: normal;
  }
  .skip {
    position: absolute;
    left: 8px;
    top: -60px;
    z-index: 10;
  }
  .skip:focus {
    top: 8px;
  }
  header {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    padding: var(--space-3) clamp(16px, 3vw, 32px);
  }
  .brand {
    display: flex;
    gap: 9px;
    align-items: center;
    font-weight: 650;
    font-size: var(--text-l);
    letter-spacing: -0.01em;
    margin-right: auto;
  }
  .brand svg.icon {
    width: 22px;
    height: 22px;
    color: var(--accent);
    stroke-width: 2;
  }
  main,
  #content {
    outline: none;
  }
  @media (max-width: 620px) {
    header {
      flex-wrap: wrap;
    }
    header rg-privacy-lamp {
      order: 3;
      margin-left: -8px;
    }
  }
  @media print {
    :host {
      background: none;
    }
    .skip {
      display: none;
    }
  }
`;
