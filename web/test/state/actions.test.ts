import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EngineError} from '../../src/engine/errors.js';
import type {Verb} from '../../src/engine/protocol.js';
import * as actions from '../../src/state/actions.js';
import {placeOf} from '../../src/state/places.js';
import {FakeEngine} from '../elements/fake-engine.js';
import {emptyDesk} from './empty-desk.js';

const batch = (name = 'orders.csv') => ({
  files: [new File(['date,customer\n'], name)],
  sample: false,
});
const stageOf = (desk: actions.Desk) => desk.store.value.stage;

/** A desk where a report is on the screen. */
async function readyDesk() {
  const desk = emptyDesk(() => new FakeEngine());
  await actions.openFiles(desk, batch());
  return desk;
}

test('a file leads from empty through reading to a report', async () => {
  const desk = emptyDesk(() => new FakeEngine());
  const names: string[] = [];
  desk.store.addEventListener('change', () => names.push(stageOf(desk).name));
  await actions.openFiles(desk, batch());
  assert.deepEqual([...new Set(names)], ['reading', 'ready']);
});

test('cancelling answers at once, ends the engine, and the late report is dropped', async () => {
  let ended = 0;
  class Slow extends FakeEngine {
    override terminate() {
      ended += 1;
    }
  }
  const desk = emptyDesk(() => new Slow());
  const reading = actions.openFiles(desk, batch());
  actions.cancelReading(desk);
  assert.deepEqual(stageOf(desk), {name: 'empty', cancelled: true});
  await reading;
  assert.deepEqual(stageOf(desk), {name: 'empty', cancelled: true});
  assert.equal(ended, 1);
});

test('a second file while one is read takes its place', async () => {
  const desk = emptyDesk(() => new FakeEngine());
  const first = actions.openFiles(desk, batch('first.csv'));
  const second = actions.openFiles(desk, batch('second.csv'));
  await Promise.all([first, second]);
  const stage = stageOf(desk);
  assert.equal(stage.name === 'ready' && stage.batch.files[0]?.name, 'second.csv');
});

test('a file that cannot be used says why, and the next one is read', async () => {
  let bad = true;
  const before = (verb: Verb) => {
    if (bad && verb === 'sniff') throw new EngineError('empty_file');
  };
  const desk = emptyDesk(() => new FakeEngine({before}));
  await actions.openFiles(desk, batch());
  const stage = stageOf(desk);
  assert.deepEqual(stage.name === 'failed' && [stage.error.code, stage.error.file], [
    'empty_file',
    'orders.csv',
  ]);
  bad = false;
  await actions.openFiles(desk, batch());
  assert.equal(stageOf(desk).name, 'ready');
});

test('after an engine died the next file gets another', async () => {
  let made = 0;
  const before = (verb: Verb) => {
    if (made === 1 && verb === 'analyze') throw new EngineError('engine_died');
  };
  const desk = emptyDesk(() => {
    made += 1;
    return new FakeEngine({before});
  });
  await actions.openFiles(desk, batch());
  assert.equal(stageOf(desk).name, 'failed');
  await actions.openFiles(desk, batch());
  assert.deepEqual([stageOf(desk).name, made], ['ready', 2]);
});

test('a filter replaces the others, and keeps the order', async () => {
  const desk = await readyDesk();
  actions.showCustomers(desk, {sort: 'orders', search: 'ada', segment: 'champions'});
  actions.showOnly(desk, {cluster: 2});
  const stage = stageOf(desk);
  assert.ok(stage.name === 'ready');
  const {sort, search, segment, cluster} = stage.view;
  assert.deepEqual([sort, search, segment, cluster], ['orders', '', null, 2]);
});

test('a customer is shown, and one that was left is not shown late', async () => {
  const desk = await readyDesk();
  const first = actions.openCustomer(desk, 1);
  const second = actions.openCustomer(desk, 2);
  await Promise.all([first, second]);
  let stage = stageOf(desk);
  assert.equal(stage.name === 'ready' && stage.customer?.detail?.row.id, 2);
  actions.closeCustomer(desk);
  stage = stageOf(desk);
  assert.equal(stage.name === 'ready' && stage.customer, null);
});

test('a mark opens the table, and Back finds screen, filter and customer as they were', async () => {
  const desk = await readyDesk();
  const shown = () => {
    const stage = stageOf(desk);
    assert.ok(stage.name === 'ready');
    return stage;
  };
  assert.equal(shown().screen, 'week');
  actions.goTo(desk, 'returns');
  actions.showOnly(desk, {segment: 'champions'});
  await actions.openCustomer(desk, 4, 2);
  const place = placeOf(shown());
  assert.deepEqual([place.screen, place.customer], ['customers', {id: 4, at: 2}]);
  actions.goTo(desk, 'plans');
  assert.equal(shown().customer, null);
  actions.showOnly(desk, {segment: 'at_risk'});
  await actions.goBackTo(desk, place);
  assert.deepEqual(placeOf(shown()), place);
  assert.equal(shown().customer?.detail?.row.id, 4);
});

test('the next customer is the next of the table as it is filtered, and there is none beyond its ends', async () => {
  const desk = await readyDesk();
  actions.showOnly(desk, {segment: 'champions'});
  const view = () => {
    const stage = stageOf(desk);
    assert.ok(stage.name === 'ready');
    return stage;
  };
  const rows = actions.customerRows(desk, view().view);
  const first = await rows.fetch(0);
  const second = await rows.fetch(1);
  assert.ok(first && second);
  assert.equal(
    rows.find(({id}) => id === second.id),
    1,
  );
  await actions.openCustomer(desk, first.id, 0);
  await actions.stepCustomer(desk, rows, 1);
  assert.deepEqual(placeOf(view()).customer, {id: second.id, at: 1});
  await actions.stepCustomer(desk, rows, -1);
  await actions.stepCustomer(desk, rows, -1);
  assert.deepEqual(placeOf(view()).customer, {id: first.id, at: 0});
  const last = (rows.total ?? 0) - 1;
  const row = await rows.fetch(last);
  assert.ok(row);
  await actions.openCustomer(desk, row.id, last);
  await actions.stepCustomer(desk, rows, 1);
  assert.equal(placeOf(view()).customer?.id, row.id);
});

test('a program is tried while the one in force stays, and its refusal is an answer', async () => {
  const desk = await readyDesk();
  const before = stageOf(desk);
  const told = await actions.tryProgram(desk, {rules: []});
  assert.ok(told && 'trial' in told);
  assert.equal(told.trial.comparisons.length, 1);
  const refused = await actions.tryProgram(desk, {});
  assert.ok(refused && 'error' in refused);
  assert.equal(refused.error.detail, 'rules: is missing');
  assert.equal(stageOf(desk), before);
});

test('programs are applied, refused with a reason, and undone as any other step', async () => {
  const desk = await readyDesk();
  const program = () => {
    const stage = stageOf(desk);
    assert.ok(stage.name === 'ready');
    const {past, future} = stage.history;
    const steps = [past.length, future.length];
    return {...stage.program, text: desk.store.value.settings.program, steps};
  };
  await actions.applyProgram(desk, '{"rules": [1]}');
  assert.deepEqual([program().text, program().steps], ['{"rules": [1]}', [1, 0]]);
  await actions.applyProgram(desk, '{"rules": ');
  assert.deepEqual([program().error?.code, program().text], ['invalid_json', '{"rules": [1]}']);
  await actions.applyProgram(desk, '{}');
  assert.deepEqual([program().error?.code, program().steps], ['invalid_program', [1, 0]]);
  assert.equal(program().text, '{"rules": [1]}');
  assert.equal(program().busy, false);
  await actions.undoStep(desk);
  assert.deepEqual([program().text, program().steps, program().error], [null, [0, 1], null]);
  await actions.redoStep(desk);
  assert.deepEqual([program().text, program().steps], ['{"rules": [1]}', [1, 0]]);
});

test('what is dropped besides files ends a reading and says so', async () => {
  const desk = emptyDesk(() => new FakeEngine());
  const reading = actions.openFiles(desk, batch());
  actions.refuse(desk, {code: 'folder', detail: '', file: 'exports', line: 0, column: 0});
  await reading;
  const stage = stageOf(desk);
  assert.equal(stage.name === 'failed' && stage.error.file, 'exports');
});
