import assert from 'node:assert/strict';
import {test} from 'node:test';
import {calendarOf, type Reminder} from '../../src/state/calendar.js';

const kAda: Reminder = {
  of: 'ada@example.org',
  title: 'Write to Ada',
  text: 'The next order is likely.',
  from: '2026-02-27',
  to: '2026-02-28',
  asOf: '2026-01-31',
};

/** The lines as they were before they were folded. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const lineOf = (text: string, name: string) =>
  unfolded(text).find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));

test('a reminder is whole days, whose end is the day after, and says when it was made', () => {
  const text = calendarOf(kAda);
  assert.deepEqual(unfolded(text), [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Regulars//EN',
    'BEGIN:VEVENT',
    lineOf(text, 'UID'),
    'DTSTAMP:20260131T000000Z',
    'DTSTART;VALUE=DATE:20260227',
    'DTEND;VALUE=DATE:20260301',
    'SUMMARY:Write to Ada',
    'DESCRIPTION:The next order is likely.',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('nothing in a name becomes a line, a list or a property of its own', () => {
  const title = 'Ada; Bo, \\n\r\nEND:VEVENT\u0007\rATTENDEE:x\u0000';
  const text = calendarOf({...kAda, title});
  assert.equal(lineOf(text, 'SUMMARY'), 'SUMMARY:Ada\\; Bo\\, \\\\n\\nEND:VEVENT\\nATTENDEE:x');
  assert.equal(unfolded(text).filter((line) => line === 'END:VEVENT').length, 1);
  assert.equal(lineOf(text, 'ATTENDEE'), undefined);
});

test('no line is longer than 75 bytes, and none breaks within a sign', () => {
  const title = `${'汉'.repeat(60)}${'🫖'.repeat(40)}${'x'.repeat(200)}`;
  const text = calendarOf({...kAda, title});
  const bytes = text.split('\r\n').map((line) => Buffer.byteLength(line));
  assert.equal(Math.max(...bytes), 75);
  assert.equal(lineOf(text, 'SUMMARY'), `SUMMARY:${title}`);
  assert.ok(!text.includes('\ufffd'));
});

test('the file names nobody but in its title, and tells customers and days apart', () => {
  const uid = (part: Partial<Reminder>) => lineOf(calendarOf({...kAda, ...part}), 'UID');
  assert.ok(!calendarOf(kAda).includes('example.org'));
  assert.match(uid({}) ?? '', /^UID:[0-9a-f]{16}@regulars\.invalid$/);
  assert.equal(uid({}), uid({title: 'another'}));
  assert.equal(new Set([uid({}), uid({of: 'bo@example.org'}), uid({to: '2026-03-03'})]).size, 3);
});
