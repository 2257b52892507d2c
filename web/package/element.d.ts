/** Importing the module defines `<regulars-app>`. */
export declare class RegularsApp extends HTMLElement {
  /** Whether leaving would lose something that was decided and not saved as a project. */
  readonly unsaved: boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-app': RegularsApp;
  }
}
