/** The one error a host of the engine meets: a code to translate, and the place it is about. */
import type {EngineErrorBody, ErrorCode} from './protocol.js';

/** What is known beside the code. */
export type ErrorFacts = Partial<Omit<EngineErrorBody, 'code'>>;

export class EngineError extends Error implements EngineErrorBody {
  override readonly name = 'EngineError';
  readonly code: ErrorCode;
  /** Of the cause: a header, an option, a name. Never a sentence for the user. */
  readonly detail: string;
  /** Empty where no file is concerned. */
  readonly file: string;
  /** 1-based; 0 where unknown. */
  readonly line: number;
  readonly column: number;

  constructor(code: ErrorCode, {detail = '', file = '', line = 0, column = 0}: ErrorFacts = {}) {
    super([code, file, detail].filter(Boolean).join(': '));
    this.code = code;
    this.detail = detail;
    this.file = file;
    this.line = line;
    this.column = column;
  }

  static from({code, ...facts}: EngineErrorBody): EngineError {
    return new EngineError(code, facts);
  }

  /** The fields alone, as they cross between threads. */
  get body(): EngineErrorBody {
    const {code, detail, file, line, column} = this;
    return {code, detail, file, line, column};
  }

  /** The same trouble, of a file that it did not know. */
  in(file: string): EngineError {
    return this.file ? this : new EngineError(this.code, {...this.body, file});
  }
}

/** `thrown`, telling which file it is about where that is the engine's trouble; what a host's own function threw stays as it is. */
export function inFile(thrown: unknown, file: string): unknown {
  return thrown instanceof EngineError ? thrown.in(file) : thrown;
}

/** Any thrown value as an EngineError; what is not one already is our fault or the machine's. */
export function asEngineError(thrown: unknown, code: ErrorCode = 'engine_died'): EngineError {
  if (thrown instanceof EngineError) return thrown;
  return new EngineError(code, {detail: thrown instanceof Error ? thrown.message : String(thrown)});
}
