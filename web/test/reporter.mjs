// A short account of a test run: what was skipped by name, what failed in full, and the counts in the last line.

// node:test wants a default export here.
export default async function* reporter(events) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for await (const {type, data} of events) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type === 'test:pass') {
      if (data.details?.type === 'suite' || data.name.endsWith('.mjs')) continue;
      if (data.skip !== undefined) {
        skipped++;
        yield `skipped: ${data.name}${data.skip ? ` (${data.skip})` : ''}\n`;
      } else {
        passed++;
      }
    }
    if (type === 'test:fail') {
      const {error} = data.details;
      // A suite or a file fails with its tests, which have been told already.
      if (error?.failureType === 'subtestsFailed') continue;
      failed++;
      const cause = error?.cause ?? error;
      yield `FAILED: ${data.name}\n${cause?.stack ?? String(cause)}\n`;
    }
  }
  yield `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
}
