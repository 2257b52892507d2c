/** What the package's three faces say alike: its types, and the error they throw. */
export {EngineError} from './engine/errors.js';
export {RegularsEngine} from './engine/regulars.js';
export type {ColumnName, ReadFilesOptions} from './engine/regulars.js';
export type {EncodingSample} from './engine/encoding.js';
export type {
  FilePreview,
  PreviewOptions,
  Previews,
  ReadOptions,
  ReadProgress,
} from './engine/reading.js';
export type {Sliceable, Source, Streamable} from './engine/source.js';
export type * from './engine/protocol.js';
