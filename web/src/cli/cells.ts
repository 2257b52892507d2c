/** The verb `cells`: every record of a delimited file as read, without shop meaning. */
import type {CellsReport} from '../engine/protocol.js';
import type {RegularsEngine} from '../engine/regulars.js';
import {localeOf} from '../i18n/locale.js';
import type {LanguageCode} from '../i18n/locale.js';
import type {CellsCommand} from './arguments.js';
import {checkOutputs, openInputs, print, writeText} from './disk.js';
import {shortened, table} from './table.js';
import {kWords} from './words.js';

const kShown = 10;
const kWidth = 100;

export async function cells(
  command: CellsCommand,
  language: LanguageCode,
  createEngine: () => Promise<RegularsEngine>,
): Promise<void> {
  const {file, json, encoding} = command;
  await checkOutputs([json], [file]);
  const [input] = await openInputs([file]);
  if (!input) return;
  try {
    const engine = await createEngine();
    const report = await engine.cells(input.source, {encoding});
    if (json !== '-') await print(described(report, language));
    if (json !== undefined) await writeText(json, [`${JSON.stringify(report)}\n`]);
    engine.dispose();
  } finally {
    await input.close();
  }
}

function described(
  {dialect, header, records, structural, repaired, rejected}: CellsReport,
  language: LanguageCode,
): string {
  const {cells: said, ...words} = kWords[language];
  const {words: shared, format} = localeOf(language);
  const facts = [
    [said.encoding, dialect.encoding],
    [said.delimiter, shared.health.separator(dialect.delimiter)],
    [said.quote, dialect.quote],
    [said.lineEnd, JSON.stringify(dialect.line_end).slice(1, -1)],
    [said.columns, format.number(Math.max(header.length, records[0]?.length ?? 0))],
    [said.records, format.number(records.length)],
    [said.structural, format.number(structural.length)],
    [said.repaired, format.number(repaired.length)],
    [said.rejected, format.number(rejected.length)],
  ];
  const shown = [header, ...records.slice(0, kShown)].filter((row) => row.length > 0);
  const widest = Math.max(0, ...shown.map((row) => row.length));
  const rows = shown.map((row) => row.map((cell) => shortened(cell, 24)));
  const faulty = [...repaired, ...rejected].sort((a, b) => a.line - b.line);
  const troubles = faulty
    .slice(0, kShown)
    .map(({line, reason}) => said.rejectedAt(format.number(line), reason));
  const rest = Math.max(0, faulty.length - kShown);
  return [
    ...table(facts, '<<'),
    '',
    ...table(rows, '<'.repeat(widest)).map((line) => shortened(line, kWidth)),
    ...(troubles.length > 0 ? ['', ...troubles] : []),
    ...(rest > 0 ? [words.more(format.number(rest))] : []),
    '',
  ].join('\n');
}
