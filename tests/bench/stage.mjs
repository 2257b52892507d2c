// A stage of the engine by itself, in WebAssembly as tests build it.
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const kRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Builds and runs a program of tests/bench, and gives what it printed as JSON. */
export function runStage(name, ...words) {
  const cmake = (...options) =>
    execFileSync('cmake', options, {cwd: kRoot, stdio: ['ignore', 'ignore', 'inherit']});
  cmake('--preset', 'wasm', '-DREGULARS_TESTS=ON');
  cmake('--build', '--preset', 'wasm', '--target', name);
  const program = join(kRoot, `build/wasm/tests/${name}.js`);
  const options = {encoding: 'utf8', maxBuffer: 1 << 20};
  return JSON.parse(execFileSync(process.execPath, [program, ...words], options));
}

/** A line of the report: what took how long, and how long it may. */
export function sayTime(what, took, aim, unit = 'ms') {
  const time = String(unit === 'ms' ? Math.round(took) : took).padStart(7);
  console.log(`  ${what.padEnd(58)} ${time} ${unit}   aim ${aim} ${unit}`);
}
