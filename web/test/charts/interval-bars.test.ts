import assert from 'node:assert/strict';
import {test} from 'node:test';
import {intervalBars} from '../../src/charts/interval-bars.js';

const frame = {width: 400, height: 200, top: 20, bottom: 30};
const share = (value: number, low: number, high: number) => ({value, low, high});

test('bars stand on zero and are as high as their share', () => {
  const {bars, base} = intervalBars([share(0.1, 0.08, 0.12), share(0.4, 0.36, 0.44)], frame);
  assert.equal(base, 170);
  const [small, large] = bars;
  assert.ok(small && large);
  assert.ok(Math.abs(large.height / small.height - 4) < 1e-9);
  assert.equal(small.y + small.height, base);
});

test('the wash spans the interval and the label stands above both', () => {
  const {bars, base, top} = intervalBars([share(0.4, 0.3, 0.5)], frame);
  const [bar] = bars;
  assert.ok(bar?.wash);
  const y = (value: number) => base - (value / top) * (base - frame.top);
  assert.ok(Math.abs(bar.wash.y - y(0.5)) < 1e-9);
  assert.ok(Math.abs(bar.wash.height - (y(0.3) - y(0.5))) < 1e-9);
  assert.ok(bar.label < bar.wash.y);
});

test('no interval leaves the frame, and no bar leaves its band', () => {
  const shares = [share(0.9, 0.85, 0.97), share(0.95, 0.9, 1)];
  const {bars} = intervalBars(shares, frame);
  for (const {x, width, wash} of bars) {
    assert.ok(wash && wash.y >= frame.top - 1e-9);
    assert.ok(x >= 0 && x + width <= frame.width);
  }
});

test('what is not known is a low stump without a wash', () => {
  const {bars} = intervalBars([{value: null, low: null, high: null}], frame);
  assert.deepEqual([bars[0]?.known, bars[0]?.wash], [false, null]);
  assert.ok((bars[0]?.height ?? 0) > 0);
});

test('no shares at all give no bars', () => {
  assert.deepEqual(intervalBars([], frame).bars, []);
});
