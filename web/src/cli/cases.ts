/** Files of cases, run one after the other and counted. */
import type {RegularsEngine} from '../engine/regulars.js';
import type {Source} from '../engine/source.js';
import type {LanguageCode} from '../i18n/locale.js';
import {closeInputs, openInputs, print} from './disk.js';
import {kWords} from './words.js';

interface Counts {
  passed: number;
  failed: number;
}

/**
 * Runs each file, prints what came of it - its counts, then the lines of `failures` - and answers whether all cases passed.
 * The last line is the same in every language: others count on it.
 */
export async function runCases<Report extends Counts>(
  files: readonly string[],
  language: LanguageCode,
  createEngine: () => Promise<RegularsEngine>,
  run: (engine: RegularsEngine, source: Source) => Promise<Report>,
  failures: (file: string, report: Report) => string[],
): Promise<boolean> {
  const inputs = await openInputs(files);
  const all: Counts = {passed: 0, failed: 0};
  try {
    const engine = await createEngine();
    for (const {name, source} of inputs) {
      const report = await run(engine, source);
      const {passed, failed} = report;
      all.passed += passed;
      all.failed += failed;
      const counts = kWords[language].logic.file(name, String(passed), String(failed));
      await print([counts, ...failures(name, report), ''].join('\n'));
    }
    engine.dispose();
  } finally {
    await closeInputs(inputs);
  }
  await print(`${all.passed} passed, ${all.failed} failed\n`);
  return all.failed === 0;
}
