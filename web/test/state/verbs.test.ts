/** What owners do: cards of the week, notes and tags, lists for other programs. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answer, CustomerQuery, TwoGroups, Verb, Verbs} from '../../src/engine/protocol.js';
import * as actions from '../../src/state/actions.js';
import {kEverybody} from '../../src/state/app-state.js';
import {audienceQuery} from '../../src/state/audience.js';
import {kNoAudience} from '../../src/state/audience-choice.js';
import {projectOf, projectText} from '../../src/state/project.js';
import {FakeEngine} from '../elements/fake-engine.js';
import {sampleReport} from '../elements/sample-report.js';
import {emptyDesk} from './empty-desk.js';

class Witness extends FakeEngine {
  readonly calls: [verb: Verb, argument: unknown][] = [];

  override async call<V extends Verb>(verb: V, ...args: Parameters<Verbs[V]>): Promise<Answer<V>> {
    this.calls.push([verb, args.at(-1)]);
    return super.call(verb, ...args);
  }

  last(verb: Verb): unknown {
    return this.calls.filter(([one]) => one === verb).at(-1)?.[1];
  }
}

async function readyDesk() {
  const engine = new Witness();
  const desk = emptyDesk(() => engine);
  const files = [new File(['when,who\n1 May,Ada\n'], 'orders.csv')];
  await actions.openFiles(desk, {files, sample: false});
  return {desk, engine};
}

const settingsOf = (desk: actions.Desk) => desk.store.value.settings;
const [card] = sampleReport.this_week.cards;
const {as_of: asOf} = sampleReport.this_week;

test('a card is done on the day of the data, undone, put off and shown again', async () => {
  const {desk, engine} = await readyDesk();
  assert.ok(card);
  const {kind, customers} = card;
  const asked = engine.calls.length;
  await actions.setAside(desk, {kind, how: 'done'});
  const [aside] = settingsOf(desk).aside;
  assert.deepEqual([aside?.kind, aside?.how, aside?.on], [kind, 'done', asOf]);
  assert.equal(aside?.customers, customers);
  assert.ok(aside?.until && aside.until > asOf);
  await actions.undoStep(desk);
  assert.deepEqual(settingsOf(desk).aside, []);
  await actions.redoStep(desk);
  await actions.setAside(desk, {kind, how: 'later', days: 30});
  assert.deepEqual(
    settingsOf(desk).aside.map(({how}) => how),
    ['later'],
  );
  await actions.setAside(desk, {kind, how: 'back'});
  assert.deepEqual(settingsOf(desk).aside, []);
  // None of it changes a figure.
  assert.equal(engine.calls.length, asked);
});

test('a note is a step, and outlives a project that is saved and opened', async () => {
  const {desk} = await readyDesk();
  const step = {customer: 'ada@example.org', others: [], note: 'Likes oolong', tags: ['tea']};
  await actions.setRemark(desk, step);
  const saved = projectText({settings: settingsOf(desk), snapshot: null});
  assert.deepEqual(projectOf(saved).settings.remarks, [
    {customer: 'ada@example.org', note: 'Likes oolong', tags: ['tea']},
  ]);
  await actions.undoStep(desk);
  assert.deepEqual(settingsOf(desk).remarks, []);
});

test('a tag lists its customers by their signs', async () => {
  const {desk, engine} = await readyDesk();
  await actions.setRemark(desk, {customer: 'ada', others: [], note: '', tags: ['tea']});
  const rows = actions.customerRows(desk, {...kEverybody, tag: 'tea'});
  rows.want(0, 10);
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual((engine.last('customers') as CustomerQuery).signs, ['ada']);
});

test('two groups are asked for by their filters, and nobody stands for everybody else', async () => {
  const {desk, engine} = await readyDesk();
  await actions.setRemark(desk, {customer: 'ada', others: [], note: '', tags: ['tea']});
  const found = await actions.compareGroups(desk, {tag: 'tea'}, {segment: 'champions'});
  assert.equal(found?.both, 0);
  const both = engine.last('compare') as TwoGroups;
  assert.deepEqual([both.first.signs, both.second?.segment], [['ada'], 'champions']);
  await actions.compareGroups(desk, {segment: 'champions'}, null);
  assert.equal((engine.last('compare') as TwoGroups).second, null);
});

test('those of remarks who are not in the files are not found', async () => {
  const {desk, engine} = await readyDesk();
  const page = await engine.call('customers', {offset: 0, limit: 1});
  const there = page.rows[0]?.customer ?? '';
  for (const customer of [there, 'gone@example.org'])
    await actions.setRemark(desk, {customer, others: [], note: 'x', tags: []});
  const found = await actions.remarkedRows(desk);
  assert.deepEqual([...found.keys()], [there]);
});

test('after a sign is split off, the customer on the screen is asked for anew', async () => {
  const {desk, engine} = await readyDesk();
  await actions.openCustomer(desk, 3);
  const asked = engine.calls.filter(([verb]) => verb === 'customer').length;
  await actions.keepApart(desk, '+44 20 7946 0000', true);
  assert.equal(engine.calls.filter(([verb]) => verb === 'customer').length, asked + 1);
  const {stage} = desk.store.value;
  assert.equal(stage.name === 'ready' && stage.customer?.id, 3);
});

test('a list asks for whom the table shows, and for no consent but what was given', () => {
  const view = {...kEverybody, card: 'due_not_come' as const, search: 'ann'};
  const choice = {target: 'klaviyo' as const, tag: ' spring ', given: ['mailchimp' as const]};
  assert.deepEqual(audienceQuery(view, [], choice), {
    customers: {sort: 'revenue', descending: true, card: 'due_not_come', search: 'ann'},
    target: 'klaviyo',
    tag: 'spring',
  });
  const given = audienceQuery(view, [], {...choice, target: 'mailchimp'});
  assert.equal(given.unknown_consent, 'given');
  assert.equal(audienceQuery(view, [], kNoAudience).tag, undefined);
});

test('the counts of a list come only while it is open', async () => {
  const {desk} = await readyDesk();
  assert.equal(await actions.countAudience(desk, kNoAudience), null);
  actions.openAudience(desk, kEverybody);
  const count = await actions.countAudience(desk, {...kNoAudience, target: 'mailchimp'});
  assert.equal(count && count.listed, count && count.written + 173 + 346);
  actions.closeAudience(desk);
  assert.equal(await actions.countAudience(desk, kNoAudience), null);
});
