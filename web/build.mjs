// Builds what people use: dist/regulars.html, the page in one file, and dist/package, the npm package with the command line.
// Run after the engine is built (build/wasm); `--partial` goes on, and ends well, where parts are still missing.
import {build} from 'esbuild';
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {rmSync} from 'node:fs';
import {chmod, copyFile, mkdir, readFile, readdir, rename, rm, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {squeeze} from './squeeze.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const out = join(dist, `.package-${process.pid}`); // becomes dist/package when it is whole
const kPageLimit = 1_200_000; // bytes
const kTargets = ['chrome103', 'firefox113', 'safari16.4'];

const missing = [];
/** Packages of other people that found their way into a bundle. */
const others = new Set();

/** The text of a part, or `instead` where it does not exist yet. */
async function part(path, instead = '') {
  try {
    return await readFile(join(root, path));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    if (!missing.includes(path)) missing.push(path);
    return Buffer.from(instead);
  }
}

const packed = async (bytes) => (await squeeze(bytes)).toString('base64');

const kNoGlue = 'var createRegulars = () => Promise.reject(new Error("built without the engine"));';
const wasm = await part('build/wasm/regulars.wasm');
// Emscripten ends with offers to other module systems, among them AMD, which a host's page may have: ours is enough.
const [factory] = (await part('build/wasm/regulars.js', kNoGlue))
  .toString()
  .split(/\nif \(typeof exports/);
const glue = `${factory}\nexport {createRegulars};`;
const sample = await part('examples/bookstore/orders.csv');

/** Gives the sources what is not a source: Emscripten's glue, and the parts that travel as text. */
function parts(texts) {
  return {
    name: 'parts',
    setup({onResolve, onLoad}) {
      onResolve({filter: /\/wasm\/regulars\.mjs$/}, () => ({path: 'glue', namespace: 'parts'}));
      onResolve({filter: /^regulars:/}, ({path}) => ({path, namespace: 'parts'}));
      onLoad({filter: /^glue$/, namespace: 'parts'}, () => ({contents: glue, loader: 'js'}));
      onLoad({filter: /^regulars:/, namespace: 'parts'}, ({path}) => {
        const name = `${path.slice('regulars:'.length)}Text`;
        if (texts[name] === undefined) throw new Error(`${path} is not part of this script`);
        return {contents: `export const ${name} = ${JSON.stringify(texts[name])};`, loader: 'js'};
      });
    },
  };
}

/** Bundles one entry into one text; empty where the entry does not exist yet. */
async function bundle(entry, options, texts = {}) {
  if ((await part(entry)).length === 0) return '';
  const result = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    legalComments: 'none', // the notices say it once
    metafile: true,
    logLevel: 'error',
    target: kTargets,
    plugins: [parts(texts)],
    ...options,
  });
  for (const input of Object.keys(result.metafile.inputs)) {
    const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
    if (name) others.add(name);
  }
  return result.outputFiles[0].text;
}

/** The licences of all that was bundled, each text once. */
async function notices() {
  const names = new Map();
  for (const name of [...others].sort()) {
    const folder = join(root, 'node_modules', name);
    const {version, license} = JSON.parse(await readFile(join(folder, 'package.json')));
    const text = (await readFile(join(folder, 'LICENSE'), 'utf8')).trim();
    names.set(text, [...(names.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const bundled = [...names].map(([text, of]) => `${of.join(', ')}\n\n${text}\n`);
  return [await part('web/package/NOTICES.txt'), ...bundled].join('\n');
}

/** A script as it may stand inside HTML: nothing in it can be taken for the end of the script, or for a comment. */
function inHtml(script) {
  const safe = script.replaceAll('<!--', '\\x3C!--').replace(/<(?=\/?script)/gi, '\\x3C');
  if (safe.includes('\r')) throw new Error('a carriage return would change the hash of the script');
  return safe;
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Bytes as text of 85 signs, five for each four bytes: a sixteenth less than base64. The signs are those of ASCII from # on
 * without <, so that nothing in them ends a script. `size` bytes of it count.
 */
function inSigns(bytes) {
  const signs = [];
  for (let at = 0; at < bytes.length; at += 4) {
    let value = 0;
    for (let i = 0; i < 4; ++i) value = value * 256 + (bytes[at + i] ?? 0);
    const five = [];
    for (let i = 0; i < 5; ++i) {
      const sign = value % 85;
      five.unshift(35 + sign + (sign > 24 ? 1 : 0));
      value = Math.floor(value / 85);
    }
    signs.push(String.fromCharCode(...five));
  }
  return {text: signs.join(''), size: bytes.length};
}

/**
 * Unpacks the script that stands before it, and puts it in its own place; the policy knows the hash of what comes out. That hash is also
 * why the unpacker's trusted type checks nothing: no other text would run, and nobody but the unpacker has the type in hand.
 */
const kUnpacker = `(async()=>{const place=document.currentScript,{textContent:text,dataset:{size}}=document.getElementById('packed'),bytes=new Uint8Array(text.length/5*4);for(let i=0,j=0;i<text.length;){let v=0;for(let k=0;k<5;++k){const c=text.charCodeAt(i++)-35;v=v*85+c-(c>25)}bytes[j++]=v/16777216;bytes[j++]=v>>>16;bytes[j++]=v>>>8;bytes[j++]=v}const script=document.createElement('script'),whole=await new Response(new Blob([bytes.subarray(0,+size)]).stream().pipeThrough(new DecompressionStream('gzip'))).text(),types=self.trustedTypes?.createPolicy('regulars-script',{createScript:(it)=>it});script.textContent=types?types.createScript(whole):whole;place.replaceWith(script)})()`;

/** The page: the template with script, style and the policy that allows just these. */
async function page(script, style, licences) {
  const template = (await part('web/index.html')).toString();
  const policy = [
    `default-src 'none'`,
    `script-src ${hashOf(kUnpacker)} ${hashOf(script)} 'wasm-unsafe-eval'`,
    'worker-src blob:',
    `style-src ${hashOf(style)}`,
    'img-src data: blob:',
    `connect-src 'none'`,
    `form-action 'none'`,
    `base-uri 'none'`,
    // No text becomes markup or a program, but through lit's templates, the unpacker, and engine/trusted.ts.
    `require-trusted-types-for 'script'`,
    'trusted-types lit-html regulars-script regulars-worker',
  ].join('; ');
  const {text: signs, size} = inSigns(await squeeze(script));
  const fill = {
    csp: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    'boot-style': `<style>${style}</style>`,
    'app-script': `<script type="text/plain" id="notices">\n${licences}</script>\n<script type="text/plain" id="packed" data-size="${size}">${signs}</script>\n<script>${kUnpacker}</script>`,
  };
  let html = template;
  for (const [marker, text] of Object.entries(fill)) {
    const line = `<!--${marker}-->`;
    if (html.split(line).length !== 2)
      throw new Error(`web/index.html needs the marker ${line} once`);
    html = html.replace(line, () => text);
  }
  return html;
}

async function write(path, contents) {
  const file = path.startsWith('package/')
    ? join(out, path.slice('package/'.length))
    : join(dist, path);
  await mkdir(dirname(file), {recursive: true});
  await writeFile(file, contents);
  sizes.push({path, bytes: Buffer.byteLength(contents)});
}

const sizes = [];
await mkdir(out, {recursive: true});
process.on('exit', () => rmSync(out, {recursive: true, force: true}));

// The worker first: the others carry it as text.
const workerText = (await bundle('web/src/engine/worker-main.ts', {format: 'iife'})).trimEnd();
const texts = {workerText, wasmText: await packed(wasm), sampleText: await packed(sample)};

const style = (
  await build({
    stdin: {contents: (await part('web/src/styles/boot.css')).toString(), loader: 'css'},
    write: false,
    minify: true,
  })
).outputFiles[0].text.trimEnd();
const script = inHtml((await bundle('web/src/main.ts', {format: 'iife'}, texts)).trimEnd());
const html = await page(script, style, await notices());
await write('regulars.html', html);

const esm = {format: 'esm'};
const node = {...esm, platform: 'node', target: 'node18', minify: false};
await write('package/index.js', await bundle('web/src/index.ts', esm, texts));
await write('package/slim.js', await bundle('web/src/slim.ts', esm));
await write('package/node.js', await bundle('web/src/node.ts', node));
await write('package/element.js', await bundle('web/src/element.ts', esm, texts));
await write('package/regulars.worker.js', workerText);
await write('package/regulars.wasm', wasm);
await write('package/regulars.html', html);
await write(
  'package/bin/regulars.js',
  await bundle('web/src/cli/main.ts', {...node, banner: {js: '#!/usr/bin/env node'}}),
);
await chmod(join(out, 'bin/regulars.js'), 0o755);
await write('package/README.md', await part('web/package/README.md'));
await write('package/LICENSE', await part('LICENSE'));
await write('package/NOTICES.txt', await notices());
await declarations();
await manifest();
await rm(join(dist, 'package'), {recursive: true, force: true});
await rename(out, join(dist, 'package'));
await report();

/** The types: as tsc writes them, with one door in front. */
async function declarations() {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const project = join(root, 'web/package/tsconfig.json');
  await promisify(execFile)(process.execPath, [
    tsc,
    '-p',
    project,
    '--outDir',
    join(out, 'types'),
  ]).catch((error) => {
    missing.push(
      `types without errors (npm run lint tells: ${String(error.stdout).split('\n')[0]})`,
    );
  });
  await prune(join(out, 'types'), ['index.d.ts', 'slim.d.ts']);
  await write('package/index.d.ts', `export * from './types/index.js';\n`);
  await copyFile(join(root, 'web/package/element.d.ts'), join(out, 'element.d.ts'));
}

/** Keeps what the doors lead to: what lies behind them is none of a user's business. */
async function prune(folder, doors) {
  const kept = new Set();
  const follow = async (file) => {
    if (kept.has(file)) return;
    kept.add(file);
    const text = await readFile(file, 'utf8').catch(() => '');
    for (const [, path] of text.matchAll(/from '(\.[^']*)\.js'/g))
      await follow(join(dirname(file), `${path}.d.ts`));
  };
  for (const door of doors) await follow(join(folder, door));
  for (const entry of await readdir(folder, {recursive: true})) {
    const file = join(folder, entry);
    if (file.endsWith('.d.ts') && !kept.has(file)) await rm(file);
  }
}

async function manifest() {
  const {version, license} = JSON.parse(await readFile(join(root, 'package.json')));
  const {description, ...shape} = JSON.parse(
    await readFile(join(root, 'web/package/package.json')),
  );
  const json = {name: 'regulars', version, description, license, ...shape};
  await write('package/package.json', `${JSON.stringify(json, null, 2)}\n`);
}

async function report() {
  const count = (bytes) => bytes.toLocaleString('en').padStart(10);
  console.log(`${'bytes'.padStart(10)}  ${'gzipped'.padStart(10)}`);
  console.log(
    `${count(wasm.length)}  ${count((await squeeze(wasm)).length)}  the engine (regulars.wasm)`,
  );
  for (const {path, bytes} of sizes)
    console.log(`${count(bytes)}  ${' '.repeat(10)}  dist/${path}`);
  const pageBytes = Buffer.byteLength(html);
  if (pageBytes > kPageLimit)
    fail(`dist/regulars.html has ${pageBytes} bytes, ${pageBytes - kPageLimit} too many`);
  if (missing.length === 0) return;
  const list = `built without: ${missing.join(', ')}`;
  if (process.argv.includes('--partial')) console.log(list);
  else fail(list);
}

function fail(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
