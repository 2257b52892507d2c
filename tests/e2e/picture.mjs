// Pictures of the page as numbers: read, made small, compared by blocks, written. A picture is `{width, height, data}` with three bytes a
// pixel. A library that compares pixel by pixel would call another version of a font a change; blocks of a screen do not.
import {deflateSync, inflateSync} from 'node:zlib';

const kSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const kColors = 256; // of a picture that is written
const kBytesOfKind = {2: 3, 3: 1, 6: 4}; // bytes a pixel, by PNG's kind of colour: red green blue, palette, with opacity

/** Side of a block, in pixels of a small picture. */
export const kBlock = 8;
/** How far the mean of a block may move in one of the three colours, of 255, until the block is another. */
export const kApart = 9;
/** Blocks that may be another in a picture that is still the same. */
export const kSpared = 2;

/** Reads what browsers write: eight bits, not interlaced; opacity is left away. */
export function decodePng(file) {
  if (!file.subarray(0, 8).equals(kSignature)) throw new Error('not a PNG');
  const parts = [];
  let head = null;
  let palette = null;
  for (let at = 8; at < file.length;) {
    const size = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + size);
    if (name === 'IHDR') head = body;
    if (name === 'PLTE') palette = body;
    if (name === 'IDAT') parts.push(body);
    at += size + 12;
  }
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [depth, kind, , , interlaced] = head.subarray(8);
  const step = kBytesOfKind[kind];
  if (depth !== 8 || interlaced !== 0 || !step) throw new Error('a PNG of a rare kind');
  const bytes = unfiltered(inflateSync(Buffer.concat(parts)), width * step, height, step);
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; ++pixel) {
    const from = kind === 3 ? bytes[pixel] * 3 : pixel * step;
    const source = kind === 3 ? palette : bytes;
    for (let color = 0; color < 3; ++color) data[pixel * 3 + color] = source[from + color];
  }
  return {width, height, data};
}

/** Undoes what PNG does to each line so that it packs well. Source: PNG (Third Edition), section 9. */
function unfiltered(packed, line, height, step) {
  const bytes = new Uint8Array(line * height);
  for (let row = 0; row < height; ++row) {
    const filter = packed[row * (line + 1)];
    const from = row * (line + 1) + 1;
    const to = row * line;
    for (let x = 0; x < line; ++x) {
      const left = x >= step ? bytes[to + x - step] : 0;
      const above = row > 0 ? bytes[to + x - line] : 0;
      const corner = x >= step && row > 0 ? bytes[to + x - line - step] : 0;
      bytes[to + x] = packed[from + x] + predicted(filter, left, above, corner);
    }
  }
  return bytes;
}

function predicted(filter, left, above, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const byLeft = Math.abs(above - corner);
  const byAbove = Math.abs(left - corner);
  const byCorner = Math.abs(left + above - 2 * corner);
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}

/** Writes a picture in at most 256 colours: those it has most of, and the nearest of them for the rest. */
export function encodePng({width, height, data}) {
  const bucketOf = (at) =>
    ((data[at] >> 3) << 10) | ((data[at + 1] >> 3) << 5) | (data[at + 2] >> 3);
  const buckets = new Map();
  for (let at = 0; at < data.length; at += 3) {
    const bucket = bucketOf(at);
    const sum = buckets.get(bucket) ?? [0, 0, 0, 0];
    for (let color = 0; color < 3; ++color) sum[color] += data[at + color];
    sum[3] += 1;
    buckets.set(bucket, sum);
  }
  const often = [...buckets].sort(([, a], [, b]) => b[3] - a[3]);
  const mean = ([red, green, blue, count]) =>
    [red, green, blue].map((sum) => Math.round(sum / count));
  const colors = often.slice(0, kColors).map(([, sum]) => mean(sum));
  const place = new Map(
    often.map(([bucket, sum], rank) => [
      bucket,
      rank < kColors ? rank : nearest(colors, mean(sum)),
    ]),
  );
  const lines = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; ++row) {
    for (let x = 0; x < width; ++x)
      lines[row * (width + 1) + 1 + x] = place.get(bucketOf((row * width + x) * 3));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  return Buffer.concat([
    kSignature,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colors.flat())),
    chunk('IDAT', deflateSync(lines, {level: 9})),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function nearest(colors, color) {
  let best = 0;
  let least = Infinity;
  colors.forEach((other, rank) => {
    const apart = other.reduce((sum, value, place) => sum + (value - color[place]) ** 2, 0);
    if (apart < least) [best, least] = [rank, apart];
  });
  return best;
}

function chunk(name, body) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(checksum(named), named.length + 4);
  return whole;
}

const kChecksums = Uint32Array.from({length: 256}, (_, value) => {
  for (let bit = 0; bit < 8; ++bit) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ kChecksums[(sum ^ byte) & 255];
  return (sum ^ 0xffffffff) >>> 0;
}

/** Makes each square of `factor` pixels one of their mean; what is left at the edges is cut. */
export function shrink({width, height, data}, factor) {
  const small = {width: Math.floor(width / factor), height: Math.floor(height / factor)};
  small.data = new Uint8Array(small.width * small.height * 3);
  for (let row = 0; row < small.height; ++row) {
    for (let x = 0; x < small.width; ++x) {
      const mean = meanOf({width, data}, x * factor, row * factor, factor, factor);
      small.data.set(mean.map(Math.round), (row * small.width + x) * 3);
    }
  }
  return small;
}

function meanOf({width, data}, left, top, across, down) {
  let [red, green, blue] = [0, 0, 0];
  for (let row = top; row < top + down; ++row) {
    for (let at = (row * width + left) * 3, end = at + across * 3; at < end; at += 3) {
      red += data[at];
      green += data[at + 1];
      blue += data[at + 2];
    }
  }
  return [red, green, blue].map((sum) => sum / (across * down));
}

/**
 * The blocks in which two small pictures are different ones, as `{left, top, apart}`, the farthest apart first. `same` says whether so few
 * are that the pictures are the same; pictures of two sizes never are.
 */
export function compare(before, now) {
  if (before.width !== now.width || before.height !== now.height)
    return {same: false, blocks: [{left: 0, top: 0, apart: 255}]};
  const blocks = [];
  for (let top = 0; top < now.height; top += kBlock) {
    for (let left = 0; left < now.width; left += kBlock) {
      const size = [Math.min(kBlock, now.width - left), Math.min(kBlock, now.height - top)];
      const old = meanOf(before, left, top, ...size);
      const apart = Math.max(
        ...meanOf(now, left, top, ...size).map((value, color) => Math.abs(value - old[color])),
      );
      if (apart > kApart) blocks.push({left, top, apart});
    }
  }
  blocks.sort((a, b) => b.apart - a.apart);
  return {same: blocks.length <= kSpared, blocks};
}

/** Before, now, and now again with the different blocks framed: side by side. */
export function beside(before, now, blocks) {
  const height = Math.max(before.height, now.height);
  const width = before.width + 2 * now.width;
  const sheet = {width, height, data: new Uint8Array(width * height * 3).fill(128)};
  const put = (picture, left) => {
    for (let row = 0; row < picture.height; ++row) {
      const from = row * picture.width * 3;
      const line = picture.data.subarray(from, from + picture.width * 3);
      sheet.data.set(line, (row * width + left) * 3);
    }
  };
  put(before, 0);
  put(now, before.width);
  put(now, before.width + now.width);
  for (const {left, top} of blocks) {
    for (let step = 0; step < kBlock; ++step) {
      for (const [x, y] of [
        [step, 0],
        [step, kBlock - 1],
        [0, step],
        [kBlock - 1, step],
      ]) {
        if (left + x >= now.width || top + y >= now.height) continue;
        const at = ((top + y) * width + before.width + now.width + left + x) * 3;
        sheet.data.set([255, 0, 80], at);
      }
    }
  }
  return sheet;
}
