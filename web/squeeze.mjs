// Bytes as gzip, as small as it gets: zopfli looks for a shorter way to say the same, which takes it seconds and saves a page a twentieth.
// What was squeezed once is kept in build/squeezed, by its hash.
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const kept = fileURLToPath(new URL('../build/squeezed', import.meta.url));

/** Throws where there is no zopfli. */
export async function squeeze(bytes) {
  const name = join(kept, createHash('sha256').update(bytes).digest('hex'));
  try {
    return await readFile(`${name}.gz`);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  await mkdir(kept, {recursive: true});
  // Several builds at once do not stand in each other's way.
  const own = `${name}-${process.pid}`;
  await writeFile(own, bytes);
  try {
    await promisify(execFile)('zopfli', [own]);
  } catch (error) {
    throw error.code === 'ENOENT' ? new Error('zopfli is missing: ./dev build installs it') : error;
  } finally {
    await rm(own);
  }
  await rename(`${own}.gz`, `${name}.gz`);
  return readFile(`${name}.gz`);
}
