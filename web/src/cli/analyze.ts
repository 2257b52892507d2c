/** The verb `analyze`: reads the files of one shop, says what it finds, and writes what was asked for. */
import {decimalSign} from '../engine/decimal-sign.js';
import type {AudienceTarget, LeftOut} from '../engine/protocol.js';
import type {RegularsEngine} from '../engine/regulars.js';
import {localeOf, type LanguageCode} from '../i18n/locale.js';
import type {AnalyzeCommand} from './arguments.js';
import {print, writeText} from './disk.js';
import {withShop} from './shop.js';
import {summarize} from './summary.js';

export async function analyze(
  command: AnalyzeCommand,
  language: LanguageCode,
  createEngine: () => Promise<RegularsEngine>,
): Promise<void> {
  const {json, customers, lines, rejects, audience} = command;
  const outputs = [json, customers, lines, rejects, audience];
  await withShop(command, outputs, language, createEngine, async (engine, report, progress) => {
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
  });
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
