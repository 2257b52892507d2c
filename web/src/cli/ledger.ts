/** The verb `ledger`: runs cases for the points ledger. */
import type {LedgerReport} from '../engine/protocol.js';
import type {RegularsEngine} from '../engine/regulars.js';
import type {LanguageCode} from '../i18n/locale.js';
import type {LedgerCommand} from './arguments.js';
import {closeInputs, openInputs, print} from './disk.js';
import {kWords} from './words.js';

/** Answers whether all cases passed. The last line is the same in every language: others count on it. */
export async function ledger(
  {files}: LedgerCommand,
  language: LanguageCode,
  createEngine: () => Promise<RegularsEngine>,
): Promise<boolean> {
  const inputs = await openInputs(files);
  let passed = 0;
  let failed = 0;
  try {
    const engine = await createEngine();
    for (const {name, source} of inputs) {
      const report = await engine.ledger(source);
      passed += report.passed;
      failed += report.failed;
      await print(described(name, report, language));
    }
    engine.dispose();
  } finally {
    await closeInputs(inputs);
  }
  await print(`${passed} passed, ${failed} failed\n`);
  return failed === 0;
}

function described(
  file: string,
  {passed, failed, failures}: LedgerReport,
  language: LanguageCode,
): string {
  const {ledger: said, logic} = kWords[language];
  const cases = failures.flatMap(({index, name, differences}) => [
    `  ${said.failure(file, index, name)}`,
    ...differences.map(
      ({field, wanted, found}) =>
        `    ${said.differs(field, JSON.stringify(wanted), JSON.stringify(found))}`,
    ),
  ]);
  return [logic.file(file, String(passed), String(failed)), ...cases, ''].join('\n');
}
