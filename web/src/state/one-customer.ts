/** What the engine knows of one customer. */
import type {Desk} from './desk.js';
import type {OpenCustomer} from './app-state.js';

/** null where there is no such customer. */
export async function askFor(
  {store, engines}: Desk,
  id: number,
): Promise<Pick<OpenCustomer, 'detail' | 'club' | 'why'> | null> {
  const {stage} = store.value;
  const hasPoints = stage.name === 'ready' && stage.report.rewards.points !== null;
  const engine = await engines.current();
  const detail = await engine.call('customer', {id}).catch(() => null);
  if (!detail) return null;
  const page = hasPoints
    ? await engine.call('awards', {from: id, limit: 1}).catch(() => null)
    : null;
  const why = await engine.call('why', {id}).catch(() => null);
  return {detail, club: page?.rows[0] ?? null, why};
}
