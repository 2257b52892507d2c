/** The verb `ledger`: runs cases for the points ledger. */
import type {RegularsEngine} from '../engine/regulars.js';
import type {LanguageCode} from '../i18n/locale.js';
import type {LedgerCommand} from './arguments.js';
import {runCases} from './cases.js';
import {kWords} from './words.js';

/** Answers whether all cases passed. */
export function ledger(
  {files}: LedgerCommand,
  language: LanguageCode,
  createEngine: () => Promise<RegularsEngine>,
): Promise<boolean> {
  const {ledger: said} = kWords[language];
  return runCases(
    files,
    language,
    createEngine,
    (engine, source) => engine.ledger(source),
    (file, {failures}) =>
      failures.flatMap(({index, name, differences}) => [
        `  ${said.failure(file, index, name)}`,
        ...differences.map(
          ({field, wanted, found}) =>
            `    ${said.differs(field, JSON.stringify(wanted), JSON.stringify(found))}`,
        ),
      ]),
  );
}
