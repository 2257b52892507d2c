import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EngineError} from '../../src/engine/errors.js';
import type {AnalyzeOptions, Answer, ColumnMap, Verb, Verbs} from '../../src/engine/protocol.js';
import * as actions from '../../src/state/actions.js';
import {projectText} from '../../src/state/project.js';
import {kNoSettings} from '../../src/state/settings.js';
import {snapshotOf} from '../../src/state/snapshot.js';
import {isUnsaved, wouldLose} from '../../src/state/unsaved.js';
import {FakeEngine, kPreview, kRejects} from '../elements/fake-engine.js';
import {sampleReport} from '../elements/sample-report.js';
import {emptyDesk} from './empty-desk.js';

type Call = [verb: Verb, argument: unknown];

/** Remembers what it was asked, and answers a sniff by whether a date was chosen. */
class Witness extends FakeEngine {
  readonly calls: Call[] = [];
  hasDate = true;
  refusesRules = false;

  override async call<V extends Verb>(verb: V, ...args: Parameters<Verbs[V]>): Promise<Answer<V>> {
    const options = args.at(-1) as {columns?: ColumnMap; cleaning?: Record<string, unknown>};
    this.calls.push([verb, options]);
    if (verb === 'sniff' && !this.hasDate && !options.columns?.date)
      throw new EngineError('no_date_column');
    if (verb === 'analyze' && this.refusesRules && options.cleaning?.['drop_copies'] === false)
      throw new EngineError('no_orders');
    return super.call(verb, ...args);
  }

  last(verb: Verb): unknown {
    return this.calls.filter(([one]) => one === verb).at(-1)?.[1];
  }
}

function deskWith(engine: Witness | (() => Witness)): actions.Desk {
  return emptyDesk(typeof engine === 'function' ? engine : () => engine);
}

const batch = (...files: File[]) => ({files, sample: false});
const orders = (name = 'orders.csv') => new File(['when,who\n1 May,Ada\n'], name);

async function readyDesk(engine = new Witness()) {
  const desk = deskWith(engine);
  await actions.openFiles(desk, batch(orders()));
  return {desk, engine, ready: () => ready(desk)};
}

function ready({store}: actions.Desk) {
  const {stage} = store.value;
  assert.ok(stage.name === 'ready', stage.name);
  return stage;
}

function matching({store}: actions.Desk) {
  const {stage} = store.value;
  assert.ok(stage.name === 'matching', stage.name);
  return stage;
}

test('a file without a date is asked about, with its header, and read as it is answered', async () => {
  const engine = new Witness();
  engine.hasDate = false;
  const desk = deskWith(engine);
  await actions.openFiles(desk, batch(orders()));
  const [sheet] = matching(desk).sheets;
  assert.deepEqual([sheet?.error?.code, sheet?.header], ['no_date_column', ['when', 'who']]);
  await actions.chooseFor(desk, 0, {columns: {date: 1}, statuses: {}});
  assert.equal(matching(desk).sheets[0]?.error, null);
  assert.equal(matching(desk).sheets[0]?.trial?.customers, 41);
  await actions.confirmMatch(desk);
  assert.equal(ready(desk).batch.files[0]?.name, 'orders.csv');
  assert.deepEqual((engine.last('sniff') as {columns: ColumnMap}).columns, {date: 1});
  assert.deepEqual(desk.store.value.settings.matches[0]?.header, kPreview.header);
});

test('an answer to an older choice is dropped', async () => {
  const {desk} = await readyDesk();
  await actions.openMatch(desk, 'orders.csv');
  const first = actions.chooseFor(desk, 0, {columns: {date: 1}, statuses: {}});
  const second = actions.chooseFor(desk, 0, {columns: {date: 2}, statuses: {}});
  await Promise.all([first, second]);
  assert.deepEqual(matching(desk).sheets[0]?.choice.columns, {date: 2});
  assert.equal(matching(desk).busy, false);
});

test('leaving the match screen leads back to the very report', async () => {
  const {desk} = await readyDesk();
  const before = ready(desk);
  await actions.openMatch(desk, 'orders.csv');
  await actions.chooseFor(desk, 0, {columns: {date: 1}, statuses: {}});
  actions.leaveMatch(desk);
  assert.equal(desk.store.value.stage, before);
  assert.deepEqual(desk.store.value.settings, kNoSettings);
});

test('each step of cleaning is analyzed with the local day, undone and done again', async () => {
  const {desk, engine} = await readyDesk();
  assert.equal(ready(desk).cleaning.effects?.length, 2);
  await actions.switchRule(desk, 'drop_copies', false);
  const {cleaning} = engine.last('analyze') as {cleaning: Record<string, unknown>};
  assert.equal(cleaning['drop_copies'], false);
  assert.match(String(cleaning['today']), /^\d{4}-\d\d-\d\d$/);
  await actions.keepApart(desk, 'ada@example.org', true);
  await actions.mendRow(desk, kRejects[1]!, {mending: 'kept'});
  assert.deepEqual(engine.last('mend'), {mends: [{reject: 1, mending: 'kept'}]});
  assert.deepEqual(ready(desk).cleaning.refused, [1]);
  assert.equal(ready(desk).history.past.length, 3);
  await actions.undoStep(desk);
  assert.deepEqual(engine.last('mend'), {mends: []});
  await actions.undoStep(desk);
  await actions.undoStep(desk);
  assert.deepEqual(desk.store.value.settings, kNoSettings);
  await actions.redoStep(desk);
  assert.deepEqual(desk.store.value.settings.rules, {drop_copies: false});
  assert.equal(ready(desk).history.future.length, 2);
});

test('any of the steps is gone to at once, back and forth', async () => {
  const {desk} = await readyDesk();
  await actions.keepApart(desk, 'ada', true);
  await actions.keepApart(desk, 'bea', true);
  await actions.switchRule(desk, 'drop_copies', false);
  const last = desk.store.value.settings;
  const seen = () => {
    const {past, future} = ready(desk).history;
    return [desk.store.value.settings.apart.join(), past.length, future.length];
  };
  await actions.goToStep(desk, 0);
  assert.deepEqual(seen(), ['', 0, 3]);
  await actions.goToStep(desk, 2);
  assert.deepEqual(seen(), ['ada,bea', 2, 1]);
  await actions.goToStep(desk, 4);
  assert.deepEqual(seen(), ['ada,bea', 2, 1], 'there is none');
  await actions.redoStep(desk);
  assert.equal(desk.store.value.settings, last);
  await actions.undoStep(desk);
  await actions.undoStep(desk);
  // A new step takes the place of those that were taken back.
  await actions.keepApart(desk, 'cyd', true);
  assert.deepEqual(seen(), ['ada,cyd', 2, 0]);
});

test('what was decided is unsaved until it is as the project has it, or as it is anyway', async () => {
  const {desk} = await readyDesk();
  const unsaved = () => [isUnsaved(desk.store.value), wouldLose(desk.store.value)];
  assert.deepEqual(unsaved(), [false, false]);
  await actions.switchRule(desk, 'drop_copies', false);
  assert.deepEqual(unsaved(), [true, true]);
  await actions.undoStep(desk);
  assert.deepEqual(unsaved(), [false, false]);
  await actions.applyProgram(desk, '{"rules": [1]}');
  assert.deepEqual(unsaved(), [true, true]);
  await actions.undoStep(desk);
  const text = JSON.stringify({
    format: 'regulars-project',
    version: 1,
    cleaning: {rules: {drop_copies: false}, apart: ['ada']},
  });
  await actions.openFiles(desk, batch(new File([text], 'books.regulars.json')));
  assert.deepEqual(unsaved(), [false, false]);
  await actions.switchRule(desk, 'drop_copies', true);
  assert.deepEqual(unsaved(), [true, true]);
  await actions.switchRule(desk, 'drop_copies', false);
  assert.deepEqual(unsaved(), [false, false], 'the same by another way');
});

test('a step leads nowhere else: reading again stays on the screen, and other files begin with the week', async () => {
  const {desk} = await readyDesk();
  actions.goTo(desk, 'health');
  await actions.setRate(desk, 'USD', 0.92);
  assert.equal(ready(desk).screen, 'health');
  await actions.openFiles(desk, batch(orders('next.csv')));
  assert.equal(ready(desk).screen, 'week');
});

test('a step that leaves no orders is refused, and all is as before', async () => {
  const engine = new Witness();
  engine.refusesRules = true;
  const {desk} = await readyDesk(engine);
  await actions.switchRule(desk, 'drop_copies', false);
  const {cleaning, history} = ready(desk);
  assert.deepEqual(
    [cleaning.error?.code, cleaning.busy, history.past.length],
    ['no_orders', false, 0],
  );
  assert.deepEqual(desk.store.value.settings, kNoSettings);
});

test('a rate reads the files again, and undo reads them once more without it', async () => {
  const {desk, engine} = await readyDesk();
  await actions.setRate(desk, 'USD', 0.92);
  assert.deepEqual((engine.last('begin') as {rates: unknown}).rates, {USD: 0.92});
  await actions.undoStep(desk);
  assert.equal((engine.last('begin') as {rates: unknown}).rates, undefined);
});

/** An engine of which it is known that it was stopped. */
class Stoppable extends Witness {
  stopped = false;
  override terminate() {
    this.stopped = true;
  }
}

/** A desk with a report, and all engines that were made for it. */
async function deskWithEngines() {
  const made: Stoppable[] = [];
  const desk = deskWith(() => {
    made.push(new Stoppable());
    return made.at(-1)!;
  });
  await actions.openFiles(desk, batch(orders()));
  return {desk, made};
}

test('a second reading that is stopped leads back to the report, with its engine and what was decided', async () => {
  const {desk, made} = await deskWithEngines();
  const before = ready(desk);
  const reading = actions.setRate(desk, 'USD', 0.92);
  while (desk.store.value.stage.name !== 'reading') await new Promise((done) => setTimeout(done));
  actions.cancelReading(desk);
  await reading;
  assert.equal(desk.store.value.stage, before);
  assert.deepEqual(desk.store.value.settings, kNoSettings);
  assert.deepEqual(
    made.map(({stopped}) => stopped),
    [false, true],
  );
  // Read to its end, the new engine takes the place of the old one.
  await actions.setRate(desk, 'USD', 0.92);
  assert.deepEqual(
    made.map(({stopped}) => stopped),
    [true, true, false],
  );
});

test('stopped while it reads what was matched, the page is back where it was matched', async () => {
  const {desk} = await deskWithEngines();
  await actions.openMatch(desk, 'orders.csv');
  await actions.chooseFor(desk, 0, {columns: {date: 1}, statuses: {}});
  const screen = matching(desk);
  const reading = actions.confirmMatch(desk);
  actions.cancelReading(desk);
  await reading;
  assert.equal(desk.store.value.stage, screen);
  assert.deepEqual(desk.store.value.settings, kNoSettings);
  actions.leaveMatch(desk);
  assert.equal(ready(desk).sheets[0]?.choice.columns.date, undefined);
});

test('a second reading that gives no orders is refused with the reason, and the report stays', async () => {
  class Converted extends Witness {
    override async call<V extends Verb>(verb: V, ...args: Parameters<Verbs[V]>) {
      const answer = await super.call(verb, ...args);
      if (verb === 'analyze' && (this.last('begin') as {rates?: object}).rates)
        throw new EngineError('no_orders');
      return answer;
    }
  }
  const desk = deskWith(() => new Converted());
  await actions.openFiles(desk, batch(orders()));
  await actions.setRate(desk, 'USD', 0.92);
  assert.equal(ready(desk).cleaning.error?.code, 'no_orders');
  assert.equal(ready(desk).history.past.length, 0);
  assert.deepEqual(desk.store.value.settings, kNoSettings);
});

test('where there is no room for a second engine, the first one goes and the files are read alone', async () => {
  let made = 0;
  const desk = deskWith(() => {
    made += 1;
    if (made === 2) throw new EngineError('engine_died');
    return new Witness();
  });
  await actions.openFiles(desk, batch(orders()));
  await actions.setRate(desk, 'USD', 0.92);
  assert.deepEqual([ready(desk).history.past.length, made], [1, 3]);
});

test('a project dropped with an export decides how it is read', async () => {
  const {desk: first} = await readyDesk();
  await actions.openMatch(first, 'orders.csv');
  await actions.chooseFor(first, 0, {columns: {customer: 2}, statuses: {}});
  await actions.confirmMatch(first);
  const text = projectText({settings: first.store.value.settings, snapshot: null});

  const engine = new Witness();
  const desk = deskWith(engine);
  await actions.openFiles(desk, batch(new File([text], 'shop.regulars.json'), orders()));
  assert.deepEqual((engine.last('sniff') as {columns: ColumnMap}).columns, {customer: 2});
  assert.equal(ready(desk).batch.files.length, 1);
});

test('corrections come back with their project, to the rows that are there; the others are named', async () => {
  const {desk: first} = await readyDesk();
  await actions.mendRow(first, kRejects[0]!, {mending: 'fixed', text: '#1290,2025-02-28,a,12'});
  await actions.mendRow(first, {...kRejects[1]!, text: 'gone'}, {mending: 'kept'});
  const {settings} = first.store.value;
  const project = new File([projectText({settings, snapshot: null})], 'shop.regulars.json');

  const engine = new Witness();
  const desk = deskWith(engine);
  await actions.openFiles(desk, batch(project));
  await actions.openFiles(desk, batch(orders()));
  const mends = [{reject: 0, mending: 'fixed', text: '#1290,2025-02-28,a,12'}];
  assert.deepEqual(engine.last('mend'), {mends});
  const {cleaning} = ready(desk);
  assert.deepEqual(
    [cleaning.mends.map(({reject}) => reject), cleaning.lost.map(({row}) => row.text)],
    [[0], ['gone']],
  );
  await actions.forgetLost(desk);
  assert.deepEqual(ready(desk).cleaning.lost, []);
  assert.equal(desk.store.value.settings.mends.length, 1);
  // What was said of a row can be taken back, however its place has changed since.
  await actions.mendRow(desk, {...kRejects[0]!, offset: 7}, null);
  assert.deepEqual(desk.store.value.settings.mends, []);
});

test('without a project, corrections do not wait for rows of the next shop', async () => {
  const {desk} = await readyDesk();
  await actions.mendRow(desk, kRejects[0]!, {mending: 'kept'});
  await actions.openFiles(desk, {files: [orders('sample.csv')], sample: true});
  assert.deepEqual(desk.store.value.settings.mends, []);
});

test('a project that is none says so, and changes nothing', async () => {
  const desk = deskWith(new Witness());
  await actions.openFiles(desk, batch(new File(['{}'], 'notes.json'), orders()));
  const {stage, settings} = desk.store.value;
  assert.deepEqual(stage.name === 'failed' && [stage.error.code, stage.error.file], [
    'invalid_project',
    'notes.json',
  ]);
  assert.equal(settings, kNoSettings);
});

test('where the engine dies while it reads, how far it came is told', async () => {
  let pushes = 0;
  class Dying extends Witness {
    override async call<V extends Verb>(verb: V, ...args: Parameters<Verbs[V]>) {
      if (verb === 'push' && ++pushes > 1) throw new EngineError('engine_died');
      return super.call(verb, ...args);
    }
  }
  const desk = deskWith(new Dying());
  await actions.openFiles(desk, batch(new File(['x'.repeat(3 << 20)], 'large.csv')));
  const {stage} = desk.store.value;
  assert.deepEqual(stage.name === 'failed' && [stage.error.code, stage.progress?.rows], [
    'engine_died',
    100,
  ]);
});

test('segments and cohorts are steps: the engine is told, and both are taken back', async () => {
  const {desk, engine, ready: now} = await readyDesk();
  actions.showOnly(desk, {segment: 'champions'});
  await actions.setSegments(desk, {scheme: 'shopify'});
  const asked = engine.last('analyze') as AnalyzeOptions;
  assert.deepEqual([asked.rfm, asked.cohort_period], [{scheme: 'shopify'}, 'month']);
  // What the segment was called may be no one now, and no figure has changed.
  assert.deepEqual([now().view.segment, now().cleaning.before], [null, null]);
  await actions.setCohorts(desk, {period: 'week', by: 'first_product'});
  const {cohort_period: period, cohort_by: by, rfm} = engine.last('analyze') as AnalyzeOptions;
  assert.deepEqual([period, by, rfm], ['week', 'first_product', {scheme: 'shopify'}]);
  await actions.undoStep(desk);
  await actions.undoStep(desk);
  assert.equal((engine.last('analyze') as AnalyzeOptions).rfm, undefined);
  await actions.redoStep(desk);
  assert.deepEqual(desk.store.value.settings.rfm, {scheme: 'shopify'});
});

test('what is shown of cohorts is a step that asks the engine nothing', async () => {
  const {desk, engine, ready: now} = await readyDesk();
  const calls = engine.calls.length;
  await actions.setCohorts(desk, {measure: 'revenue'});
  assert.deepEqual([engine.calls.length, now().history.past.length], [calls, 1]);
  await actions.undoStep(desk);
  assert.equal(desk.store.value.settings.cohorts.measure, 'share');
});

test('a project brings its segments and the figures of its day', async () => {
  const engine = new Witness();
  const desk = deskWith(engine);
  const settings = {...kNoSettings, rfm: {scheme: 'shopify' as const}};
  const snapshot = {...snapshotOf(sampleReport), as_of: '2026-10-01'};
  const text = projectText({settings, snapshot});
  await actions.openFiles(desk, batch(new File([text], 'shop.regulars.json'), orders()));
  assert.deepEqual((engine.last('analyze') as AnalyzeOptions).rfm, {scheme: 'shopify'});
  assert.deepEqual(desk.store.value.saved, {figures: snapshot, rfm: {scheme: 'shopify'}});
});
