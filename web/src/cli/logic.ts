/** The verb `logic`: runs suites of JsonLogic cases. */
import type {LogicReport} from '../engine/protocol.js';
import type {RegularsEngine} from '../engine/regulars.js';
import type {LanguageCode} from '../i18n/locale.js';
import type {LogicCommand} from './arguments.js';
import {closeInputs, openInputs, print} from './disk.js';
import {kWords} from './words.js';

/** Answers whether all cases passed. The last line is the same in every language: others count on it. */
export async function logic(
  {files, profile}: LogicCommand,
  language: LanguageCode,
  createEngine: () => Promise<RegularsEngine>,
): Promise<boolean> {
  const inputs = await openInputs(files);
  let passed = 0;
  let failed = 0;
  try {
    const engine = await createEngine();
    for (const {name, source} of inputs) {
      const report = await engine.logic(source, profile);
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
  name: string,
  {passed, failed, failures}: LogicReport,
  language: LanguageCode,
): string {
  const {logic: said} = kWords[language];
  const cases = failures.flatMap(({index, description, rule, data, wanted, found}) => [
    `  ${said.failure(name, index, description)}`,
    `    ${said.rule} ${JSON.stringify(rule)}`,
    `    ${said.data} ${JSON.stringify(data)}`,
    `    ${said.wanted} ${JSON.stringify(wanted)}`,
    `    ${said.found} ${JSON.stringify(found)}`,
  ]);
  return [said.file(name, String(passed), String(failed)), ...cases, ''].join('\n');
}
