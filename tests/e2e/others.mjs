// The browsers beside Chromium, each behind the same few words: visit, run, give, requests, written, close. What is not installed is skipped.
import {spawn} from 'node:child_process';
import {accessSync, constants, existsSync, readdirSync} from 'node:fs';
import {mkdtemp, readFile, readdir, rm} from 'node:fs/promises';
import {createServer, request as ask} from 'node:http';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {firefox} from 'playwright-core';

const kPatience = 10_000; // ms for one answer of a driver

function onPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
    }
  }
  return null;
}

/** WebKitGTK's own little browser lies among its libraries, which are in a folder of the machine's kind or not. */
function miniBrowser() {
  const below = (folder) =>
    existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  return ['/usr/lib', '/usr/libexec', '/usr/lib64']
    .flatMap((folder) => [folder, ...below(folder).filter((path) => /-linux-gnu/.test(path))])
    .flatMap(below)
    .filter((path) => /webkit2?gtk-[\d.]+$/.test(path))
    .map((path) => join(path, 'MiniBrowser'))
    .find((path) => existsSync(path));
}

/** A tab of Playwright's, behind the same words as the others. */
export function tabOf(tab) {
  const seen = [];
  tab.on('request', (request) => seen.push(request.url()));
  const written = new Promise((resolve) => tab.once('download', resolve));
  return {
    visit: (address) => tab.goto(address),
    run: (work, ...given) => tab.evaluate(`(${work})(...${JSON.stringify(given)})`),
    give: (file, steps) => tab.locator(steps.join(' ')).setInputFiles(file),
    requests: () => seen.filter((url) => /^(https?|wss?):/.test(url)),
    written: async () => readFile(await (await written).path(), 'utf8'),
  };
}

/** Firefox, through WebDriver BiDi. */
async function openFirefox() {
  const downloadsPath = await mkdtemp(join(tmpdir(), 'regulars-firefox-'));
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: onPath(...kFirefox),
    downloadsPath,
  });
  // Firefox has no commands yet for what these would emulate.
  const plain = {colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null};
  const tab = await (await browser.newContext(plain)).newPage();
  return {
    ...tabOf(tab),
    // Firefox tells of a download without the number by which Playwright would know it.
    written: () => writtenIn(downloadsPath),
    async close() {
      await browser.close();
      await rm(downloadsPath, {recursive: true, force: true});
    },
  };
}

/** What a browser wrote to a folder, once it is whole. */
async function writtenIn(folder) {
  for (let tries = 0; tries < 100; ++tries) {
    const name = (await readdir(folder)).find((one) => one.endsWith('.json'));
    const text = name ? await readFile(join(folder, name), 'utf8') : '';
    if (text !== '') return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nothing was written');
}

/** Notes what is asked, and asks it of this computer; of any other it does not. */
async function notingProxy() {
  const seen = [];
  const server = createServer((request, response) => {
    seen.push(request.url);
    const address = URL.canParse(request.url) ? new URL(request.url) : null;
    if (address?.hostname !== '127.0.0.1') return response.writeHead(502).end();
    const onward = ask(address, {method: request.method, headers: request.headers}, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward.on('error', () => response.destroy()));
  });
  server.on('connect', ({url}, socket) => {
    seen.push(`https://${url}`);
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {seen, at: `127.0.0.1:${server.address().port}`, close: () => server.close()};
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A screen for a browser that knows no life without one: the one that is there, or one in memory. */
async function screen() {
  if (process.env.DISPLAY) return {display: process.env.DISPLAY, close() {}};
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const number = await new Promise((resolve, reject) => {
    server.stdio[3].once('data', (data) => resolve(String(data).trim()));
    server.once('exit', () => reject(new Error('Xvfb does not start')));
  });
  return {display: `:${number}`, close: () => server.kill()};
}

/** WebKitGTK, through the WebDriver of the W3C. */
async function openWebkit() {
  const home = await mkdtemp(join(tmpdir(), 'regulars-webkit-'));
  const [proxy, display, port] = [await notingProxy(), await screen(), await freePort()];
  const driver = spawn(onPath('WebKitWebDriver'), [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display.display,
      HOME: home,
      XDG_DOWNLOAD_DIR: home,
      GDK_BACKEND: 'x11',
    },
  });
  const command = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(kPatience),
    });
    const {value} = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 0; ; ++tries) {
    try {
      await new Promise((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => resolve(socket.destroy()));
        socket.once('error', reject);
      });
      break;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const {sessionId} = await command('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': {binary: miniBrowser(), args: ['--automation']},
        proxy: {proxyType: 'manual', httpProxy: proxy.at, sslProxy: proxy.at},
      },
    },
  });
  const session = `/session/${sessionId}`;
  const run = (work, ...args) =>
    command('POST', `${session}/execute/sync`, {script: `return (${work})(...arguments)`, args});
  return {
    visit: (url) => command('POST', `${session}/url`, {url}),
    run,
    async give(file, steps) {
      const [id] = Object.values(await run(kFind, steps));
      await command('POST', `${session}/element/${id}/value`, {text: file});
    },
    requests: () => proxy.seen,
    written: () => writtenIn(home),
    async close() {
      await command('DELETE', session).catch(() => undefined);
      driver.kill();
      display.close();
      proxy.close();
      await rm(home, {recursive: true, force: true});
    },
  };
}

/** Runs in the page: the element at the end of the steps, each inside the one before or its shadow; null where there is none. */
export const kFind = `(steps) => {
  let at = document;
  for (const step of steps) at = at && (at.querySelector(step) ?? at.shadowRoot?.querySelector(step));
  return at ?? null;
}`;

const kFirefox = ['firefox-esr', 'firefox'];

/** Why a browser cannot be had is said where it is skipped. */
export const kOthers = [
  {
    name: 'Firefox',
    open: openFirefox,
    skip: onPath(...kFirefox) ? false : 'firefox-esr is not installed',
  },
  {
    name: 'WebKitGTK',
    open: openWebkit,
    skip: !onPath('WebKitWebDriver')
      ? 'webkit2gtk-driver is not installed'
      : !miniBrowser()
        ? 'there is no MiniBrowser'
        : !process.env.DISPLAY && !onPath('Xvfb')
          ? 'there is neither a screen nor xvfb'
          : false,
  },
];
