/** A shop's files, read and analyzed for the verbs that look at a whole shop. */
import {localDay} from '../engine/day.js';
import {asEngineError} from '../engine/errors.js';
import type {Report} from '../engine/protocol.js';
import type {RegularsEngine} from '../engine/regulars.js';
import type {LanguageCode} from '../i18n/locale.js';
import type {ShopOptions} from './arguments.js';
import {checkOutputs, closeInputs, openInputs} from './disk.js';
import {readColumnMap, readJson} from './json.js';
import {ProgressLine} from './progress.js';
import {kWords} from './words.js';

/** Reads and analyzes the files, hands the engine and the report to `use`, and closes everything. Nothing is written unless `outputs` can be. */
export async function withShop(
  options: ShopOptions,
  outputs: readonly (string | undefined)[],
  language: LanguageCode,
  createEngine: () => Promise<RegularsEngine>,
  use: (engine: RegularsEngine, report: Report, progress: ProgressLine) => Promise<void>,
): Promise<void> {
  const {files, asOf, zone, currency, encoding} = options;
  const settings = [options.columns, options.program].filter((path) => path !== undefined);
  await checkOutputs(outputs, [...files, ...settings]);
  const columns = options.columns === undefined ? undefined : await readColumnMap(options.columns);
  const program = options.program === undefined ? undefined : await readJson(options.program);
  const inputs = await openInputs(files);
  const progress = new ProgressLine(kWords[language]);
  try {
    const engine = await createEngine();
    const sources = inputs.map(({source}) => source);
    const onProgress = progress.reading.bind(progress);
    await engine.read(sources, {columns, zone, currency, encoding, onProgress});
    progress.analyzing();
    const report = await engine
      .analyze({as_of: asOf, program, cleaning: {today: localDay()}})
      .catch((thrown: unknown) => {
        const error = asEngineError(thrown);
        throw error.code === 'invalid_program' ? error.in(options.program ?? '') : error;
      });
    await use(engine, report, progress);
    engine.dispose();
  } finally {
    progress.clear();
    await closeInputs(inputs);
  }
}
