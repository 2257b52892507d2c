/** The few signs of the page, drawn with the same pen. */
import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';

const paths = {
  week: svg`<path d="M4 19V9m5 10V5m5 14v-7m5 7V8" />`,
  customers: svg`<circle cx="9" cy="8" r="3.5" /><path d="M2.5 20a6.5 6.5 0 0 1 13 0M17 5a3.5 3.5 0 0 1 0 6.5M18.5 14.5a6.5 6.5 0 0 1 3 5.5" />`,
  returns: svg`<path d="M4 19h3v-5H4zM10.5 19h3v-8h-3zM17 19h3v-6h-3zM5 9.5C8 3.5 15 3.5 18.5 8M19 4v4h-4" />`,
  plans: svg`<path d="M4 10h16v10H4zM3 7h18v3H3zM12 7v13M12 7c-3 0-5-3-3-4s3 4 3 4 1-5 3-4 0 4-3 4" />`,
  report: svg`<path d="M5 3h14v18H5zM8.5 17v-4m3.5 4V9m3.5 8v-6M8.5 6.5h4" />`,
  pin: svg`<path d="M9 4h6l-.8 6 3.3 3.5h-11L9.8 10zM12 13.5V20" />`,
  health: svg`<path d="M5 4h14v16H5zM8.5 9h7M8.5 12.5h7M8.5 16h4" />`,
  downloads: svg`<path d="M12 4v11m0 0-4-4m4 4 4-4M4.5 20h15" />`,
  brand: svg`<path d="M4.5 12.5a7.5 7.5 0 1 1 2.9 5.9M4.5 12.5l-2-2m2 2 2.2-1.8" />`,
  close: svg`<path d="M6 6l12 12M18 6 6 18" />`,
  drop: svg`<path d="M12 4v10m0 0-4-4m4 4 4-4M4 15v5h16v-5" />`,
  search: svg`<circle cx="10.5" cy="10.5" r="6" /><path d="m15 15 5 5" />`,
  sun: svg`<circle cx="12" cy="12" r="4" /><path d="M12 3v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4" />`,
  moon: svg`<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z" />`,
  system: svg`<path d="M3.5 5h17v11h-17zM9 20h6m-3-4v4" />`,
  files: svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4" />`,
  undo: svg`<path d="M8.5 5 4.5 9l4 4M5 9h8.5a5 5 0 0 1 0 10H10" />`,
  redo: svg`<path d="m15.5 5 4 4-4 4M19 9h-8.5a5 5 0 0 0 0 10H14" />`,
  steps: svg`<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01" />`,
  save: svg`<path d="M5 4h11l3 3v13H5zM8.5 4v5h6V4M8 20v-6h8v6" />`,
  keys: svg`<path d="M9 9a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1.1-1.4 2.3M12 17.5v.01" stroke-width="2" />`,
  back: svg`<path d="M19 12H6m0 0 5-5m-5 5 5 5" />`,
  before: svg`<path d="m6 14.5 6-6 6 6" />`,
  after: svg`<path d="m6 9.5 6 6 6-6" />`,
  print: svg`<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z" />`,
  more: svg`<path d="M6 12h.01M12 12h.01M18 12h.01" />`,
  note: svg`<path d="M5 4h14v11l-5 5H5zM14 20v-5h5M8.5 8.5h7M8.5 12h4" />`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`,
  arrow: svg`<path d="M5 12h13m0 0-5-5m5 5-5 5" />`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof paths;

/** Decoration: what it means stands beside it or in the label of its button. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${paths[name]}</svg>`;
}
