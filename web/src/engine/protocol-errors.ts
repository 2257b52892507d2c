/** Why a request has no answer, as it crosses the boundary. */

/** Why the engine could not answer; the codes of core/base/errors.h, and what befalls a host. */
export type ErrorCode =
  | 'empty_file'
  | 'not_text'
  | 'no_rows'
  | 'no_columns'
  | 'no_date_column'
  | 'no_usable_column'
  | 'column_not_found'
  | 'invalid_cell' // a cell of a table of figures that is no number, or none that can be
  | 'no_orders'
  | 'invalid_json'
  | 'invalid_option'
  | 'invalid_program'
  | 'wrong_stage'
  | 'folder' // a folder was dropped
  | 'bad_archive' // a zip or workbook that is damaged, or packed in a way nobody unpacks
  | 'too_large' // a zip or workbook that would fill the memory
  | 'locked' // protected by a password
  | 'old_spreadsheet' // .xls
  | 'other_spreadsheet' // .ods, .numbers, .xlsb
  | 'unreadable' // the platform could not read the file
  | 'cancelled'
  | 'engine_died'; // out of memory, or our fault

export interface EngineErrorBody {
  code: ErrorCode;
  detail: string;
  file: string;
  line: number;
  column: number;
}
