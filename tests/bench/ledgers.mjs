// A million random ledgers, natively: every promise of the ledger after every posting.
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const kRoot = fileURLToPath(new URL('../..', import.meta.url));

export function checkLedgers() {
  const cmake = (...words) =>
    execFileSync('cmake', words, {cwd: kRoot, stdio: ['ignore', 'ignore', 'inherit']});
  cmake('--preset', 'native');
  cmake('--build', '--preset', 'native', '--target', 'regulars_ledgers');
  const {ledgers, events, entries, postings, ms} = JSON.parse(
    execFileSync(join(kRoot, 'build/native/tests/regulars_ledgers'), {encoding: 'utf8'}),
  );
  const many = (count) => count.toLocaleString('en');
  console.log(
    `\nNatively, ${many(ledgers)} random ledgers of ${events} events: ${many(entries)} entries, ${many(postings)} postings,` +
      ` every promise kept after each; ${Math.round(ms / 1000)} s`,
  );
}
