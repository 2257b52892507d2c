/** Long work in the page's own thread gives way, so that nobody feels it. */

/** Work between two breaths, in ms: a tenth of what is felt. */
const kBetween = 10;

let last = 0;

/** Lets others have a turn where they have waited long enough; else answers at once. */
export async function breathe(): Promise<void> {
  const now = performance.now();
  if (now - last < kBetween) return;
  await new Promise<void>((resolve) => {
    // Sooner than a timer, which browsers hold back to 4 ms.
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  last = performance.now();
}
