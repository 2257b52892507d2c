/** The verb `analyze`: reads the files of one shop, says what it finds, and writes what was asked for. */
import {localDay} from '../engine/day.js';
import {decimalSign} from '../engine/decimal-sign.js';
import {asEngineError} from '../engine/errors.js';
import type {AudienceTarget, LeftOut} from '../engine/protocol.js';
import type {RegularsEngine} from '../engine/regulars.js';
import {localeOf, type LanguageCode} from '../i18n/locale.js';
import type {AnalyzeCommand} from './arguments.js';
import {checkOutputs, closeInputs, openInputs, print, writeText} from './disk.js';
import {readColumnMap, readJson} from './json.js';
import {ProgressLine} from './progress.js';
import {summarize} from './summary.js';
import {kWords} from './words.js';

export async function analyze(
  command: AnalyzeCommand,
  language: LanguageCode,
  createEngine: () => Promise<RegularsEngine>,
): Promise<void> {
  const {files, json, customers, lines, rejects, audience, asOf, zone, currency, encoding} =
    command;
  const outputs = [json, customers, lines, rejects, audience];
  const settings = [command.columns, command.program].filter((path) => path !== undefined);
  await checkOutputs(outputs, [...files, ...settings]);
  const columns = command.columns === undefined ? undefined : await readColumnMap(command.columns);
  const program = command.program === undefined ? undefined : await readJson(command.program);
  const inputs = await openInputs(files);
  const progress = new ProgressLine(kWords[language]);
  try {
    const engine = await createEngine();
    const sources = inputs.map(({source}) => source);
    const onProgress = progress.reading.bind(progress);
    await engine.read(sources, {columns, zone, currency, encoding, onProgress});
    progress.analyzing();
    const report = await engine
      .analyze({as_of: asOf, program, cleaning: {today: localDay()}})
      .catch((thrown: unknown) => {
        const error = asEngineError(thrown);
        throw error.code === 'invalid_program' ? error.in(command.program ?? '') : error;
      });
    const cleaning = await engine.cleaning();
    progress.clear();
    if (!outputs.includes('-')) await print(summarize(report, cleaning, language));
    const whole = {...report, intake: {...report.intake, cleaning}};
    if (json !== undefined) await writeText(json, [`${JSON.stringify(whole, null, 2)}\n`]);
    if (customers !== undefined) await writeText(customers, engine.csv('customers'));
    if (lines !== undefined) await writeText(lines, engine.csv('lines'));
    if (rejects !== undefined) await writeText(rejects, engine.csv('rejects'));
    if (audience !== undefined)
      await writeAudience(engine, command.target ?? 'plain', audience, language);
    engine.dispose();
  } finally {
    progress.clear();
    await closeInputs(inputs);
  }
}

/** Writes a list for another program, and says on the error stream who is not in it. */
async function writeAudience(
  engine: RegularsEngine,
  target: AudienceTarget,
  path: string,
  language: LanguageCode,
): Promise<void> {
  const query = {target, decimal: decimalSign()};
  const {listed, written, left_out: leftOut} = await engine.audience(query);
  const {words, format} = localeOf(language);
  const {audience} = words;
  const lines = [
    audience.listed(format.count(listed)),
    audience.written(format.count(written)),
    ...(Object.entries(leftOut) as [LeftOut, number][]).map(
      ([reason, customers]) => `  ${audience.leftOut[reason](format.count(customers))}`,
    ),
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
  await writeText(path, engine.audienceCsv(query));
}
