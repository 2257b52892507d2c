/** Importing the module defines `<regulars-app>`. */
export declare class RegularsApp extends HTMLElement {}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-app': RegularsApp;
  }
}
