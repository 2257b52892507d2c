import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

const source = readFileSync(
  join(process.env.REGULARS_ROOT ?? '.', 'web/src/styles/tokens.ts'),
  'utf8',
);
const found = source.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
const colours = new Map([...found].map(([, name, light, dark]) => [name, [light, dark] as const]));

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string, theme: 0 | 1): number {
  const lights = [one, other].map((name) => luminance(colours.get(name)?.[theme] ?? ''));
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
}

const inks = ['ink', 'ink-soft', 'ink-faint', 'accent', 'good', 'warn', 'bad'];
const pairs: [string, string][] = [
  ...inks.flatMap((ink) =>
    ['paper', 'sheet', 'sunk'].map((ground): [string, string] => [ink, ground]),
  ),
  ['accent', 'accent-wash'],
  ['warn', 'warn-wash'],
  ['bad', 'bad-wash'],
  ['accent-ink', 'accent'],
  ...[0, 1, 2, 3].map((step): [string, string] => ['on-ramp-low', `ramp-${step}`]),
  ...[4, 5].map((step): [string, string] => ['on-ramp-high', `ramp-${step}`]),
];

for (const theme of [0, 1] as const) {
  test(`every ink can be read on every ground it is used on, ${theme === 0 ? 'light' : 'dark'}`, () => {
    for (const [ink, ground] of pairs) {
      const ratio = contrast(ink, ground, theme);
      assert.ok(ratio >= 4.5, `${ink} on ${ground}: ${ratio.toFixed(2)}`);
    }
  });
}
