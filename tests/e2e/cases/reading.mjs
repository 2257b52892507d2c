// Large files: progress, cancel at once, and a page that never stands still.
import assert from 'node:assert/strict';
import {createWriteStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {join} from 'node:path';
import {once} from 'node:events';
import {kBookstore, kScratch} from '../page.mjs';

/** Writes orders of invented people; answers the path. */
export async function largeFile(rows, people = 200_000) {
  const path = join(kScratch, `orders-${rows}.csv`);
  if (await stat(path).catch(() => null)) return path;
  const file = createWriteStream(path);
  file.write('order,date,customer,product,amount\n');
  let chunk = '';
  for (let row = 0; row < rows; ++row) {
    const day = new Date(Date.UTC(2024, 0, 1 + ((row * 7919) % 900))).toISOString().slice(0, 10);
    chunk += `A${row},${day},person${(row * 2654435761) % people}@example.com,Book ${row % 300},${(row % 90) + 5}.${row % 10}0\n`;
    if (chunk.length < 1 << 20) continue;
    if (!file.write(chunk)) await once(file, 'drain');
    chunk = '';
  }
  file.end(chunk);
  await once(file, 'finish');
  return path;
}

export function reading() {
  return [
    {
      name: 'a large file shows rows and bytes, cancel answers within 200 ms, and the next file is read',
      async run(page) {
        const file = await largeFile(2_000_000);
        await page.open();
        await page.choose(file);
        const counts = page.tab.locator('rg-reading .counts', {hasText: /[1-9][\d,]+ rows/});
        await counts.waitFor();
        assert.match(await counts.innerText(), /MB of \d+ MB/);
        // Measured in the page itself, from the press to the drawn start.
        const waited = await page.tab.evaluate(async () => {
          const app = document.querySelector('regulars-app').shadowRoot;
          const begun = performance.now();
          app.querySelector('rg-reading').shadowRoot.querySelector('.cancel').click();
          while (!app.querySelector('rg-start')?.shadowRoot?.querySelector('rg-drop-zone')) {
            await new Promise((resolve) => requestAnimationFrame(resolve));
          }
          return performance.now() - begun;
        });
        assert.ok(waited < 200, `${Math.round(waited)} ms`);
        await page.tab.locator('rg-start .stopped').waitFor();
        await page.choose(kBookstore);
        await page.waitForReport();
        assert.match(await page.figure('customers'), /^1,\d{3}$/);
      },
    },
    {
      name: 'another file dropped while one is read takes its place',
      async run(page) {
        const file = await largeFile(2_000_000);
        await page.open();
        await page.choose(file);
        await page.tab.locator('rg-reading .cancel').waitFor();
        await page.drop(kBookstore);
        await page.waitForReport();
        assert.match(await page.tab.locator('rg-report header .name').innerText(), /orders\.csv/);
        assert.match(await page.figure('customers'), /^1,\d{3}$/);
      },
    },
  ];
}
