/** The verb `fit`: a model of repeat buying or of spend, fitted to a table of customers' figures. */
import type {TableFit} from '../engine/protocol.js';
import type {RegularsEngine} from '../engine/regulars.js';
import {localeOf} from '../i18n/locale.js';
import type {LanguageCode} from '../i18n/locale.js';
import type {FitCommand} from './arguments.js';
import {checkOutputs, openInputs, print, writeText} from './disk.js';
import {table} from './table.js';
import {kWords} from './words.js';

/** As the authors list them; JSON has no order of its own. */
const kOrder = ['k', 'r', 'alpha', 'a', 'b', 's', 'beta', 'gamma', 'delta', 'p', 'q', 'v'];

export async function fit(
  command: FitCommand,
  language: LanguageCode,
  createEngine: () => Promise<RegularsEngine>,
): Promise<void> {
  const {model, file, unit, predict, covariates, json} = command;
  await checkOutputs([json], [file]);
  const [input] = await openInputs([file]);
  if (!input) return;
  try {
    const engine = await createEngine();
    const fitted = await engine.fit(input.source, model, {unit, predict, covariates});
    if (json !== '-') await print(described(fitted, predict, language));
    if (json !== undefined) await writeText(json, [`${JSON.stringify(fitted, null, 2)}\n`]);
    engine.dispose();
  } finally {
    await input.close();
  }
}

function described(fitted: TableFit, predict: number | undefined, language: LanguageCode): string {
  const {fit: said} = kWords[language];
  const {format} = localeOf(language);
  const {parameters, standard_errors: errors, log_likelihood: likelihood} = fitted;
  const precise = (value: number) => String(Number(value.toPrecision(6)));
  const inOrder = Object.entries(parameters).sort(
    ([one], [other]) => kOrder.indexOf(one) - kOrder.indexOf(other),
  );
  const rows = inOrder.map(([name, value]) => {
    const error = errors[name] ?? null;
    return [`  ${name}`, precise(value), error === null ? '' : `± ${precise(error)}`];
  });
  const effects = (fitted.covariates ?? []).map(({column, level, ...effect}) => [
    `  ${level === null ? column : `${column} = ${level}`}`,
    ...[effect.pace, effect.leaving].map(
      ({effect: value, standard_error: error}) =>
        `× ${precise(Math.exp(value))}${error === null ? '' : ` (${precise(Math.exp(value - 1.96 * error))} – ${precise(Math.exp(value + 1.96 * error))})`}`,
    ),
  ]);
  const {correlation = null, left_out: leftOut = 0, expected_total: total = null} = fitted;
  const facts = [
    [said.status, said.statuses[fitted.status]],
    [
      said.customers,
      said.distinct(format.number(fitted.customers), format.number(fitted.distinct)),
    ],
    ...(likelihood === null ? [] : [[said.logLikelihood, format.number(likelihood, 4)]]),
    ...(fitted.p === undefined ? [] : [[said.chance, format.number(fitted.p, 4)]]),
    ...(correlation === null ? [] : [[said.correlation, format.number(correlation, 4)]]),
    ...(leftOut > 0 ? [[said.leftOut, format.number(leftOut)]] : []),
    ...(total === null || predict === undefined
      ? []
      : [[said.expected(format.number(predict), fitted.unit ?? 'days'), format.number(total, 2)]]),
  ];
  return [
    `${fitted.model}${fitted.unit === null ? '' : ` (${said.units[fitted.unit]})`}`,
    ...table(rows, '<>>'),
    ...(effects.length === 0
      ? []
      : ['', ...table([[`${said.covariates}  `, said.pace, said.leaving], ...effects], '<<<')]),
    '',
    ...table(facts, '<<'),
    '',
  ].join('\n');
}
