/** The verb `logic`: runs suites of JsonLogic cases. */
import type {RegularsEngine} from '../engine/regulars.js';
import type {LanguageCode} from '../i18n/locale.js';
import type {LogicCommand} from './arguments.js';
import {runCases} from './cases.js';
import {kWords} from './words.js';

/** Answers whether all cases passed. */
export function logic(
  {files, profile}: LogicCommand,
  language: LanguageCode,
  createEngine: () => Promise<RegularsEngine>,
): Promise<boolean> {
  const {logic: said} = kWords[language];
  return runCases(
    files,
    language,
    createEngine,
    (engine, source) => engine.logic(source, profile),
    (file, {failures}) =>
      failures.flatMap(({index, description, rule, data, wanted, found}) => [
        `  ${said.failure(file, index, description)}`,
        `    ${said.rule} ${JSON.stringify(rule)}`,
        `    ${said.data} ${JSON.stringify(data)}`,
        `    ${said.wanted} ${JSON.stringify(wanted)}`,
        `    ${said.found} ${JSON.stringify(found)}`,
      ]),
  );
}
