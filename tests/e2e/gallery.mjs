// Bundles the page with an invented engine: what elements look like, and a table of a million rows, without a file.
import {build} from 'esbuild';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

const root = new URL('../../', import.meta.url);

/** Writes build/e2e/gallery.html and answers its address. */
export async function buildGallery() {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('web/test/elements/gallery.ts', root))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    logLevel: 'error',
    tsconfig: fileURLToPath(new URL('tsconfig.json', root)),
  });
  const script = result.outputFiles[0].text.replace(/<(?=\/?script)/gi, '\\x3C');
  const style = await readFile(new URL('web/src/styles/boot.css', root), 'utf8');
  const policy =
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'nonce-boot'; img-src data: blob:; connect-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Regulars</title><style nonce="boot">${style}</style></head><body><regulars-app></regulars-app><script>${script}</script></body></html>`;
  const file = new URL('build/e2e/gallery.html', root);
  await mkdir(new URL('.', file), {recursive: true});
  await writeFile(file, html);
  return file.href;
}
