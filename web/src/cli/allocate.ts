/** The verb `allocate`: whom a budget for rewards goes to, by what the owner assumes of them. */
import type {Giving, GivingQuery} from '../engine/protocol.js';
import type {RegularsEngine} from '../engine/regulars.js';
import {givingTexts} from '../i18n/giving-text.js';
import {localeOf, type LanguageCode, type Locale} from '../i18n/locale.js';
import type {AllocateCommand} from './arguments.js';
import {print, writeText} from './disk.js';
import {withShop} from './shop.js';
import {shortened, table} from './table.js';

const kShown = 20;
const kName = 40;

export async function allocate(
  command: AllocateCommand,
  language: LanguageCode,
  createEngine: () => Promise<RegularsEngine>,
): Promise<void> {
  const {json, list, margin, pause} = command;
  const outputs = [json, list];
  await withShop(command, outputs, language, createEngine, async (engine, report, progress) => {
    progress.clear();
    const {currency, minor_digits: minorDigits} = report.intake;
    const locale = localeOf(language, {currency, minorDigits});
    const query: GivingQuery = {
      budget: locale.format.minorOf(command.budget),
      offers: command.offers.map(({amount, effect}) => ({
        amount: locale.format.minorOf(amount),
        effect,
      })),
      ...(margin === undefined ? {} : {margin}),
      ...(pause === undefined ? {} : {pause_days: pause}),
    };
    const giving = await engine.allocate(query, json === undefined ? kShown : 1000);
    if (!outputs.includes('-')) await print(`${said(giving, locale).join('\n')}\n`);
    if (json !== undefined) await writeText(json, [`${JSON.stringify(giving, null, 2)}\n`]);
    if (list !== undefined) await writeText(list, engine.allocateCsv(query));
  });
}

function said(giving: Giving, locale: Locale): string[] {
  const {words, format} = locale;
  const rows = giving.rows
    .slice(0, kShown)
    .map(({customer, amount, at_stake, value}) => [
      shortened(customer, kName),
      format.money(amount),
      format.money(Math.round(at_stake)),
      format.money(Math.round(value)),
    ]);
  const texts = givingTexts(giving, locale);
  if (rows.length === 0) return texts;
  return [...texts, '', ...table([[...words.giving.columns], ...rows], '<>>>')];
}
