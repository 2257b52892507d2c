// One way through the page, in three browsers, from the disk and from a server: everything works, and nothing but the page is asked for.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {kFind, kOthers, tabOf} from '../others.mjs';
import {kBookstore, kPageFile, reportOf} from '../page.mjs';

const kReport = ['regulars-app', 'rg-report'];
const kMain = [...kReport, 'main > section:not([hidden])'];
const kServer = fileURLToPath(new URL('../../../web/serve.mjs', import.meta.url));

/** The page as ./dev run serves it. */
async function served() {
  const server = spawn(process.execPath, [kServer, '0'], {stdio: ['ignore', 'pipe', 'inherit']});
  const [line] = await once(server.stdout, 'data');
  const [, port] = /localhost:(\d+)/.exec(String(line));
  return {address: `http://127.0.0.1:${port}/`, close: () => server.kill()};
}

/** What a person does and sees, in any browser. */
class Walk {
  #browser;

  constructor(browser) {
    this.#browser = browser;
  }

  /** Waits until something is shown, and answers its text. */
  async see(...steps) {
    const until = Date.now() + 20_000;
    for (;;) {
      const text = await this.#browser.run(
        `(steps) => {
          const found = (${kFind})(steps);
          return found && found.getClientRects().length > 0 ? found.textContent.trim() : null;
        }`,
        steps,
      );
      if (text !== null) return text;
      assert.ok(Date.now() < until, `not seen: ${steps.join(' ')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async press(...steps) {
    await this.see(...steps);
    await this.#browser.run(`(steps) => void (${kFind})(steps).click()`, steps);
  }

  async goTo(screen) {
    await this.press(...kReport, 'rg-nav', `a[data-screen=${screen}]`);
    await this.see(...kReport, `main > section#${screen}:not([hidden])`);
  }
}

async function walk(browser, address) {
  const {intake} = await reportOf(kBookstore);
  const person = new Walk(browser);
  await browser.visit(address);
  await person.see('regulars-app', 'rg-start', 'rg-drop-zone', '.choose');
  await browser.give(kBookstore, ['regulars-app', 'rg-start', 'rg-drop-zone', 'input[type=file]']);

  await person.see(...kMain, 'h1');
  await person.see(...kMain, 'rg-week', '[data-card]');
  const figures = await person.see(...kMain, 'rg-figures', 'rg-figure#customers', '.value');
  assert.equal(Number(figures.replace(/\D/g, '')), intake.customers);

  await person.goTo('customers');
  const table = [...kReport, 'main > #customers', 'rg-customers', 'rg-grid'];
  const name = await person.see(...table, '.row:not(.pending) .customer');
  await person.press(...table, '.row:not(.pending)');
  const card = [...kReport, 'main > #customer', 'rg-customer'];
  await person.see(...card, '.scores');
  const heading = await person.see(...card, '#name');
  assert.ok(heading !== '' && name.startsWith(heading), `${heading}, not ${name}`);
  await person.see(...card, '.orders tbody tr');
  await person.press(...card, '.close');

  await person.goTo('plans');
  await person.see(...kReport, 'main > #plans', 'rg-rewards', 'section');

  await person.press(...kReport, 'rg-header', 'rg-steps', '.save');
  assert.equal(JSON.parse(await browser.written()).snapshot.customers, intake.customers);

  // Where the browser knows trusted types it holds the page to them.
  const markup = await browser.run(`() => {
    try {
      document.createElement('div').innerHTML = '<b>bold</b>';
      return 'trustedTypes' in self ? 'allowed' : 'not known';
    } catch (error) {
      return error.name;
    }
  }`);
  assert.match(markup, /^(TypeError|not known)$/);

  const loaded = await browser.run(
    `() => performance.getEntriesByType('resource').map(({name}) => name).filter((name) => !/^(blob|data):/.test(name))`,
  );
  assert.deepEqual(loaded, []);
  const asked = browser.requests();
  assert.deepEqual(asked, address.startsWith('file:') ? [] : [address]);
}

/** The browser that every other case has. */
const kChromium = {
  name: 'Chromium',
  skip: false,
  async open(page, address) {
    await page.prepare();
    page.allow = /requires 'TrustedHTML'/;
    const context = page.tab.context();
    await context.setOffline(address.startsWith('file:'));
    return {...tabOf(page.tab), close: () => context.setOffline(true)};
  },
};

export function journey() {
  return [kChromium, ...kOthers].flatMap(({name, skip, open}) =>
    ['disk', 'server'].map((from) => ({
      name: `from a file to a saved project in ${name}, the page from the ${from}, and nothing else is asked for`,
      skip,
      async run(page) {
        const server = from === 'server' ? await served() : null;
        try {
          const address = server?.address ?? kPageFile;
          const browser = await open(page, address);
          try {
            await walk(browser, address);
          } finally {
            await browser.close();
          }
        } finally {
          server?.close();
        }
        // What was asked for has been judged above, for a page that has an address.
        page.requests = page.requests.filter((url) => url !== server?.address);
      },
    })),
  );
}
