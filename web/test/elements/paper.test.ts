import assert from 'node:assert/strict';
import {test} from 'node:test';
import {paperFigure} from '../../src/elements/paper-figures.js';
import {coarse} from '../../src/elements/paper-returns.js';
import type {Report} from '../../src/engine/protocol.js';
import {localeOf} from '../../src/i18n/locale.js';
import {kPinnedFigures} from '../../src/state/pins.js';
import {sampleReport} from './sample-report.js';

const en = localeOf('en', {currency: 'EUR', minorDigits: 2});

function withRate(numerator: number, denominator: number): Report {
  const {metrics} = sampleReport;
  const value = numerator / denominator;
  const rate = {...metrics.repurchase_rate, numerator, denominator, value};
  return {...sampleReport, metrics: {...metrics, repurchase_rate: rate}};
}

test('a rate is told with its definition and its count, unless few people are behind it or left of it', () => {
  const told = paperFigure('repurchase_rate', withRate(6, 20), en);
  assert.equal(told?.value, '30.0%');
  assert.match(told?.counted.join(' ') ?? '', /6 of 20/);
  for (const [hits, of] of [
    [3, 20],
    [17, 20],
  ] as const) {
    const few = paperFigure('repurchase_rate', withRate(hits, of), en);
    assert.equal(few?.value, null);
    assert.equal(few?.reason, en.words.paper.tooFew);
    assert.deepEqual(few?.counted, []);
  }
});

test('no figure of a shop of three people is told', () => {
  const {intake, metrics, lifetime} = sampleReport;
  const three = {value: 3, definition: ''};
  const small: Report = {
    ...withRate(2, 3),
    intake: {...intake, customers: 3, orders_without_customer: 0},
    lifetime: {...lifetime, customers_with_forecast: 3},
  };
  const repurchase_within = metrics.repurchase_within.map((one) => ({
    ...one,
    numerator: 1,
    denominator: 3,
  }));
  const report = {
    ...small,
    metrics: {...small.metrics, customers: three, repeat_customers: three, repurchase_within},
  };
  for (const pin of kPinnedFigures) {
    const figure = paperFigure(pin, report, en);
    if (figure) assert.equal(figure.value, null, pin);
  }
});

test('the curve of second orders goes up by at least five people a step, and ends with the last five watched', () => {
  // A hundred people; on each day one of them orders again, and nobody leaves.
  const days = Array.from({length: 99}, (_, day) => day);
  const share = days.map((day) => (100 - day) / 100);
  const at_risk = days.map((day) => (day === 0 ? 100 : 101 - day));
  const survival = {...sampleReport.survival, days, share, low: share, high: share, at_risk};
  const rough = coarse(survival);
  assert.equal(rough.days[0], 0);
  rough.share.slice(1).forEach((left, index) => {
    const came = Math.round(100 * ((rough.share[index] ?? 1) - left));
    assert.ok(came >= 5, `day ${rough.days[index + 1]}`);
  });
  assert.ok(rough.at_risk.every((watched) => watched >= 5));
  assert.ok(rough.days.length >= 18, String(rough.days.length));
});
