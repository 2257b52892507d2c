// Which changes of a screen are another screen, and which are another way to draw the same one.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {compare, decodePng, encodePng, shrink} from './picture.mjs';

const kPaper = [251, 250, 247];
const kCard = [255, 255, 255];
const kLine = [226, 223, 214];
const kInk = [28, 27, 24];

/** A screen of 640 by 480: cards with a hairline around and lines of something like letters in them. */
function screen({
  paper = kPaper,
  card = kCard,
  ink = kInk,
  cards = 6,
  text = letter,
  line = 0,
} = {}) {
  const picture = {width: 640, height: 480, data: new Uint8Array(640 * 480 * 3)};
  const fill = (left, top, width, height, color) => {
    for (let row = top; row < top + height; ++row) {
      for (let x = left; x < left + width; ++x) picture.data.set(color, (row * 640 + x) * 3);
    }
  };
  fill(0, 0, 640, 480, paper);
  for (let place = 0; place < cards; ++place) {
    const [left, top] = [20 + (place % 3) * 204, 20 + Math.floor(place / 3) * 220];
    fill(left, top + line, 192, 200, kLine);
    fill(left + 1, top + 1 + line, 190, 198, card);
    for (let row = 0; row < 8; ++row) {
      for (let at = 0; at < 10; ++at) text(fill, left + 16 + at * 16, top + 16 + row * 22, ink);
    }
  }
  return picture;
}

/** Strokes as close as those of a Chinese letter. */
function letter(fill, left, top, ink) {
  for (const row of [1, 4, 7, 10, 13]) fill(left + 1, top + row, 13, 1, ink);
  for (const x of [2, 7, 12]) fill(left + x, top + 1, 1, 13, ink);
}

/** The box that stands for a letter the font does not have. */
function box(fill, left, top, ink) {
  fill(left + 2, top + 1, 10, 1, ink);
  fill(left + 2, top + 13, 10, 1, ink);
  fill(left + 2, top + 1, 1, 13, ink);
  fill(left + 11, top + 1, 1, 13, ink);
}

const small = (options) => shrink(screen(options), 4);
const isSame = (options) => compare(small(), small(options)).same;

test('a screen without one of its cards is another screen', () => {
  assert.ok(!isSame({cards: 5}));
});

test('a hairline that moved by a pixel is the same screen', () => {
  assert.ok(isSame({line: 1}));
});

test('letters that moved by a pixel are the same screen', () => {
  assert.ok(isSame({text: (fill, left, top, ink) => letter(fill, left + 1, top + 1, ink)}));
});

test('softer edges of the letters are the same screen', () => {
  const soft = (fill, left, top, ink) =>
    letter(
      fill,
      left,
      top,
      ink.map((value) => value + 12),
    );
  assert.ok(isSame({text: soft}));
});

test('another theme is another screen', () => {
  assert.ok(!isSame({paper: [20, 20, 22], card: [30, 30, 33], ink: [235, 235, 235]}));
});

test('boxes where there were letters are another screen', () => {
  assert.ok(!isSame({text: box}));
});

test('a screen of another size is another screen', () => {
  const cut = {width: 640, height: 472, data: screen().data.subarray(0, 640 * 472 * 3)};
  assert.ok(!compare(small(), shrink(cut, 4)).same);
});

test('a picture that was written is read as it was', () => {
  const before = small();
  const after = decodePng(encodePng(before));
  assert.deepEqual([after.width, after.height], [before.width, before.height]);
  const farthest = after.data.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - before.data[at])),
    0,
  );
  assert.ok(farthest <= 4, `${farthest} of 255`);
});
