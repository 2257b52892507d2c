// Fifty rules, in WebAssembly: over the past of a shop, over its customers, and over one order.
import {runStage, sayTime} from './stage.mjs';

const kAim = {backtest: 3000, awards: 500, live: 50}; // milliseconds, of one order microseconds

export function timeRewards() {
  const found = runStage('regulars_rewards');
  if (!found.checked) throw new Error('the rules gave nothing');
  console.log(
    `\nIn WebAssembly, ${found.rules} rules, ${found.customers} customers and ${found.orders} orders:`,
  );
  sayTime(
    'back-test of points, tiers and ledger, spent and unspent',
    found.backtest,
    kAim.backtest,
  );
  sayTime('rewards of each customer', found.awards, kAim.awards);
  sayTime('one order, as it comes in', found.live_us, kAim.live, 'us');
}
