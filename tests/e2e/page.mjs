// The page under test: how a person handles it, and what it may never do.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const root = new URL('../../', import.meta.url);
export const kPageFile = new URL('dist/regulars.html', root).href;
export const kBookstore = fileURLToPath(new URL('examples/bookstore/orders.csv', root));
/** Where tests write their own files. */
export const kScratch = mkdtempSync(join(tmpdir(), 'regulars-files-'));
process.on('exit', () => rmSync(kScratch, {recursive: true, force: true}));

export class Page {
  #context;
  #tab = null;
  /** Console errors and exceptions, and what went over a network. */
  errors = [];
  requests = [];
  /** Errors that the test provokes. */
  allow = /$^/;

  constructor(context) {
    this.#context = context;
  }

  get tab() {
    return this.#tab;
  }

  /** Opens the page as by a double-click. */
  async open({url = kPageFile, ...look} = {}) {
    await this.prepare(look);
    await this.tab.goto(url);
    await this.waitForStart();
    return this;
  }

  /** A tab in which the page is going to be opened. */
  async prepare({language = 'en', theme = 'light', width = 1280, height = 900} = {}) {
    const tab = (this.#tab = await this.#context.newPage());
    tab.on('console', (message) => message.type() === 'error' && this.errors.push(message.text()));
    tab.on('pageerror', (error) => this.errors.push(error.stack ?? String(error)));
    tab.on('request', (request) => this.requests.push(request.url()));
    await tab.setViewportSize({width, height});
    await tab.addInitScript(
      ([language, theme]) => {
        if (parent !== window) return;
        localStorage.setItem('regulars.language', language);
        localStorage.setItem('regulars.theme', theme);
        // A page that is loaded anew finds the size of before, one that is opened does not.
        if (window.name === '') localStorage.removeItem('regulars.text-size');
        window.name = 'opened';
      },
      [language, theme],
    );
  }

  async waitForStart() {
    await this.tab.locator('rg-drop-zone .choose').waitFor();
  }

  async openSample() {
    await this.tab.locator('rg-drop-zone .try').click();
    await this.waitForReport();
  }

  /** Chooses files as through the button. */
  async choose(...files) {
    await this.tab.locator('rg-drop-zone input[type=file]').setInputFiles(files);
  }

  /** Drops files or folders of the disk onto the page, as the system does it. */
  async drop(...files) {
    const devtools = await this.#context.newCDPSession(this.tab);
    const data = {items: [], files, dragOperationsMask: 1};
    const at = {x: 640, y: 450, data};
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await devtools.send('Input.dispatchDragEvent', {type, ...at});
    }
    await devtools.detach();
  }

  async waitForReport() {
    await this.tab.locator('main > section:not([hidden]) h1').waitFor({timeout: 60_000});
  }

  /** The screen of the report that is shown. */
  async screen() {
    return this.tab.locator('main > section:not([hidden])').getAttribute('id');
  }

  /** Goes to a screen of the report through the navigation. */
  async goTo(screen) {
    await this.tab.locator(`rg-nav a[data-screen=${screen}]`).click();
    await this.waitForScreen(screen);
  }

  async waitForScreen(screen) {
    const section = this.tab.locator(`main > section#${screen}:not([hidden])`);
    await section.waitFor();
    // Its parts are drawn one after the other.
    await section.evaluate(async (element) => {
      for (let before = -1; before !== element.innerHTML.length;) {
        before = element.innerHTML.length;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
  }

  /** Does something on a screen, and returns to the one before. */
  async on(screen, act) {
    const before = await this.screen();
    if (before !== screen) await this.goTo(screen);
    const answer = await act();
    if (before !== screen) await this.goTo(before);
    return answer;
  }

  /** Leaves the report for other files. */
  async newFiles() {
    await this.goTo('files');
    await this.tab.locator('main > #files .new').click();
    await this.waitForStart();
  }

  /** What a headline figure shows. */
  async figure(id, screen = 'week') {
    const value = this.tab.locator(`main > #${screen} rg-figures rg-figure#${id} .value`);
    return this.on(screen, async () => (await value.innerText()).trim());
  }

  /** The sentence about a file that could not be used. */
  async sentence() {
    const place = this.tab.locator('rg-trouble .sentence');
    await place.waitFor();
    return (await place.innerText()).trim();
  }

  /** Nothing was complained about, and nothing left. */
  async expectCalm() {
    const unexpected = this.errors.filter((error) => !this.allow.test(error));
    assert.deepEqual(unexpected, [], 'console errors');
    const outside = this.requests.filter((url) => !/^(file|blob|data):/.test(url));
    assert.deepEqual(outside, [], 'requests');
  }

  async close() {
    await this.#tab?.close();
  }
}

/** What the command line says of the same files. */
export async function commandLine(...args) {
  const program = fileURLToPath(new URL('dist/package/bin/regulars.js', root));
  const {stdout} = await promisify(execFile)(process.execPath, [program, ...args], {
    maxBuffer: 1 << 28,
  });
  return stdout;
}

export async function reportOf(...files) {
  return JSON.parse(await commandLine('analyze', ...files, '--json', '-'));
}

/** A file of the shared test data, or the reason to skip. */
export function realFile(path) {
  const folder = process.env.REGULARS_DATA;
  return folder
    ? {file: join(folder, path), skip: false}
    : {file: '', skip: 'REGULARS_DATA is not set'};
}
