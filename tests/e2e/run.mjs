// End-to-end tests of dist/regulars.html, from file://, in the system's Chromium: node tests/e2e/run.mjs [PART OF A NAME]
// A line per test, and at the end `N passed, N failed`. Exit 1 when any failed.
import {accessSync} from 'node:fs';
import {openBrowser} from './browser.mjs';
import {cases} from './cases/index.mjs';
import {Page, kPageFile} from './page.mjs';

const wanted = process.argv[2] ?? '';
const kPatience = 120_000; // ms for one test

try {
  accessSync(new URL(kPageFile));
} catch {
  console.error('dist/regulars.html is missing: npm run build');
  process.exit(2);
}

const {context, close} = await openBrowser();
const counts = {passed: 0, failed: 0, skipped: 0};

for (const {name, run, skip} of cases) {
  if (!name.includes(wanted)) continue;
  if (skip) {
    counts.skipped += 1;
    console.log(`skip    ${name} (${skip})`);
    continue;
  }
  const begun = performance.now();
  const page = new Page(context);
  try {
    await Promise.race([run(page), lateness()]);
    await page.expectCalm();
    counts.passed += 1;
    console.log(`ok      ${name} (${Math.round(performance.now() - begun)} ms)`);
  } catch (error) {
    counts.failed += 1;
    console.log(`FAILED  ${name}\n${String(error.stack ?? error).replace(/^/gm, '        ')}`);
  } finally {
    await page.close();
  }
}
await close();
console.log(
  `${counts.skipped > 0 ? `${counts.skipped} skipped\n` : ''}${counts.passed} passed, ${counts.failed} failed`,
);
process.exitCode = counts.failed > 0 ? 1 : 0;

function lateness() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`not done within ${kPatience} ms`)), kPatience).unref();
  });
}
