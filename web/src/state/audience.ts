/** Lists of customers for other programs: whom they hold, and how they get to the disk. */
import {decimalSign} from '../engine/decimal-sign.js';
import {asEngineError} from '../engine/errors.js';
import type {AudienceCount, AudienceQuery, CsvPiece} from '../engine/protocol.js';
import type {CustomerView} from './app-state.js';
import {audienceName, type AudienceChoice} from './audience-choice.js';
import {customerQuery} from './customer-query.js';
import {fail, whenReady, type Desk} from './desk.js';
import type {Remark} from './remarks.js';
import {saveFile} from './save-file.js';

export function audienceQuery(
  view: CustomerView,
  remarks: readonly Remark[],
  choice: AudienceChoice,
): AudienceQuery {
  const {target, tag, given} = choice;
  return {
    customers: customerQuery(view, remarks),
    target,
    ...(tag === null ? {} : {tag: tag.trim()}),
    ...(given.includes(target) ? {unknown_consent: 'given'} : {}),
    ...(target === 'excel' ? {decimal: decimalSign()} : {}),
  };
}

/** Opens the drawer for whoever a view of the table lists. */
export function openAudience({store}: Desk, view: CustomerView): void {
  whenReady(store, (stage) => ({...stage, audience: {view, state: 'open'}}));
}

export function closeAudience({store}: Desk): void {
  whenReady(store, (stage) => ({...stage, audience: null}));
}

/** Whom the file would hold; null where nobody can say. */
export async function countAudience(
  desk: Desk,
  choice: AudienceChoice,
): Promise<AudienceCount | null> {
  const {stage, settings} = desk.store.value;
  if (stage.name !== 'ready' || !stage.audience) return null;
  const query = audienceQuery(stage.audience.view, settings.remarks, choice);
  const engine = await desk.engines.current();
  return engine.call('audience', query).catch(() => null);
}

/** Writes the file. */
export async function writeAudience(desk: Desk, choice: AudienceChoice): Promise<void> {
  const {store} = desk;
  const {stage, settings} = store.value;
  if (stage.name !== 'ready' || !stage.audience) return;
  const {view} = stage.audience;
  const mark = (state: 'writing' | 'written') =>
    whenReady(store, (now) => (now.audience ? {...now, audience: {view, state}} : now));
  mark('writing');
  try {
    const engine = await desk.engines.current();
    const query = audienceQuery(view, settings.remarks, choice);
    const parts: string[] = [];
    for (let from: number | null = 0; from !== null;) {
      const piece: CsvPiece = await engine.call('audience_csv', {...query, from});
      parts.push(piece.text);
      from = piece.next;
    }
    saveFile(audienceName(choice.target), 'text/csv', parts);
  } catch (thrown) {
    return fail(desk, stage.batch, asEngineError(thrown));
  }
  mark('written');
}
