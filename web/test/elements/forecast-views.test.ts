import assert from 'node:assert/strict';
import {test} from 'node:test';
import {customerColumns} from '../../src/elements/customer-columns.js';
import {forecastViews} from '../../src/elements/forecast-views.js';
import type {Report} from '../../src/engine/protocol.js';
import {biasText, knownAs, parameterName, wayName} from '../../src/i18n/forecast-names.js';
import {localeOf} from '../../src/i18n/locale.js';
import {sampleReport} from './sample-report.js';

const en = localeOf('en', {currency: 'EUR', minorDigits: 2});
const holdout = {from: '', to: '', predicted: 0, actual: 0, bias: 0, mae: 0, rmse: 0};

const without: Report = {
  ...sampleReport,
  chosen: null,
  purchase_models: sampleReport.purchase_models.map((model) => ({...model, chosen: false})),
};

test('each figure of the forecast has its count and its source', () => {
  const views = forecastViews(sampleReport, en);
  assert.deepEqual(
    views.map(({id, value}) => [id, value]),
    [
      ['expected_orders_90d', '318'],
      ['lifetime_total', '€23,104.55'],
      ['holdout_bias', '2.2% too few'],
    ],
  );
  for (const view of views) {
    assert.notEqual(view.under, '');
    assert.ok(view.counted.length > 0 && view.what && view.now, view.id);
  }
  assert.match(views[0]?.counted[0] ?? '', /905 customers.*“Own pace, some leave”.*31 Aug 2025/);
});

test('without a model there is no figure', () => {
  assert.deepEqual(forecastViews(without, en), []);
});

test('money that cannot be foretold says why', () => {
  const lifetime = {...sampleReport.lifetime, total: null};
  const [, worth] = forecastViews({...sampleReport, lifetime}, en);
  assert.equal(worth?.value, null);
  assert.match(worth?.reason ?? '', /Too few/);
  const intake = {...sampleReport.intake, revenue: null};
  const [, unpaid] = forecastViews({...sampleReport, lifetime, intake}, en);
  assert.match(unpaid?.reason ?? '', /no amounts/);
});

test('how far a forecast was off is said in words, whichever way', () => {
  assert.equal(biasText({...holdout, bias: -0.0166}, en), '1.7% too few');
  assert.equal(biasText({...holdout, bias: 0.243}, en), '24.3% too many');
  assert.equal(biasText({...holdout, bias: 0.0001}, en), 'on the spot');
});

test('a way of foretelling that has no plain name keeps its own', () => {
  assert.equal(wayName('mbg_nbd', en), 'Own pace, some leave at once');
  assert.equal(knownAs('mbg_nbd'), 'MBG/NBD');
  assert.equal(wayName('something_new', en), 'something_new');
  assert.deepEqual(parameterName('alpha', en), {sign: 'α', about: 'pace of buying'});
  assert.deepEqual(parameterName('z', en), {sign: 'z', about: ''});
});

test('columns of what is to come leave out money where none is foretold', () => {
  const keys = (report: Report) => customerColumns(report, 'future', en).map(({key}) => key);
  assert.ok(keys(sampleReport).includes('lifetime_value'));
  const lifetime = {...sampleReport.lifetime, total: null};
  assert.ok(!keys({...sampleReport, lifetime}).includes('lifetime_value'));
});
