/** The verb `handout`: what a program gives, with codes, as files for the programs that write to customers; and its record. */
import {randomInt} from 'node:crypto';
import {rename} from 'node:fs/promises';
import {localDay} from '../engine/day.js';
import {decimalSign} from '../engine/decimal-sign.js';
import {EngineError, inFile} from '../engine/errors.js';
import {goingOn, handoutsAt, recordOf, type HandoutRecord} from '../engine/handouts.js';
import type {Handout, HandoutQuery, LeftOut} from '../engine/protocol.js';
import type {RegularsEngine} from '../engine/regulars.js';
import {localeOf, type LanguageCode} from '../i18n/locale.js';
import type {HandoutCommand} from './arguments.js';
import {print, writeText} from './disk.js';
import {readJson} from './json.js';
import {withShop} from './shop.js';

const kNoProject = {format: 'regulars-project', version: 1};

export async function handout(
  command: HandoutCommand,
  language: LanguageCode,
  createEngine: () => Promise<RegularsEngine>,
): Promise<void> {
  const {to, codes, record, offer, target, life, rest} = command;
  const project = await readProject(record);
  const handouts = recordsOf(project, record);
  const outputs = [to, codes, record];
  await withShop(command, outputs, language, createEngine, async (engine, report, progress) => {
    const query: HandoutQuery = {
      target,
      offer,
      life,
      rest_days: rest,
      decimal: decimalSign(),
      issued: command.issued ?? localDay(),
      ...goingOn(handouts, () => randomInt(2 ** 48 - 1)),
    };
    const made = await engine.handout(query);
    progress.clear();
    const {currency, minor_digits: minorDigits} = report.intake;
    const lines = summary(made, language, {currency, minorDigits});
    if (to === '-') process.stderr.write(lines);
    else await print(lines);
    if (made.given === 0) return;
    // Before the files: a code that was recorded and not given does no harm, the other way round it would be made again.
    const next = {...project, handouts: [...handouts, recordOf(made, query)]};
    await writeText(`${record}.new`, [`${JSON.stringify(next, null, 2)}\n`]);
    await rename(`${record}.new`, record);
    await writeText(to, engine.handoutCsv(query, 'list'));
    if (codes !== undefined) await writeText(codes, engine.handoutCsv(query, 'codes'));
  });
}

/** The project to add to: an empty one where the file is not there yet. */
async function readProject(path: string): Promise<Record<string, unknown>> {
  const found = await readJson(path).catch((thrown: unknown) => {
    if (thrown instanceof EngineError && thrown.detail === 'ENOENT') return kNoProject;
    throw thrown;
  });
  const project = (found ?? {}) as Record<string, unknown>;
  const {format, version} = kNoProject;
  if (project['format'] !== format || project['version'] !== version)
    throw new EngineError('invalid_option', {file: path, detail: 'format'});
  return project;
}

function recordsOf({handouts}: Record<string, unknown>, path: string): HandoutRecord[] {
  try {
    return handoutsAt(handouts ?? [], 'handouts');
  } catch (thrown) {
    throw inFile(thrown, path);
  }
}

function summary(
  {rewarded, given, held_out, too_soon, left_out, amount, unit, last_day}: Handout,
  language: LanguageCode,
  money: {currency: string | null; minorDigits: number},
): string {
  const {words, format} = localeOf(language, money);
  const {handout: said, audience, rewards} = words;
  const reward = unit === 'money' ? format.money(amount) : rewards.points(format.count(amount));
  const lines = [
    said.rewarded(format.count(rewarded)),
    said.given(format.count(given), reward),
    ...(last_day === null ? [] : [said.until(format.date(last_day))]),
    ...(held_out > 0 ? [`  ${said.heldOut(format.count(held_out))}`] : []),
    ...(too_soon > 0 ? [`  ${said.tooSoon(format.count(too_soon))}`] : []),
    ...(Object.entries(left_out) as [LeftOut, number][]).map(
      ([reason, customers]) => `  ${audience.leftOut[reason](format.count(customers))}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
