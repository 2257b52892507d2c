import assert from 'node:assert/strict';
import {test} from 'node:test';
import {RowSource, kPage} from '../../src/state/row-source.js';

/** A source of numbers that remembers what it was asked for. */
function numbers(total: number) {
  const asked: number[] = [];
  const source = new RowSource<number>(async (offset, limit) => {
    asked.push(offset);
    await new Promise((resolve) => setTimeout(resolve));
    const size = Math.max(0, Math.min(limit, total - offset));
    return {total, rows: Array.from({length: size}, (_, index) => offset + index)};
  });
  return {source, asked};
}

/** Waits until nothing has been asked for a while. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

test('rows come by pages, and each page is asked for once', async () => {
  const {source, asked} = numbers(1000);
  source.want(0, 30);
  await settled();
  source.want(10, 40);
  await settled();
  assert.deepEqual(asked, [0]);
  assert.deepEqual([source.total, source.row(99), source.row(100)], [1000, 99, undefined]);
});

test('a view across two pages wants both', async () => {
  const {source, asked} = numbers(1000);
  source.want(kPage - 5, kPage + 5);
  await settled();
  assert.deepEqual(asked, [0, kPage]);
});

test('what was wanted and is no longer is not asked for', async () => {
  const {source, asked} = numbers(1_000_000);
  for (let row = 0; row < 900_000; row += 50_000) source.want(row, row + 20);
  await settled();
  assert.deepEqual(asked, [0, 850_000]);
});

test('an engine that stops leaves the source as it is', async () => {
  const source = new RowSource<number>(() => Promise.reject(new Error('gone')));
  source.want(0, 10);
  await settled();
  assert.equal(source.total, null);
});

test('one row is fetched with its page, once, and found again by what it holds', async () => {
  const {source, asked} = numbers(250);
  assert.equal(
    source.find((row) => row === 120),
    null,
  );
  assert.equal(await source.fetch(120), 120);
  assert.equal(await source.fetch(121), 121);
  assert.equal(
    source.find((row) => row === 120),
    120,
  );
  assert.equal(await source.fetch(250), undefined);
  assert.equal(await source.fetch(-1), undefined);
  assert.deepEqual(asked, [100, 200]);
});
