/** The built command and the real data, for the tests that need them; what is missing is skipped in sight. */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after} from 'node:test';

export const root = process.env.REGULARS_ROOT ?? process.cwd();
const data = process.env.REGULARS_DATA ?? join(root, '../shared/data');
export const packageFolder = join(root, 'dist/package');
const command = join(packageFolder, 'bin/regulars.js');

const wasm = join(packageFolder, 'regulars.wasm');
const hasEngine = existsSync(wasm) && statSync(wasm).size > 0;

/** For tests of the command alone. */
export const needsCommand = {skip: existsSync(command) ? false : 'dist/package is not built'};
/** For tests that let the engine work. */
export const needsEngine = {skip: hasEngine ? false : 'the engine is not built'};

/** For tests on a file of the shared data. */
export function needsData(path: string): {skip: string | boolean} {
  if (!existsSync(join(data, path))) return {skip: `no ${path}: set REGULARS_DATA`};
  return needsEngine;
}

export const dataFile = (path: string): string => join(data, path);

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

export function run(
  words: string[],
  {input, environment}: {input?: string; environment?: NodeJS.ProcessEnv} = {},
): Ran {
  const result = spawnSync(process.execPath, [command, ...words], {
    input: input ?? '',
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {...process.env, LC_ALL: 'C', ...environment},
  });
  return {code: result.status, out: result.stdout, err: result.stderr};
}

export const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** A folder for one test file, gone afterwards. */
export function scratch(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-'));
  after(() => rmSync(folder, {recursive: true, force: true}));
  return (name) => join(folder, name);
}
