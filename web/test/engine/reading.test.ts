import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EngineError} from '../../src/engine/errors.js';
import {previewFile, readFiles, readWhole} from '../../src/engine/reading.js';
import type {ReadProgress} from '../../src/engine/reading.js';
import {kSlice} from '../../src/engine/source.js';
import type {Source} from '../../src/engine/source.js';
import {FakeEngine} from './fake-engine.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const file = (name: string, bytes: Uint8Array): Source => ({
  name,
  size: bytes.length,
  slice: (from: number, to: number) => ({
    arrayBuffer: async () => Uint8Array.from(bytes.subarray(from, to)).buffer,
  }),
});
const streamed = (name: string, chunks: Uint8Array[]): Source => ({
  name,
  stream: () =>
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk);
        controller.close();
      },
    }),
});
const isCode =
  (code: string, about = '') =>
  (thrown: unknown) =>
    thrown instanceof EngineError && thrown.code === code && thrown.file === about;

test('every source gives the engine the same bytes', async () => {
  const text = `a,b\n${'1,2\n'.repeat(700_000)}`;
  const bytes = utf8(text);
  const chunks = [
    bytes.slice(0, 1),
    bytes.slice(1, 1),
    bytes.slice(1, 300_000),
    bytes.slice(300_000),
  ];
  const engine = new FakeEngine();
  const sources = [bytes, new Blob([bytes]), file('f.csv', bytes), streamed('s.csv', chunks)];
  await readFiles(engine, sources);
  assert.deepEqual([...engine.files.keys()], ['file 1', 'file 2', 'f.csv', 's.csv']);
  for (const read of engine.files.values()) assert.equal(read, text);
  assert.equal(bytes.length, text.length, 'the caller keeps his bytes');
});

test('a file is sniffed, begun, pushed from its very start and ended', async () => {
  const engine = new FakeEngine();
  await readFiles(engine, [file('a.csv', utf8('x\n'.repeat(kSlice)))]);
  assert.deepEqual(engine.asked, ['sniff', 'begin', 'push', 'push', 'end']);
});

test('the engine is told how much it sees', async () => {
  const engine = new FakeEngine();
  const small = await previewFile(engine, file('small.csv', utf8('a,b\n1,2\n')));
  assert.equal((small as unknown as {whole: boolean}).whole, true);
  const large = (await previewFile(
    engine,
    file('large.csv', utf8('a,b\n'.repeat(100_000))),
  )) as unknown as {
    whole: boolean;
    bytes: Uint8Array;
  };
  assert.equal(large.whole, false);
  assert.equal(large.bytes.length, 256 * 1024);
});

test('a GB18030 file arrives as UTF-8, whole, whatever the slices', async () => {
  // "茶叶," is five bytes: slices end within characters.
  const bytes = new Uint8Array(5 * 500_000);
  for (let at = 0; at < bytes.length; at += 5) bytes.set([0xb2, 0xe8, 0xd2, 0xb6, 0x2c], at);
  const engine = new FakeEngine();
  await readFiles(engine, [file('tea.csv', bytes)]);
  assert.equal(engine.files.get('tea.csv'), '茶叶,'.repeat(500_000));
  assert.equal(engine.encodings.get('tea.csv'), 'gb18030');
});

test('an accent far behind the head still decides the encoding', async () => {
  const ascii = 'order,name\n1,Ann\n'.repeat(100_000);
  const engine = new FakeEngine();
  const bytes = latin(`${ascii}2,M\xfcller \x80\n`);
  await readFiles(engine, [file('late.csv', bytes), streamed('late-stream.csv', [bytes])]);
  assert.equal(engine.files.get('late.csv'), `${ascii}2,Müller €\n`);
  assert.equal(engine.encodings.get('late.csv'), 'windows-1252');
  assert.equal(engine.files.get('late-stream.csv'), `${ascii}2,Müller €\n`);
});

test('the user knows the encoding better', async () => {
  const engine = new FakeEngine();
  await readFiles(engine, [file('a.csv', latin('\xcf\xf0\xe8\xe2\xe5\xf2'))], {
    encoding: 'windows-1251',
  });
  assert.equal(engine.files.get('a.csv'), 'Привет');
});

test('progress grows to the size of all files', async () => {
  const engine = new FakeEngine();
  const told: ReadProgress[] = [];
  const bytes = utf8('x,y\n'.repeat(600_000));
  await readFiles(engine, [file('a', bytes), file('b', bytes)], {
    onProgress: (progress) => told.push(progress),
  });
  assert.ok(told.every(({total_bytes}) => total_bytes === 2 * bytes.length));
  assert.ok(told.every((progress, i) => progress.bytes >= (told[i - 1]?.bytes ?? 0)));
  assert.equal(told.at(-1)?.bytes, 2 * bytes.length);
  assert.deepEqual([told.at(-1)?.file, told.at(-1)?.index, told.at(-1)?.files], ['b', 1, 2]);
});

test('what the progress function throws comes back as it is, and the file is abandoned', async () => {
  const engine = new FakeEngine();
  const onProgress = ({bytes}: ReadProgress) => {
    if (bytes > 0) throw new RangeError('mine');
  };
  await assert.rejects(readFiles(engine, [utf8('a\n')], {onProgress}), RangeError);
  assert.equal(engine.asked.at(-1), 'abandon');
});

test('a pipe has no size to tell', async () => {
  const told: ReadProgress[] = [];
  const source = streamed('pipe', [utf8('a,b\n1,2\n')]);
  await readFiles(new FakeEngine(), [source], {onProgress: (progress) => told.push(progress)});
  assert.ok(told.every(({total_bytes}) => total_bytes === null));
  assert.equal(told.at(-1)?.bytes, 8);
});

test('a bad file is abandoned and named, and those before it stay', async () => {
  const engine = new FakeEngine();
  const files = [
    file('good.csv', utf8('a\n')),
    file('bad.csv', utf8('b\n')),
    file('never.csv', utf8('c\n')),
  ];
  await assert.rejects(readFiles(engine, files), isCode('no_date_column', 'bad.csv'));
  assert.deepEqual([...engine.files.keys()], ['good.csv']);
  assert.equal(engine.asked.at(-1), 'abandon');
});

test('a file that cannot be read says so', async () => {
  const source: Source = {
    name: 'gone.csv',
    size: 10,
    slice: () => ({arrayBuffer: () => Promise.reject(new Error('NotReadableError'))}),
  };
  await assert.rejects(readFiles(new FakeEngine(), [source]), isCode('unreadable', 'gone.csv'));
});

test('an abort answers at once, though the engine is busy, and the next file is not touched', async () => {
  const engine = new FakeEngine();
  let release = () => {};
  const busy = new Promise<void>((resolve) => (release = resolve));
  let blocked = () => {};
  const reached = new Promise<void>((resolve) => (blocked = resolve));
  engine.pause = async (verb) => {
    if (verb !== 'push') return;
    blocked();
    await busy;
  };
  const abort = new AbortController();
  const reading = readFiles(engine, [file('slow.csv', utf8('x\n'.repeat(kSlice)))], {
    signal: abort.signal,
  });
  await reached;
  abort.abort();
  await assert.rejects(reading, isCode('cancelled', 'slow.csv'));
  assert.equal(engine.asked.at(-1), 'abandon');
  const before = engine.asked.length;
  release();
  engine.pause = async () => {};
  await readFiles(engine, [file('next.csv', utf8('a\n'))]);
  assert.deepEqual(engine.asked.slice(before), ['sniff', 'begin', 'push', 'end']);
  assert.equal(engine.files.get('next.csv'), 'a\n');
});

test('an abort before the first file reads none', async () => {
  const engine = new FakeEngine();
  const reading = readFiles(engine, [utf8('a\n')], {signal: AbortSignal.abort()});
  await assert.rejects(reading, isCode('cancelled', 'file 1'));
  assert.deepEqual(engine.asked, []);
});

test('a zone is handed over as a table, and an unknown one is refused', async () => {
  const engine = new FakeEngine();
  await readFiles(engine, [utf8('a\n')], {zone: 'Europe/Berlin'});
  assert.equal(engine.begun?.zone?.name, 'Europe/Berlin');
  assert.equal(engine.begun?.zones, undefined);
  await assert.rejects(
    readFiles(engine, [utf8('a\n')], {zone: 'Nowhere/Land'}),
    isCode('invalid_option', 'file 1'),
  );
});

test('zones that the rows name are handed over as tables, too', async () => {
  const engine = new FakeEngine();
  engine.guesses = [{role: 'zone', column: 3, header: 'Time Zone', reason: 'profile'}];
  await readFiles(engine, [utf8('a\n')], {zone: 'Europe/Berlin'});
  assert.deepEqual(
    engine.begun?.zones?.map(({name}) => name),
    ['America/New_York'],
  );
});

test('a whole file is read as UTF-8, with its encoding', async () => {
  const {bytes, encoding} = await readWhole(file('a', latin('caf\xe9')));
  assert.equal(Buffer.from(bytes).toString('utf8'), 'café');
  assert.equal(encoding, 'windows-1252');
});
