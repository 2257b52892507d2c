import assert from 'node:assert/strict';
import {test} from 'node:test';
import {plainBars} from '../../src/charts/bars.js';
import {lorenz, tenths} from '../../src/charts/lorenz.js';

const frame = {width: 300, height: 100, top: 10, bottom: 20};

test('bars stand on zero, and twice as much is twice as high', () => {
  const {bars, base} = plainBars([2, 4, 0], frame);
  assert.equal(base, 80);
  assert.deepEqual(
    bars.map(({height}) => height),
    [35, 70, 0],
  );
  assert.ok(bars.every(({y, height}) => y + height === base));
});

test('bars do not touch, and none is wider than the frame', () => {
  const {bars} = plainBars(
    Array.from({length: 120}, (_, index) => index),
    frame,
  );
  bars.forEach(({x, width}, index) => {
    const before = bars[index - 1];
    assert.ok(before === undefined || x > before.x + before.width);
    assert.ok(x >= 0 && x + width <= 300);
  });
});

test('nothing at all is drawn without dividing by it', () => {
  assert.deepEqual(plainBars([], frame).bars, []);
  assert.equal(plainBars([0], frame).bars[0]?.height, 0);
});

test('the curve of Lorenz runs from corner to corner, and the top tenth ends in the upper right', () => {
  const square = {side: 100, left: 0, top: 0};
  const {line, tenth} = lorenz(
    [
      [0, 0],
      [0.9, 0.6],
      [1, 1],
    ],
    0.4,
    square,
  );
  assert.equal(line, 'M0,100L90,40L100,0');
  assert.deepEqual(tenth, {x: 90, y: 40});
  assert.equal(lorenz([], 0, square).gap, '');
});

test('tenths are the nearest points of the curve, each once', () => {
  const curve = Array.from({length: 101}, (_, index): [number, number] => [
    index / 100,
    (index / 100) ** 2,
  ]);
  assert.deepEqual(
    tenths(curve).map(([people]) => Math.round(10 * people)),
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
  );
  assert.deepEqual(
    tenths([
      [0, 0],
      [1, 1],
    ]),
    [],
  );
});
