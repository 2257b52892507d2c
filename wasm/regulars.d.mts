/** What Emscripten makes of bindings.cpp: a factory of modules, each with one class. web/build.mjs finds the code behind it. */

/** One visit to one shop. Memory of its own: give it back with `delete`. */
export interface Session {
  /** A view of `size` bytes in the engine's memory, to copy the next argument into; valid until the next call. */
  inbox(size: number): Uint8Array;
  /** Runs a verb on the `size` bytes in the inbox; options and answer are JSON text, `{"ok"}` or `{"error"}`. */
  call(verb: string, size: number, options: string): string;
  /** Reads the `size` bytes in the inbox as the next of the file; false where no file is begun. */
  push(size: number): boolean;
  /** Rows read of the file at hand. */
  rows(): number;
  /** Rows rejected of the file at hand. */
  rejected(): number;
  /** Memory of the order table's columns and texts, in bytes. */
  columnBytes(): number;
  /** A copy of a customer column; undefined where there is none of that name. */
  column(name: string): Float64Array | Int32Array | undefined;
  delete(): void;
}

export interface RegularsModule {
  Session: new () => Session;
}

export interface ModuleOptions {
  wasmBinary: ArrayBuffer | Uint8Array;
}

export declare function createRegulars(options: ModuleOptions): Promise<RegularsModule>;
