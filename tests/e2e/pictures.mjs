// The small pictures of all screens that the page is compared with, one folder for each look.
import assert from 'node:assert/strict';
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {join} from 'node:path';
import {beside, compare, decodePng, encodePng, shrink} from './picture.mjs';

const kFolder = fileURLToPath(new URL('references', import.meta.url));
const kApartFolder = fileURLToPath(new URL('../../build/e2e/pictures', import.meta.url));
const kGallery = fileURLToPath(new URL('../../docs/gallery', import.meta.url));
const kAccept = 'node tests/e2e/screenshots.mjs --accept';

/** Pixels of the screen, along one side, that make one of the picture. */
const kFactors = {1280: 4, 360: 3};

const fileOf = ({language, theme, width}, stop) => `${language}-${theme}-${width}/${stop}.png`;

/** What the page looks like now, at the full size. */
export async function takePicture(page) {
  // The pointer rests where the last click was, and what lies under it is drawn as such.
  await page.tab.mouse.move(0, 0);
  return page.tab.screenshot({animations: 'disabled', caret: 'hide'});
}

const smallOf = (file, {width}) => shrink(decodePng(file), kFactors[width]);

async function write(folder, name, picture) {
  const path = join(folder, name);
  await mkdir(join(path, '..'), {recursive: true});
  await writeFile(path, encodePng(picture));
  return path;
}

/** Keeps what a stop looks like as that with which it is compared from now on. */
export async function acceptPicture(file, look, stop) {
  return write(kFolder, fileOf(look, stop), smallOf(file, look));
}

/** Keeps it for the gallery of the docs, at the full size. */
export async function showPicture(file, stop) {
  return write(kGallery, `${stop}.png`, decodePng(file));
}

/** Forgets the pictures of all looks. */
export async function forgetPictures() {
  await rm(kFolder, {recursive: true, force: true});
}

/** Collects what looks otherwise on one walk, so that all of it is said at the end and not the first of it. */
export class Looks {
  #look;
  #apart = [];

  constructor(look) {
    this.#look = look;
  }

  async compare(page, stop) {
    const now = smallOf(await takePicture(page), this.#look);
    const name = fileOf(this.#look, stop);
    let before;
    try {
      before = decodePng(await readFile(join(kFolder, name)));
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
      this.#apart.push(`${name} is missing; now: ${await write(kApartFolder, name, now)}`);
      return;
    }
    const {same, blocks} = compare(before, now);
    if (same) return;
    const sheet = await write(kApartFolder, name, beside(before, now, blocks));
    const farthest = Math.round(blocks[0].apart);
    this.#apart.push(
      `${name}: ${blocks.length} blocks differ, by up to ${farthest} of 255; before, now and where: ${sheet}`,
    );
  }

  expectSame() {
    const how = `To accept what is seen: npm run build && ${kAccept}`;
    assert.ok(this.#apart.length === 0, [...this.#apart, how].join('\n'));
  }
}
