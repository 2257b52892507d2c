// The system's Chromium, as a fresh and silent one, for the end-to-end tests and the screenshots.
import {accessSync, constants} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {chromium} from 'playwright-core';

const kNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** What makes a Chromium silent. */
export const kArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The first Chromium on the PATH; REGULARS_CHROMIUM names another. */
export function findChromium() {
  const {PATH = '', REGULARS_CHROMIUM} = process.env;
  if (REGULARS_CHROMIUM) return REGULARS_CHROMIUM;
  for (const name of kNames) {
    for (const folder of PATH.split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
    }
  }
  throw new Error(`no Chromium on the PATH (looked for ${kNames.join(', ')})`);
}

/** A browser with an empty profile. Call `close` when done. */
export async function openBrowser() {
  const profile = await mkdtemp(join(tmpdir(), 'regulars-e2e-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: [...kArguments, '--font-render-hinting=none'],
    offline: true,
    acceptDownloads: true,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const close = async () => {
    await context.close();
    await rm(profile, {recursive: true, force: true});
  };
  return {context, close};
}
