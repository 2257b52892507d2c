import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pointsLines} from '../../src/charts/points-lines.js';

const frame = {width: 500, height: 200, top: 10, left: 50, bottom: 20, tickWidth: 70};

test('lines begin at the left, end at the right, and none leaves the frame', () => {
  const {lines, base} = pointsLines(
    [
      [0, 50, 100],
      [0, 20, 30],
    ],
    frame,
  );
  assert.equal(base, 180);
  assert.equal(lines[0]?.path, 'M50,180L275,95L500,10');
  assert.ok(lines.every(({end}) => end.x === 500 && end.y >= 10 && end.y <= base));
});

test('names of lines that end together do not touch', () => {
  const {lines} = pointsLines([[10, 10, 10], [10, 10, 10.1], [0]], frame);
  const labels = lines.map(({label}) => label).sort((a, b) => a - b);
  labels.forEach((label, i) => assert.ok(i === 0 || label - (labels[i - 1] ?? 0) >= 15));
});

test('months that are named stand apart, and one month alone is drawn', () => {
  const many = pointsLines([Array.from({length: 60}, (_, i) => i)], frame);
  many.ticks.forEach(({x}, i) => assert.ok(i === 0 || x - (many.ticks[i - 1]?.x ?? 0) >= 70));
  assert.equal(pointsLines([[5]], frame).lines[0]?.path, 'M50,10');
  assert.equal(pointsLines([[0]], frame).lines[0]?.path, 'M50,180');
});
