import assert from 'node:assert/strict';
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {test} from 'node:test';
import {pathToFileURL} from 'node:url';
import type {AwardRow, CellsReport, Report, Rewards} from '../../src/engine/protocol.js';
import {dataFile, needsData, needsEngine, packageFolder, readJson, run, scratch} from './real.js';

const file = scratch();

/** The report on a file of the shared data. */
function analyzed(path: string, ...words: string[]): Report {
  const {code, err} = run(['analyze', dataFile(path), '--json', file('report.json'), ...words]);
  assert.equal(err, '');
  assert.equal(code, 0);
  const report = readJson<Report>(file('report.json'));
  for (const {rows_read, rows_kept, rows_rejected} of report.intake.files) {
    assert.equal(rows_read, rows_kept + rows_rejected);
  }
  return report;
}

const near = (found: number | null, wanted: number) =>
  assert.ok(found !== null && Math.abs(found - wanted) < 5e-6, `${found} is not ${wanted}`);

const kCdnow = 'cdnow/cdnow_CLVTools.csv';
const kRfm = 'rfm_rsquared/rfm_data_orders.csv';
const kCoffee = 'coffee_vending/index_1.csv';
const kVectors = 'ledger-vectors.json';
const kShopify = 'shopify_export/orders_export_synthetic.csv';
const kTaobao = 'taobao_export_zh/ExportOrderList_synthetic_gb18030.csv';

test('a list for another program is written, and who is not in it is said', needsEngine, () => {
  writeFileSync(
    file('shop.csv'),
    'order,date,email,total\n1,2024-01-02,ada@example.org,10\n2,2024-01-03,bo@example.org,20\n',
  );
  writeFileSync(file('people.csv'), 'email,newsletter,tags\nada@example.org,yes,tea\n');
  const {code, err, out} = run([
    'analyze',
    file('shop.csv'),
    file('people.csv'),
    '--audience',
    '-',
    '--for',
    'mailchimp',
    '--lang',
    'en',
  ]);
  assert.equal(code, 0, err);
  assert.match(out, /^Email Address,First Name,Last Name,Phone Number,Tags\r\nada@example.org,/);
  assert.match(err, /2 customers on the list\.\n1 row will be written\.\n {2}1 has not said/);
});

test('a program is run over the past of a shop, and says to whom and why', needsEngine, () => {
  writeFileSync(
    file('shop.csv'),
    'order,date,customer,total\n1,2024-01-02,ada,30\n2,2024-01-03,bo,20\n3,2024-02-01,ada,25\n',
  );
  const program = {
    rules: [{id: 'again', when: {'>=': [{var: 'orders'}, 2]}, amount: 5}],
    points: {earn: [{id: 'spent', points: {var: 'amount'}}], redeem: {step: 10, value: 0.5}},
  };
  writeFileSync(file('program.json'), JSON.stringify(program));
  const words = ['reward', file('shop.csv'), '--program', file('program.json'), '--lang', 'en'];
  const {code, err, out} = run([
    ...words,
    '--json',
    file('reward.json'),
    '--ledger',
    file('ledger.csv'),
  ]);
  assert.equal(code, 0, err);
  assert.match(out, /75 points for 2 of 2 customers/);
  const {rewards, customers} = readJson<{rewards: Rewards; customers: AwardRow[]}>(
    file('reward.json'),
  );
  assert.deepEqual(
    rewards.points?.spending.map(({paid, balances}) => [paid, balances.active]),
    [
      [0, 75],
      [150, 45],
    ],
  );
  const [ada, bo] = customers;
  assert.deepEqual([ada?.customer, ada?.reward, ada?.earned, ada?.redeemed], ['ada', 500, 55, 30]);
  assert.deepEqual([bo?.reward, bo?.grants[0]?.because[0]?.found], [0, 1]);
  assert.match(
    readFileSync(file('ledger.csv'), 'utf8'),
    /ada,,2024-02-01,spend,3,,0,-30,0,0,30,0,0/,
  );

  const bos = run([...words, '--why', 'bo', '--nearly', file('nearly.csv')]);
  assert.equal(bos.code, 0, bos.err);
  assert.match(bos.out, /\nagain: no\n {2}✗ .* missing 1 order\n/);
  assert.match(bos.out, /orders: needs 2, has 1, missing 1 order, then .*5\.00/);
  assert.match(readFileSync(file('nearly.csv'), 'utf8'), /\r\nbo,,reward,,5\.00,orders,1,1,2,/);
  assert.equal(run([...words, '--why', 'nobody']).code, 2);

  writeFileSync(file('program.json'), '{"points": {"earn": [{"points": {"var": "amuont"}}]}}');
  const refused = run(words);
  assert.equal(refused.code, 3);
  assert.match(refused.err, /program\.json.*points\.earn\[0\]\.points.*nearest is "amount"/s);
  assert.equal(run(['reward', file('shop.csv')]).code, 2);
});

test(
  'a budget is allocated by what is assumed, and nothing is assumed for the owner',
  needsEngine,
  () => {
    const shop = ['allocate', 'examples/bookstore/orders.csv', '--budget', '100', '--lang', 'en'];
    const words = [...shop, '--reward', '5:0.2,10:0.3', '--margin', '0.4'];
    const {code, err, out} = run([...words, '--list', file('gifts.csv')]);
    assert.equal(code, 0, err);
    assert.match(out, /customers? for .* of .*100\.00\.\n/);
    assert.match(out, /your assumption/);
    assert.match(readFileSync(file('gifts.csv'), 'utf8'), /^customer,name,reward,.*\r\n.+\r\n/);
    assert.match(run([...shop, '--reward', '5:0.2']).out, /without a margin/);
    assert.equal(run([...shop, '--reward', '5']).code, 2);
  },
);

test('where no order names its customer, nothing is said of customers', needsEngine, () => {
  writeFileSync(file('till.csv'), 'order,date,total\n1,2024-01-02,30\n2,2024-01-03,20\n');
  const {code, out} = run(['analyze', file('till.csv'), '--lang', 'en']);
  assert.equal(code, 0);
  assert.match(out, /2 orders that count/);
  assert.match(out, /no order names its customer/);
  assert.doesNotMatch(out, /Champions|Overdue|Group/);
});

test('CDNOW has its published counts', needsData(kCdnow), () => {
  const {intake, metrics} = analyzed(kCdnow);
  assert.equal(intake.customers, 2357);
  assert.equal(intake.order_days, 6696);
  assert.equal(metrics.repeat_customers.value, 1139);
  assert.deepEqual(
    [metrics.repurchase_rate.numerator, metrics.repurchase_rate.denominator],
    [1139, 2357],
  );
  near(metrics.repurchase_rate.value, 0.48324);
});

test('the orders of the R package rfm have its counts', needsData(kRfm), () => {
  const {intake} = analyzed(kRfm);
  assert.deepEqual([intake.customers, intake.orders], [995, 4906]);
  assert.equal((intake.revenue ?? 0) / 10 ** intake.minor_digits, 464_158);
});

test('coffee sold for cash counts as sales, not as customers', needsData(kCoffee), () => {
  const {intake} = analyzed(kCoffee);
  assert.equal(intake.customers, 1316);
  assert.equal((intake.revenue ?? 0) / 10 ** intake.minor_digits, 115_431.58);
  assert.equal(intake.orders_without_customer, 89);
});

test('a Shopify export of 192 lines has 120 orders', needsData(kShopify), () => {
  const {intake} = analyzed(kShopify);
  assert.equal(intake.orders, 120);
  assert.equal(intake.files[0]?.profile, 'shopify_orders');
  assert.equal(intake.currency, 'EUR');
});

test('a Chinese export is read in its own encoding', needsData(kTaobao), () => {
  const {intake} = analyzed(kTaobao);
  assert.equal(intake.files[0]?.encoding, 'gb18030');
  assert.equal(intake.files[0]?.rows_read, 60);
});

test(
  'the summary is in the language asked for, and nothing else is written',
  needsData(kRfm),
  () => {
    const english = run(['analyze', dataFile(kRfm), '--lang', 'en']);
    for (const word of ['995', 'Champions', 'Hibernating', 'Data health'])
      assert.ok(english.out.includes(word), word);
    const chinese = run(['analyze', dataFile(kRfm), '--lang', 'zh-CN']);
    for (const word of ['995', '冠军客户', '沉睡客户', '数据体检'])
      assert.ok(chinese.out.includes(word), word);
  },
);

test(
  'the summary names the model that was chosen and what it expects, as the report does',
  needsData(kCdnow),
  () => {
    const {lifetime, behaviour} = analyzed(kCdnow);
    const due = behaviour.rhythm.states.due.toLocaleString('en-GB');
    const english = run(['analyze', dataFile(kCdnow), '--lang', 'en']).out;
    assert.match(english, /“Own pace, some leave at once” \(MBG\/NBD\)/);
    assert.match(english, new RegExp(`90 days +${Math.round(lifetime.expected_orders_90d ?? 0)}`));
    assert.ok(
      english.includes(
        ((lifetime.total ?? 0) / 100).toLocaleString('en-GB', {minimumFractionDigits: 2}),
      ),
    );
    assert.match(english, new RegExp(`Due +${due} `));
    const chinese = run(['analyze', dataFile(kCdnow), '--lang', 'zh-CN']).out;
    assert.match(chinese, /预测方法：“各有节奏，首单后也会流失”（MBG\/NBD）/);
  },
);

test('without a model the summary says why, and what it would take', needsData(kShopify), () => {
  const {choice} = analyzed(kShopify);
  const english = run(['analyze', dataFile(kShopify), '--lang', 'en']).out;
  assert.match(
    english,
    new RegExp(`It takes ${choice.needed} customers .* there are ${choice.found}`),
  );
  assert.doesNotMatch(english, /Worth in the next 12 months/);
  const chinese = run(['analyze', dataFile(kShopify), '--lang', 'zh-CN']).out;
  assert.match(chinese, new RegExp(`至少要有 ${choice.needed} 位客户`));
});

test(
  'package and command line say the same, and columns are the rows',
  needsData(kRfm),
  async () => {
    const {createEngine} = (await import(
      pathToFileURL(`${packageFolder}/node.js`).href
    )) as typeof import('../../src/node.js');
    const engine = await createEngine();
    const intakes = await engine.read([new Blob([readFileSync(dataFile(kRfm))])]);
    const {timings, ...report} = await engine.analyze();
    const cleaning = await engine.cleaning();
    const {timings: other, ...wanted} = analyzed(kRfm);
    assert.equal(intakes.length, 1);
    assert.equal(timings.bytes, other.bytes);
    const name = wanted.intake.files[0]?.name ?? '';
    assert.deepEqual(
      JSON.parse(
        JSON.stringify({...report, intake: {...report.intake, cleaning}}).replaceAll(
          '"file 1"',
          JSON.stringify(name),
        ),
      ),
      wanted,
    );
    const {rows, total} = await engine.customers({limit: 10});
    assert.equal(total, 995);
    for (const row of rows) {
      assert.equal(engine.column('orders')[row.id], row.orders);
      assert.equal(engine.column('revenue')[row.id], row.revenue);
    }
    let csv = '';
    for await (const piece of engine.csv('customers')) csv += piece;
    run(['analyze', dataFile(kRfm), '--customers', file('customers.csv')]);
    assert.equal(csv, readFileSync(file('customers.csv'), 'utf8'));
    engine.dispose();
  },
);

test('rejected rows come back whole, with file, line, column and reason', needsEngine, () => {
  const rows = [
    'date,customer,amount',
    '2024-01-01,Ann,3.50',
    '2024-02-31,Bo,4.00',
    '2024-03-01,Cy,many',
    '2024-03-02,Di,5',
  ];
  writeFileSync(file('dirt.csv'), `${rows.join('\n')}\n`);
  const {code} = run(['analyze', file('dirt.csv'), '--rejects', file('rejects.csv')]);
  assert.equal(code, 0);
  const rejects = readFileSync(file('rejects.csv'), 'utf8').trim().split(/\r?\n/);
  assert.equal(rejects.length, 3);
  assert.ok(
    rejects[1]?.includes('dirt.csv') &&
      rejects[1].includes('2024-02-31') &&
      rejects[1].includes('Bo'),
  );
  assert.ok(rejects[2]?.includes('many'));
});

test('the lines CSV and the report can go to standard output, alone', needsData(kShopify), () => {
  const lines = run(['analyze', dataFile(kShopify), '--lines', '-']);
  assert.ok(
    lines.out.startsWith(
      'file,row,order,time,day,customer,product,category,quantity,unit_price,amount,currency,status',
    ),
  );
  const report = JSON.parse(run(['analyze', dataFile(kShopify), '--json', '-']).out) as Report;
  assert.equal(report.intake.orders, 120);
});

test('standard input is a file like any other', needsData(kRfm), () => {
  const {code, out} = run(['analyze', '-', '--json', '-'], {
    input: readFileSync(dataFile(kRfm), 'utf8'),
  });
  assert.equal(code, 0);
  assert.equal((JSON.parse(out) as Report).intake.customers, 995);
});

test('what cannot be used ends with 3 and one line in the language asked for', needsEngine, () => {
  const png = Buffer.from(
    '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de',
    'hex',
  );
  const cases: Record<string, [string | Buffer, RegExp, RegExp]> = {
    'empty.csv': ['', /the file is empty/, /文件是空的/],
    'picture.csv': [png, /a picture or a document/, /图片/],
    'header.csv': ['date,customer,amount\n', /no orders below it/, /只有表头/],
    'dateless.csv': ['customer,amount\nAnn,3.50\nBo,4.00\n', /no column with dates/, /没有日期列/],
  };
  for (const [name, [contents, english, chinese]] of Object.entries(cases)) {
    writeFileSync(file(name), contents);
    for (const [language, sentence] of [
      ['en', english],
      ['zh-CN', chinese],
    ] as const) {
      const {code, out, err} = run(['analyze', file(name), '--lang', language]);
      assert.deepEqual([code, out], [3, ''], `${name}: ${err}`);
      assert.match(err, sentence);
      assert.ok(err.includes(name));
      assert.equal(err.split('\n').length, 2);
    }
  }
});

test('a bad file among good ones is named', needsData(kRfm), () => {
  writeFileSync(file('none.csv'), '');
  const {code, err} = run(['analyze', dataFile(kRfm), file('none.csv')]);
  assert.equal(code, 3);
  assert.match(err, /none\.csv: the file is empty/);
});

test('two halves of a file are one shop', needsData(kRfm), () => {
  const [header = '', ...rows] = readFileSync(dataFile(kRfm), 'utf8').trimEnd().split('\n');
  const half = rows.length / 2;
  writeFileSync(file('one.csv'), [header, ...rows.slice(0, half), ''].join('\n'));
  writeFileSync(file('two.csv'), [header, ...rows.slice(half), ''].join('\n'));
  const {out} = run(['analyze', file('one.csv'), file('two.csv'), '--json', '-']);
  const {intake, metrics} = JSON.parse(out) as Report;
  const whole = analyzed(kRfm);
  assert.deepEqual(
    [intake.customers, intake.orders, intake.revenue],
    [995, 4906, whole.intake.revenue],
  );
  assert.deepEqual(metrics, whole.metrics);
});

test('columns can be named by the user, and said not to be there', needsEngine, () => {
  writeFileSync(
    file('odd.csv'),
    'wer,wann,wieviel\nAnn,2024-01-01,3.50\nAnn,2024-02-01,4.50\nBo,2024-02-01,2.00\n',
  );
  writeFileSync(file('map.json'), '{"customer": "wer", "date": 2, "amount": "wieviel"}');
  const {out} = run(['analyze', file('odd.csv'), '--columns', file('map.json'), '--json', '-']);
  const {intake} = JSON.parse(out) as Report;
  assert.deepEqual([intake.customers, intake.revenue], [2, 1000]);
  writeFileSync(file('map.json'), '{"customer": null, "date": 2, "amount": "wieviel"}');
  const nobody = run(['analyze', file('odd.csv'), '--columns', file('map.json'), '--json', '-']);
  assert.equal((JSON.parse(nobody.out) as Report).intake.customers, 0);
  writeFileSync(file('map.json'), '{"customer": "nobody"}');
  const wrong = run(['analyze', file('odd.csv'), '--columns', file('map.json')]);
  assert.equal(wrong.code, 3);
  assert.match(wrong.err, /odd\.csv.*no column nobody/);
});

test('cells reads what others read wrong', needsData('csv-spectrum/csvs'), () => {
  const wrong: string[] = [];
  for (const name of readdirSync(dataFile('csv-spectrum/csvs'))) {
    const {code, out} = run(['cells', dataFile(`csv-spectrum/csvs/${name}`), '--json', '-']);
    assert.equal(code, 0, name);
    const {header, records} = JSON.parse(out) as CellsReport;
    const objects = records.map((record) =>
      Object.fromEntries(header.map((key, i) => [key, record[i]])),
    );
    const wanted = readJson(dataFile(`csv-spectrum/json/${name.replace('.csv', '.json')}`));
    if (JSON.stringify(objects) !== JSON.stringify(wanted)) wrong.push(name);
  }
  // Its truth file holds a wrong telephone number.
  assert.deepEqual(wrong, ['location_coordinates.csv']);
});

test('ledger counts in its last line, says what differs and fails with 1', needsEngine, () => {
  const earn = {t: '2026-01-01T00:00:00Z', type: 'earn', id: 'A', net: 1999};
  const fine = {as_of: '2026-01-02T00:00:00Z', events: [earn], expect: {active: 19, notes: []}};
  writeFileSync(file('fine.json'), JSON.stringify([fine]));
  const good = run(['ledger', file('fine.json')]);
  assert.equal(good.code, 0, good.err);
  assert.match(good.out, /\n1 passed, 0 failed\n$/);
  writeFileSync(
    file('off.json'),
    JSON.stringify([fine, {...fine, name: 'too many', expect: {active: 20}}]),
  );
  const bad = run(['ledger', file('fine.json'), file('off.json')]);
  assert.equal(bad.code, 1);
  assert.match(bad.out, /off\.json, case 1, too many\n {4}active: wanted 20, found 19\n/);
  assert.match(bad.out, /\n2 passed, 1 failed\n$/);
  writeFileSync(file('none.json'), JSON.stringify([{...fine, events: [{...earn, net: -1}]}]));
  const none = run(['ledger', file('none.json'), '--lang', 'zh-CN']);
  assert.equal(none.code, 3);
  assert.match(none.err, /none\.json：.*\[0\]\.events\[0\]\.net/);
});

test('every published case of the ledger passes', needsData(kVectors), () => {
  const {code, out} = run(['ledger', dataFile(kVectors)]);
  assert.equal(code, 0);
  assert.match(out, /\n35 passed, 0 failed\n$/);
});

test('logic counts in its last line and fails with 1', needsEngine, () => {
  writeFileSync(
    file('suite.json'),
    '[[{"==": [1, 1]}, {}, true], [{"<": [{"var": "a"}, 2]}, {"a": 1}, true]]',
  );
  const good = run(['logic', file('suite.json')]);
  assert.equal(good.code, 0, good.err);
  assert.match(good.out, /\n2 passed, 0 failed\n$/);
  writeFileSync(file('wrong.json'), '[[{"==": [1, 1]}, {}, false]]');
  const bad = run(['logic', file('suite.json'), file('wrong.json'), '--lang', 'zh-CN']);
  assert.equal(bad.code, 1);
  assert.match(bad.out, /\n2 passed, 1 failed\n$/);
  assert.ok(bad.out.includes('{"==":[1,1]}'));
});
