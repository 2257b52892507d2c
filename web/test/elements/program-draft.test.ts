import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {
  freshName,
  isSame,
  isWithin,
  listOf,
  moved,
  partOf,
  percentOf,
  readAmount,
  readCondition,
  readSpan,
  readWhen,
  refusalOf,
  shareOf,
  withPart,
  withTierName,
  writeAmount,
  writeCondition,
  writeSpan,
  writeWhen,
  type Json,
} from '../../src/elements/program-draft.js';

const root = process.env['REGULARS_ROOT'] ?? '.';
const orders = {var: 'orders'};

/** Every program that the project shows: the examples, and the blocks of docs/program.md that are one. */
function programs(): [name: string, program: Json][] {
  const folder = join(root, 'examples/programs');
  const examples = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name): [string, Json] => [
      name,
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as Json,
    ]);
  const text = readFileSync(join(root, 'docs/program.md'), 'utf8');
  const blocks = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(
    ([, block], place): [string, Json] => [
      `docs/program.md, ${place + 1}`,
      JSON.parse(block ?? '') as Json,
    ],
  );
  return [...examples, ...blocks];
}

/** Reads every part that a sentence shows, and writes it back. */
function thereAndBack(program: Json): Json {
  let now = program;
  const put = (path: (string | number)[], read: (part: unknown) => unknown) => {
    const part = partOf(now, path);
    if (part !== undefined) now = withPart(now, path, read(part));
  };
  listOf(program, ['rules']).forEach((_, place) => {
    put(['rules', place, 'when'], (when) => writeWhen(readWhen(when)));
    put(['rules', place, 'amount'], (amount) => writeAmount(readAmount(amount)));
  });
  listOf(program, ['points', 'earn']).forEach((_, place) => {
    const path = ['points', 'earn', place];
    put([...path, 'when'], (when) => writeWhen(readWhen(when)));
    for (const kind of ['points', 'times'])
      put([...path, kind], (amount) => writeAmount(readAmount(amount)));
  });
  for (const path of [
    ['points', 'pending'],
    ['points', 'expiry'],
    ['tiers', 'length'],
    ['tiers', 'term'],
    ['tiers', 'grace'],
  ])
    put(path, (span) => writeSpan(readSpan(span)));
  return now;
}

test('every program of the examples and of the docs goes through sentences and comes out as it was', () => {
  const all = programs();
  assert.ok(all.length >= 10, String(all.length));
  for (const [name, program] of all) assert.deepEqual(thereAndBack(program), program, name);
});

test('each of their rules is a sentence, and none is taken for more than it says', () => {
  const hand: string[] = [];
  for (const [name, program] of programs())
    for (const [place, rule] of [
      ...listOf(program, ['rules']),
      ...listOf(program, ['points', 'earn']),
    ].entries()) {
      const when = readWhen(partOf(rule, ['when']));
      const amount = readAmount(partOf(rule, ['amount']) ?? partOf(rule, ['points']) ?? 1);
      if (when.some(({is}) => is === 'written') || amount.is === 'written')
        hand.push(`${name} ${place}`);
    }
  // One customer in ten orders is a remainder, which no sentence says.
  assert.deepEqual(hand, ['docs/program.md, 4 3']);
});

test('what no sentence can say stays as it was written', () => {
  const strange: unknown[] = [
    {or: [{'>': [orders, 2]}, {'<': [orders, 1]}]},
    {'!': {'>': [orders, 2]}},
    {'<': [1, orders, 5]},
    {'>': [5, orders]},
    {'>': [{'+': [orders, 1]}, 5]},
    {and: [{'>': [orders, 2]}]},
    {in: [orders, {var: 'products'}]},
    {some: [{var: 'products'}, {'==': [{var: ''}, 'Tea']}]},
    {some: [{var: 'products'}, {in: [{var: ''}, ['Tea']]}]},
    {'>': [{var: ['orders', 1]}, 5]},
    {'>': [orders, 2], '<': [orders, 5]},
    {reduce: [{var: 'products'}, {var: 'accumulator'}, 0]},
    false,
    null,
    'orders',
    [],
    {},
  ];
  for (const logic of strange) {
    assert.deepEqual(readCondition(logic), {is: 'written', logic});
    assert.deepEqual(writeWhen(readWhen(logic)), logic);
  }
  for (const logic of [
    {if: [{'>': [orders, 2]}, 5, 10]},
    {'*': [{'*': [orders, 2]}, 3]},
    {'*': [2, orders]},
    {min: [{min: [orders, 4]}, 3]},
    {max: [orders, 3]},
    {'+': [orders, 3]},
    'much',
  ]) {
    assert.deepEqual(readAmount(logic), {is: 'written', logic});
    assert.deepEqual(writeAmount(readAmount(logic)), logic);
  }
});

test('conditions are read as what a person chooses', () => {
  assert.deepEqual(readCondition({'>=': [orders, 2]}), {
    is: 'compared',
    fact: 'orders',
    operator: '>=',
    value: 2,
  });
  assert.deepEqual(readCondition({'<=': [60, {var: 'days_since_last'}, 365]}), {
    is: 'between',
    fact: 'days_since_last',
    low: 60,
    high: 365,
  });
  assert.deepEqual(readCondition({'!': {in: [{var: 'segment'}, ['lost']]}}), {
    is: 'among',
    fact: 'segment',
    how: 'not_in',
    values: ['lost'],
  });
  assert.deepEqual(readCondition({in: ['Green tea', {var: 'products'}]}), {
    is: 'holds',
    fact: 'products',
    how: 'some',
    values: ['Green tea'],
  });
  const several = {none: [{var: 'products'}, {in: [{var: ''}, ['Green tea', 'Oolong']]}]};
  assert.deepEqual(readCondition(several), {
    is: 'holds',
    fact: 'products',
    how: 'none',
    values: ['Green tea', 'Oolong'],
  });
  assert.deepEqual(writeCondition(readCondition(several)), several);
});

test('conditions are joined by and, and none at all is always', () => {
  const one = readCondition({'>=': [orders, 2]});
  const other = readCondition({'>=': [{var: 'days_since_last'}, 60]});
  assert.equal(writeWhen([]), true);
  assert.deepEqual(writeWhen([one]), {'>=': [orders, 2]});
  assert.deepEqual(writeWhen([one, other]), {
    and: [{'>=': [orders, 2]}, {'>=': [{var: 'days_since_last'}, 60]}],
  });
  assert.deepEqual(readWhen(undefined), []);
});

test('amounts are so much, or so much for each', () => {
  assert.deepEqual(readAmount(5), {is: 'fixed', amount: 5});
  const share = {is: 'share', fact: 'revenue', give: 1, per: 1, most: null};
  assert.deepEqual(readAmount({var: 'revenue'}), share);
  assert.deepEqual(readAmount({'*': [{var: 'revenue'}, 3]}), {...share, give: 3});
  assert.deepEqual(readAmount({'*': [{'/': [{var: 'revenue'}, 10]}, 3]}), {
    ...share,
    give: 3,
    per: 10,
  });
  assert.deepEqual(readAmount({min: [{'*': [{var: 'revenue'}, 0.15]}, 10]}), {
    ...share,
    give: 0.15,
    most: 10,
  });
});

test('a share is the percentage that was typed, to the last digit', () => {
  for (let percent = 0; percent <= 1000; ++percent) {
    assert.equal(percentOf(shareOf(percent / 10)), percent / 10);
  }
  assert.equal(shareOf(15), 0.15);
  assert.equal(percentOf(0.07), 7);
});

test('durations are a number and a unit, else a text', () => {
  assert.deepEqual(readSpan('12M_UM'), {is: 'span', amount: 12, unit: 'M', edge: '_UM'});
  for (const text of ['12M_UM', '14D', '2W_U', '0Y_U', 'unlimited', '36h', '010D', '', '3D_X'])
    assert.equal(writeSpan(readSpan(text)), text);
  assert.equal(readSpan('36h').is, 'written');
});

test('a part is replaced and nothing else, and a field is taken away', () => {
  const before = {name: 'x', rules: [{id: 'a', when: true, note: {deep: [1]}}, {id: 'b'}]};
  const after = withPart(before, ['rules', 0, 'when'], false);
  assert.deepEqual(after, {
    name: 'x',
    rules: [{id: 'a', when: false, note: {deep: [1]}}, {id: 'b'}],
  });
  assert.equal(before.rules[0]?.when, true);
  assert.deepEqual(withPart(before, ['rules'], undefined), {name: 'x'});
  assert.deepEqual(withPart({}, ['points', 'redeem', 'step'], 5), {points: {redeem: {step: 5}}});
});

test('rules are moved and taken away, and fresh ones have a name of their own', () => {
  assert.deepEqual(moved(['a', 'b', 'c'], 2, 0), ['c', 'a', 'b']);
  assert.deepEqual(moved(['a', 'b', 'c'], 0, 1), ['b', 'a', 'c']);
  assert.deepEqual(moved(['a', 'b', 'c'], 1, -1), ['a', 'c']);
  assert.equal(freshName([{id: 'rule_3'}, {}], 'id', 'rule_'), 'rule_4');
});

test('a tier that is renamed keeps the rules that ask for it', () => {
  const program = {
    tiers: {steps: [{name: 'silver'}, {name: 'gold', from: 5}]},
    points: {
      earn: [
        {when: {'==': [{var: 'tier'}, 'gold']}, points: 2},
        {
          when: {
            and: [{in: [{var: 'tier'}, ['silver', 'gold']]}, {'==': [{var: 'channel'}, 'gold']}],
          },
          times: 2,
        },
      ],
    },
  };
  const renamed = withTierName(program, 1, 'Or');
  assert.deepEqual(partOf(renamed, ['tiers', 'steps', 1, 'name']), 'Or');
  assert.deepEqual(partOf(renamed, ['points', 'earn', 0, 'when']), {'==': [{var: 'tier'}, 'Or']});
  assert.deepEqual(partOf(renamed, ['points', 'earn', 1, 'when', 'and']), [
    {in: [{var: 'tier'}, ['silver', 'Or']]},
    {'==': [{var: 'channel'}, 'gold']},
  ]);
});

test('a refusal is found at its part and nowhere else', () => {
  const refusal = refusalOf('rules[1].when.and[0].>=[1]: must be a number, is a text: "x"');
  assert.deepEqual(refusal, {
    path: 'rules[1].when.and[0].>=[1]',
    what: 'must be a number, is a text: "x"',
  });
  assert.ok(isWithin(refusal, ['rules', 1]));
  assert.ok(isWithin(refusal, ['rules', 1, 'when', 'and', 0]));
  assert.ok(!isWithin(refusal, ['rules', 1, 'when', 'and', 1]));
  assert.ok(!isWithin(refusal, ['rules', 11]));
  assert.ok(!isWithin(refusalOf('rules[11].amount: is missing'), ['rules', 1]));
  assert.deepEqual(refusalOf('program: must be an object, is a list'), {
    path: '',
    what: 'must be an object, is a list',
  });
  assert.ok(!isWithin(null, ['rules']));
});

test('two documents are the same whatever the order of their fields', () => {
  assert.ok(isSame({a: 1, b: [1, {c: 2}]}, {b: [1, {c: 2}], a: 1}));
  assert.ok(!isSame({a: 1}, {a: 1, b: undefined}));
  assert.ok(!isSame([1, 2], [2, 1]));
});
