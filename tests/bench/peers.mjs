// Other people's readers, by the versions that peers/package-lock.json fixes, installed into build/peers the first time.
import {execFileSync} from 'node:child_process';
import {copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const kPeers = fileURLToPath(new URL('../../build/peers', import.meta.url));
const kHere = fileURLToPath(new URL('peers', import.meta.url));
const kSettings = fileURLToPath(new URL('../../.npmrc', import.meta.url));

/**
 * null when they are there, else why not. Not `npm ci`: newer versions of npm want the bindings of every platform in the lock.
 */
export function missingPeers() {
  const lock = readFileSync(join(kHere, 'package-lock.json'), 'utf8');
  const mark = join(kPeers, '.installed-lock.json');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return null;
  mkdirSync(kPeers, {recursive: true});
  for (const name of ['package.json', 'package-lock.json'])
    copyFileSync(join(kHere, name), join(kPeers, name));
  copyFileSync(kSettings, join(kPeers, '.npmrc'));
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund'], {
      cwd: kPeers,
      stdio: 'pipe',
      encoding: 'utf8',
      timeout: 300_000,
    });
  } catch (error) {
    const [, code = 'npm install failed'] =
      /npm (?:error|ERR!) code (\S+)/.exec(error.stderr ?? '') ?? [];
    return code;
  }
  writeFileSync(mark, lock);
  return null;
}
