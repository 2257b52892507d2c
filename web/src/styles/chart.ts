/** What pictures of lines, bars and bands have in common. */
import {css} from 'lit';

export const chart = css`
  svg.chart {
    display: block;
    width: 100%;
    height: auto;
    overflow: visible;
    font-family: var(--font);
    font-variant-numeric: tabular-nums;
  }
  .chart text {
    font-size: 11px;
    fill: var(--ink-faint);
  }
  .chart .strong {
    font-weight: 600;
    fill: var(--ink);
  }
  .chart .middle {
    text-anchor: middle;
  }
  .chart .end {
    text-anchor: end;
  }
  .chart .thin {
    stroke: var(--line);
  }
  .chart .axis {
    stroke: var(--line-strong);
  }
  .chart .curve {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .chart .wash {
    fill: var(--accent);
    opacity: 0.16;
  }
  .chart .dashed {
    stroke: var(--ink-faint);
    stroke-dasharray: 4 3;
    fill: none;
  }
  .chart .dot {
    fill: var(--sheet);
    stroke: var(--accent);
    stroke-width: 2;
  }
  .chart .bar {
    fill: var(--ramp-4);
  }
  .chart .stroke {
    stroke: var(--line-strong);
  }
  .chart .opens {
    cursor: pointer;
  }
  .chart .opens:hover :is(.bar, .dot) {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .chart .unknown {
    fill: url(#hatch);
  }
  .panels {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(var(--panel), 100%), 1fr));
  }
  h4 {
    margin: 0;
    font-size: var(--text-s);
    font-weight: 600;
  }
  .verdict {
    margin-top: var(--space-3);
    font-size: var(--text-s);
    max-width: 72ch;
  }
  @media print {
    svg.chart {
      print-color-adjust: exact;
    }
  }
`;
