import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {needsCommand, needsEngine, packageFolder, readJson, root, scratch} from '../cli/real.js';

const file = scratch();

/** A project of somebody else, with our package among its modules. */
function otherProject(name: string): (path: string) => string {
  const modules = join(file(name), 'node_modules');
  mkdirSync(modules, {recursive: true});
  symlinkSync(packageFolder, join(modules, 'regulars'));
  return (path) => join(file(name), path);
}

test('every door that the package names is there', needsCommand, () => {
  type Door = string | Record<string, string>;
  const {exports, bin, types, main, browser} = readJson<{
    exports: Record<string, Door>;
    bin: Record<string, string>;
    types: string;
    main: string;
    browser: string;
  }>(join(packageFolder, 'package.json'));
  const doors = Object.values(exports).flatMap((door) =>
    typeof door === 'string' ? [door] : Object.values(door),
  );
  for (const door of [...doors, ...Object.values(bin), types, main, browser]) {
    assert.ok(existsSync(join(packageFolder, door)), door);
  }
  for (const door of Object.values(exports)) {
    if (typeof door !== 'string') assert.equal(Object.keys(door)[0], 'types');
  }
  assert.ok(
    existsSync(join(packageFolder, 'LICENSE')) && existsSync(join(packageFolder, 'README.md')),
  );
});

test('the example of the README runs in Node', needsEngine, () => {
  const at = otherProject('node');
  writeFileSync(
    at('example.mjs'),
    `import {createEngine, EngineError} from 'regulars';
     const engine = await createEngine();
     await engine.read([new TextEncoder().encode('date,customer,amount\\n2024-01-01,Ann,3.50\\n2024-02-01,Ann,4.00\\n')]);
     const {metrics} = await engine.analyze();
     const {value, numerator, denominator} = metrics.repurchase_rate;
     const wrong = await engine.read([new Uint8Array()]).catch((error) => error instanceof EngineError && error.code);
     engine.dispose();
     console.log(JSON.stringify([value, numerator, denominator, wrong]));`,
  );
  const out = execFileSync(process.execPath, [at('example.mjs')], {encoding: 'utf8'});
  assert.deepEqual(JSON.parse(out), [1, 1, 1, 'empty_file']);
});

test('a TypeScript project sees the types, down to the last one', needsCommand, () => {
  const at = otherProject('typescript');
  writeFileSync(at('package.json'), '{"type": "module"}');
  writeFileSync(
    at('example.ts'),
    `import {createEngine, EngineError, type Report} from 'regulars';
     import {createEngine as createSlim} from 'regulars/slim';
     import 'regulars/element';
     const app: HTMLElement = document.createElement('regulars-app');
     const engine = await createEngine({worker: '/regulars.worker.js'});
     await engine.read(new File([], 'orders.csv'), {zone: 'Europe/Berlin', onProgress: ({rows}) => rows.toFixed()});
     const report: Report = await engine.analyze({as_of: '2024-12-31'});
     const revenue: Float64Array | Int32Array = engine.column('revenue');
     for await (const text of engine.csv('customers')) text.length;
     export {app, report, revenue, createSlim, EngineError};`,
  );
  const options = {strict: true, target: 'es2022', module: 'nodenext', noEmit: true, types: []};
  writeFileSync(
    at('tsconfig.json'),
    JSON.stringify({compilerOptions: options, files: ['example.ts']}),
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', dirname(at('tsconfig.json'))], {encoding: 'utf8'});
});
