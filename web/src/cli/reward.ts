/** The verb `reward`: what a program gives, to whom and why, and what its points would have cost. */
import type {AwardRow, Report} from '../engine/protocol.js';
import type {RegularsEngine} from '../engine/regulars.js';
import {localeOf, type LanguageCode} from '../i18n/locale.js';
import {UsageError} from './arguments.js';
import type {RewardCommand} from './arguments.js';
import {print, writeText} from './disk.js';
import {withShop} from './shop.js';
import {summarizePoints, summarizeRewards, summarizeWarnings} from './summary.js';
import {explain} from './why.js';

export async function reward(
  command: RewardCommand,
  language: LanguageCode,
  createEngine: () => Promise<RegularsEngine>,
): Promise<void> {
  const {json, ledger, nearly, why} = command;
  const outputs = [json, ledger, nearly];
  await withShop(command, outputs, language, createEngine, async (engine, report, progress) => {
    progress.clear();
    const {currency, minor_digits: minorDigits} = report.intake;
    const locale = localeOf(language, {currency, minorDigits});
    if (why !== undefined) {
      const {rows} = await engine.customers({signs: [why], limit: 1});
      const [row] = rows;
      if (!row) throw new UsageError('no_such_customer', why);
      if (!outputs.includes('-'))
        await print(`${explain(await engine.why(row.id), locale).join('\n')}\n`);
    } else if (!outputs.includes('-')) {
      const parts = [
        ...(report.rewards.rules.length > 0 ? [summarizeRewards(report, locale)] : []),
        ...(report.rewards.points ? [summarizePoints(report.rewards.points, locale)] : []),
        ...(report.rewards.warnings.length > 0 ? [summarizeWarnings(report.rewards, locale)] : []),
      ];
      await print(`${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`);
    }
    if (json !== undefined) await writeText(json, document(report, engine.awards()));
    if (ledger !== undefined) await writeText(ledger, engine.csv('ledger'));
    if (nearly !== undefined) await writeText(nearly, engine.csv('nearly'));
  });
}

/** The outcome as JSON, its customers piece by piece: there may be a million of them. */
async function* document(
  {metrics, intake, rewards}: Report,
  customers: AsyncIterable<AwardRow[]>,
): AsyncGenerator<string> {
  const {as_of} = metrics;
  const {currency, minor_digits} = intake;
  const whole = JSON.stringify({as_of, currency, minor_digits, rewards}, null, 2);
  yield `${whole.slice(0, -2)},\n  "customers": [`;
  let between = '\n    ';
  for await (const rows of customers) {
    for (const row of rows) {
      yield between + JSON.stringify(row);
      between = ',\n    ';
    }
  }
  yield '\n  ]\n}\n';
}
