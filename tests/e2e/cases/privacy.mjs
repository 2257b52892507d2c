// Nothing can leave: every way out is tried, with a listener on this very computer that must hear nothing.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {kPageFile} from '../page.mjs';

/**
 * Hears whether anything is asked or told. Chromium opens a bare connection, ahead of time and without a byte on it, even for a
 * frame or a form that its policy then refuses; what counts is that no request comes.
 */
async function listener() {
  const heard = [];
  const server = createServer((request, response) => {
    heard.push(request.url);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('here');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address();
  return {heard, host: `127.0.0.1:${port}`, close: () => server.close()};
}

/** Runs in the page or in the worker; answers the directive that refused each way out. */
async function tryEverything(host) {
  const refusals = [];
  const tell = (event) => refusals.push(`${event.effectiveDirective} ${event.blockedURI}`);
  const target = typeof document === 'undefined' ? self : document;
  target.addEventListener('securitypolicyviolation', tell);
  const outcomes = {};
  const attempt = async (name, way) => {
    try {
      await way();
      outcomes[name] = 'no error';
    } catch (error) {
      outcomes[name] = String(error.name);
    }
  };
  await attempt('fetch', () => fetch(`http://${host}/fetch`));
  await attempt(
    'xhr',
    () =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.onload = resolve;
        request.onerror = () => reject(new DOMException('refused', 'NetworkError'));
        request.open('GET', `http://${host}/xhr`);
        request.send();
      }),
  );
  await attempt(
    'websocket',
    () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`ws://${host}/socket`);
        socket.onopen = resolve;
        socket.onerror = () => reject(new DOMException('refused', 'NetworkError'));
      }),
  );
  await attempt(
    'eventsource',
    () =>
      new Promise((resolve, reject) => {
        const source = new EventSource(`http://${host}/events`);
        source.onopen = resolve;
        source.onerror = () => {
          source.close();
          reject(new DOMException('refused', 'NetworkError'));
        };
      }),
  );
  if (typeof document === 'undefined') {
    await attempt('importScripts', () => importScripts(`http://${host}/script.js`));
  } else {
    const element = (name, tag, set) =>
      attempt(
        name,
        () =>
          new Promise((resolve, reject) => {
            const made = document.createElement(tag);
            made.onload = resolve;
            made.onerror = () => reject(new DOMException('refused', 'NetworkError'));
            set(made);
            document.body.append(made);
            setTimeout(() => reject(new DOMException('silence', 'TimeoutError')), 1000);
          }),
      );
    outcomes.beacon = String(navigator.sendBeacon(`http://${host}/beacon`, 'x'));
    await element('image', 'img', (made) => (made.src = `http://${host}/image.png`));
    await attempt('script', () => {
      document.createElement('script').src = `http://${host}/script.js`;
    });
    await attempt('module', () => import(`http://${host}/module.js`));
    await element('style', 'link', (made) =>
      Object.assign(made, {rel: 'stylesheet', href: `http://${host}/style.css`}),
    );
    await element('frame', 'iframe', (made) => (made.src = `http://${host}/frame`));
    const form = document.createElement('form');
    Object.assign(form, {action: `http://${host}/form`, method: 'post'});
    document.body.append(form);
    form.submit();
  }
  await new Promise((resolve) => setTimeout(resolve, 400));
  target.removeEventListener('securitypolicyviolation', tell);
  return {outcomes, refusals};
}

const directives = (refusals) => new Set(refusals.map((text) => text.split(' ')[0]));
const kRefusals =
  /Content Security Policy|violates the following|Refused to|requires 'Trusted|ERR_BLOCKED_BY_CSP|Failed to load/;

export function privacy() {
  return [
    {
      name: 'every way out of the page is refused by the browser, and nothing arrives anywhere',
      async run(page) {
        const {heard, host, close} = await listener();
        page.allow = kRefusals;
        await page.open();
        await page.openSample();
        await page.tab.context().setOffline(false);
        try {
          const {outcomes, refusals} = await page.tab.evaluate(tryEverything, host);
          for (const [way, outcome] of Object.entries(outcomes)) {
            // A beacon and a frame say nothing, refused or not: their violations below do.
            if (way !== 'beacon' && way !== 'frame') assert.notEqual(outcome, 'no error', way);
          }
          const refused = directives(refusals);
          for (const directive of [
            'connect-src',
            'img-src',
            'script-src-elem',
            'style-src-elem',
            'frame-src',
            'require-trusted-types-for',
            'form-action',
          ]) {
            assert.ok(refused.has(directive), `${directive} not among ${[...refused]}`);
          }
          assert.ok(
            refusals.filter((text) => text.startsWith('connect-src')).length >= 5,
            refusals.join('\n'),
          );
          assert.deepEqual(heard, []);
        } finally {
          await page.tab.context().setOffline(true);
          close();
        }
        // The tries themselves are told as requests that were blocked; none of them left.
        page.requests = page.requests.filter((url) => !url.includes(host));
      },
    },
    {
      name: 'every way out of the engine’s worker is refused, and nothing arrives anywhere',
      async run(page) {
        const {heard, host, close} = await listener();
        page.allow = kRefusals;
        await page.open();
        await page.openSample();
        const [worker] = page.tab.workers();
        assert.ok(worker, 'the engine runs in a worker');
        await page.tab.context().setOffline(false);
        try {
          const {outcomes, refusals} = await worker.evaluate(tryEverything, host);
          for (const [way, outcome] of Object.entries(outcomes))
            assert.notEqual(outcome, 'no error', way);
          assert.ok(
            refusals.filter((text) => text.startsWith('connect-src')).length >= 4,
            refusals.join('\n'),
          );
          assert.deepEqual(heard, []);
        } finally {
          await page.tab.context().setOffline(true);
          close();
        }
        page.requests = page.requests.filter((url) => !url.includes(host));
      },
    },
    {
      name: 'no text can become markup, a program or a worker',
      async run(page) {
        page.allow = /Trusted|Content Security Policy/;
        await page.open();
        await page.openSample();
        const text = await readFile(new URL(kPageFile), 'utf8');
        assert.match(
          text,
          /<meta http-equiv="Content-Security-Policy" content="[^"]*; require-trusted-types-for 'script'; trusted-types lit-html regulars-script regulars-worker">/,
        );
        const outcomes = await page.tab.evaluate(() => {
          const attempt = (way) => {
            try {
              return `no error: ${String(way())}`;
            } catch (error) {
              return error.name;
            }
          };
          const make = (tag) => document.createElement(tag);
          const kHostile = '<img src=x onerror="window.ran = true">';
          return {
            markup: attempt(() => (make('div').innerHTML = kHostile)),
            beside: attempt(() => document.body.insertAdjacentHTML('beforeend', kHostile)),
            frame: attempt(() => (make('iframe').srcdoc = kHostile)),
            parsed: attempt(() => new DOMParser().parseFromString(kHostile, 'text/html')),
            written: attempt(() => document.write(kHostile)),
            script: attempt(() => (make('script').textContent = 'window.ran = true')),
            worker: attempt(() => new Worker('blob:null/1')),
            // Nobody makes a policy of his own, nor takes a second one under a name of ours.
            policy: attempt(() => trustedTypes.createPolicy('another', {})),
            again: attempt(() => trustedTypes.createPolicy('regulars-worker', {})),
          };
        });
        for (const [way, outcome] of Object.entries(outcomes))
          assert.equal(outcome, 'TypeError', way);
        assert.equal(await page.tab.evaluate(() => window.ran), undefined);
      },
    },
    {
      name: 'the lamp’s own test is refused and counted',
      async run(page) {
        page.allow = kRefusals;
        await page.open();
        const lamp = page.tab.locator('header rg-privacy-lamp');
        await lamp.locator('button.lamp').click();
        await lamp.locator('button.test').click();
        await lamp.locator('.verdict', {hasText: /the browser refused/}).waitFor();
        assert.equal(await lamp.locator('dd.refused').innerText(), '1');
        assert.equal(await lamp.locator('dd.allowed').innerText(), '0');
        page.requests = page.requests.filter((url) => !url.includes('outside.invalid'));
      },
    },
    {
      name: 'only language, colours and size of the text are stored',
      async run(page) {
        await page.open();
        await page.openSample();
        await page.tab.locator('rg-preferences button', {hasText: '中文'}).click();
        await page.tab.locator('rg-nav', {hasText: '数据体检'}).waitFor();
        const stored = await page.tab.evaluate(async () => ({
          local: {...localStorage},
          session: {...sessionStorage},
          databases: (await indexedDB.databases()).length,
          cookies: document.cookie,
        }));
        assert.deepEqual(stored, {
          local: {
            'regulars.language': 'zh-CN',
            'regulars.theme': 'light',
            'regulars.text-size': 'normal',
          },
          session: {},
          databases: 0,
          cookies: '',
        });
      },
    },
  ];
}
