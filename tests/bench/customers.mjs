// The stages after the orders, in WebAssembly: a million customers summarised, scored and clustered, a hundred thousand fitted, and
// the same fit by lifetimes where Python has it.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {kRoot, runStage, sayTime} from './stage.mjs';

const kAim = {groups: 3000, bg_nbd: 500, pareto_nbd: 1500}; // milliseconds

export function compareCustomers() {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'));
  const file = join(folder, 'customers.csv');
  try {
    const found = runStage('regulars_customers', file);
    const groups = found.summarised + found.scored + found.clustered;
    console.log(`\nIn WebAssembly, of ${found.customers} customers and ${found.orders} orders:`);
    sayTime(
      `summarised ${found.summarised}, scored ${found.scored}, in 8 groups ${found.clustered}`,
      groups,
      kAim.groups,
    );
    sayTime('BG/NBD fitted to 100,000', found.bg_nbd, kAim.bg_nbd);
    sayTime('Pareto/NBD fitted to 100,000', found.pareto_nbd, kAim.pareto_nbd);
    const other = spawnSync('python3', [join(kRoot, 'tests/bench/lifetimes_fit.py'), file], {
      encoding: 'utf8',
    });
    const said = (other.stdout ?? '').trim();
    if (other.status === 0)
      console.log(
        `  lifetimes fits the same BG/NBD in ${said} ms: ${(Number(said) / found.bg_nbd).toFixed(1)} x ours`,
      );
    else
      console.log(
        `  lifetimes: not compared, ${said || other.error?.code || other.stderr.trim().split('\n').at(-1)} is missing`,
      );
  } finally {
    rmSync(folder, {recursive: true});
  }
}
