/** The visual language as custom properties: they stand on the app element and reach every element inside it. */
import {css} from 'lit';

export const tokens = css`
  :host {
    color-scheme: light dark;

    --font:
      system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC',
      'Noto Sans', sans-serif;
    --font-mono:
      ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC',
      monospace;
    /* How large a person wants the text. */
    --text-scale: 1;
    --text-xs: calc(0.75rem * var(--text-scale));
    --text-s: calc(0.8125rem * var(--text-scale));
    --text-m: calc(0.9375rem * var(--text-scale));
    --text-l: calc(1.1875rem * var(--text-scale));
    --text-xl: calc(1.625rem * var(--text-scale));
    --text-hero: calc(clamp(1.625rem, 1.1rem + 1.5vw, 2.25rem) * var(--text-scale));
    --leading: 1.5;
    --leading-tight: 1.2;

    --space-1: 4px;
    --space-2: 8px;
    --space-3: 12px;
    --space-4: 16px;
    --space-5: 24px;
    --space-6: 32px;
    --space-7: 48px;
    --space-8: 72px;
    --radius-s: 6px;
    --radius-m: 10px;
    --radius-l: 14px;

    --paper: light-dark(#faf7f1, #15181a);
    --sheet: light-dark(#fffdf9, #1c2023);
    --sunk: light-dark(#f2ede3, #111416);
    --line: light-dark(#e7e0d3, #2d3236);
    --line-strong: light-dark(#cbc1af, #464c51);
    --ink: light-dark(#1e2327, #ecebe6);
    --ink-soft: light-dark(#4f575d, #adb3b7);
    --ink-faint: light-dark(#646b70, #90979c);
    --accent: light-dark(#0e6650, #62c9aa);
    --accent-ink: light-dark(#ffffff, #0d1a16);
    --accent-wash: light-dark(#e2f0ea, #17302a);
    --good: light-dark(#176a4b, #68c89f);
    --warn: light-dark(#865400, #e2b465);
    --warn-wash: light-dark(#faefd6, #332911);
    --bad: light-dark(#a0361f, #f0937f);
    --bad-wash: light-dark(#f9e5de, #38221c);
    --focus: light-dark(#1b5ecb, #8db6ff);
    --veil: light-dark(rgb(40 32 18 / 34%), rgb(0 0 0 / 58%));

    /* One ramp for amounts, from nothing to most; the ink that is legible on each step. */
    --ramp-0: light-dark(#f1ece2, #23282c);
    --ramp-1: light-dark(#d9e9df, #1d3731);
    --ramp-2: light-dark(#b3d7c6, #1f5145);
    --ramp-3: light-dark(#7fbfa6, #296d5c);
    --ramp-4: light-dark(#2a7d66, #4fae93);
    --ramp-5: light-dark(#0c5a45, #8adfc5);
    --on-ramp-low: light-dark(#1e2327, #ecebe6);
    --on-ramp-high: light-dark(#ffffff, #0d1a16);
  }

  :host([text-size='large']) {
    --text-scale: 1.125;
  }
  :host([text-size='largest']) {
    --text-scale: 1.25;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  @media print {
    :host {
      color-scheme: light !important;
    }
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }
`;
