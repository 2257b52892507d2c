// Runs the tests of the web side with node:test: `node web/test.mjs` those that need no browser, `node web/test.mjs e2e` those that do.
import {build} from 'esbuild';
import {spawn} from 'node:child_process';
import {existsSync, readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const inBrowser = process.argv[2] === 'e2e';
const out = join(root, 'build', inBrowser ? 'web-e2e' : 'web-test');

const needsBrowser = (path) => path.startsWith('e2e') || path.endsWith('.browser.test.ts');
const tests = readdirSync(join(root, 'web/test'), {recursive: true})
  .map(String)
  .filter((path) => path.endsWith('.test.ts') && needsBrowser(path) === inBrowser)
  .sort();

rmSync(out, {recursive: true, force: true});
await build({
  entryPoints: tests.map((path) => join(root, 'web/test', path)),
  outbase: join(root, 'web/test'),
  outdir: out,
  outExtension: {'.js': '.mjs'},
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node18',
  sourcemap: 'inline',
  logLevel: 'error',
  packages: 'external',
  // Node 18 has the class, but not yet as a global.
  banner: {js: "import {File as $File} from 'node:buffer'; globalThis.File ??= $File;"},
  // Tests bring their own engine; the built one they meet through dist.
  plugins: [
    {
      name: 'no-engine',
      setup({onResolve, onLoad}) {
        onResolve({filter: /\/wasm\/regulars\.mjs$/}, () => ({path: 'glue', namespace: 'none'}));
        onLoad({filter: /./, namespace: 'none'}, () => ({
          contents: 'export const createRegulars = () => {};',
        }));
      },
    },
  ],
});

const walks =
  inBrowser && existsSync(join(root, 'tests/e2e')) ? readdirSync(join(root, 'tests/e2e')) : [];
const files = [
  ...tests.map((path) => join(out, path.replace(/\.ts$/, '.mjs'))),
  ...walks
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => join(root, 'tests/e2e', name)),
];
const reporter = `--test-reporter=${join(root, 'web/test/reporter.mjs')}`;
// A browser waits more than it works: three shares of its cases on two cores take a third of the time.
const sideBySide = inBrowser ? ['--test-concurrency=3'] : [];
const options = ['--enable-source-maps', '--test', ...sideBySide, reporter];
const run = spawn(process.execPath, [...options, ...files], {
  stdio: 'inherit',
  env: {...process.env, REGULARS_ROOT: root},
});
run.on('close', (code) => {
  process.exitCode = code ?? 1;
});
