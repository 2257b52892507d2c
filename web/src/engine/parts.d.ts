/** What web/build.mjs puts into a script: the other parts of the build, as text. */

declare module 'regulars:worker' {
  /** The worker, one classic script. */
  export const workerText: string;
}

declare module 'regulars:wasm' {
  /** The engine: gzip, then base64. */
  export const wasmText: string;
}

declare module 'regulars:sample' {
  /** The orders of the sample bookstore: gzip, then base64. Empty where it is not part of the build. */
  export const sampleText: string;
}
