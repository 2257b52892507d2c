/** One sentence for each reason why a file or a request could not be answered. */
import type {ErrorFacts, TroubleWords} from '../messages.js';

const named = ({file}: ErrorFacts) => (file ? `“${file}”` : 'The file');
const because = ({detail}: ErrorFacts) => (detail ? ` (${detail})` : '');

export const trouble: TroubleWords = {
  error: {
    empty_file: (e) => `${named(e)} is empty; export your orders again and drop the new file.`,
    not_text: (e) =>
      `${named(e)} is not a table but a picture or a document; save it as .xlsx or CSV and drop that.`,
    no_rows: (e) =>
      `${named(e)} has a header but no orders below it; check the dates you exported.`,
    no_columns: (e) =>
      `${named(e)} has no columns that could be told apart; save it as CSV, with commas or semicolons.`,
    no_date_column: (e) =>
      `${named(e)} has no column with dates, so nothing can be said about coming back; export it with the order date.`,
    no_usable_column: (e) =>
      `${named(e)} has dates, but neither customers, order numbers nor amounts; export it with at least one of them.`,
    column_not_found: (e) => `${named(e)} lacks a column that was asked for${because(e)}.`,
    invalid_cell: (e) => `${named(e)} has a cell that is not the number it should be${because(e)}.`,
    no_orders: (e) =>
      `${e.file ? named(e) : 'What was read'} holds nothing that counts as an order: all lines are cancelled, unpaid, refunded or unreadable.`,
    invalid_json: (e) => `This is not valid JSON${because(e)}.`,
    invalid_option: (e) => `A setting cannot be used${because(e)}.`,
    invalid_program: (e) => `The reward program cannot be understood${because(e)}.`,
    wrong_stage: () =>
      'The engine was asked out of turn, which is our mistake; please drop the files again.',
    folder: (e) =>
      `${e.file ? `“${e.file}”` : 'That'} is a folder; open it and drop the files inside.`,
    unreadable: (e) =>
      `${named(e)} could not be read; it may have been moved, or another program holds it.`,
    bad_archive: (e) =>
      `${named(e)} is damaged or packed in a way that cannot be unpacked; save it again, or unpack it and drop the files inside.`,
    too_large: (e) =>
      `${named(e)} unpacks to more than fits here; unpack it yourself and drop the files inside.`,
    locked: (e) =>
      `${named(e)} is protected by a password; open it, save it without one, and drop that.`,
    old_spreadsheet: (e) =>
      `${named(e)} is an old Excel workbook (.xls); open it, save it as .xlsx or CSV, and drop that.`,
    other_spreadsheet: (e) =>
      `${named(e)} is a spreadsheet of another kind (.ods, .numbers or .xlsb); save it as .xlsx or CSV and drop that.`,
    cancelled: () => 'Stopped. Nothing was kept, and the page is ready for the next file.',
    engine_died: (e) =>
      `The engine ran out of memory or broke off${because(e)}; a new one is ready, and your files were not changed.`,
    invalid_project: (e) =>
      `${named(e)} is not a project that Regulars saved, or it is damaged${because(e)}; save the project again, or drop the exports alone.`,
  },
  tooMuch: (rows) =>
    `It had read ${rows.n === 1 ? '1 row' : `${rows.text} rows`}; your files are untouched. Drop one year at a time, or export fewer columns.`,
  place: ({line, column}) =>
    [line > 0 ? `line ${line}` : '', column > 0 ? `column ${column}` : '']
      .filter(Boolean)
      .join(', '),
  title: 'That did not work',
  ready: 'The page is ready for the next file.',
  again: 'Try once more',
};
