// What cannot be used: one clear sentence each, in both languages, and the page is ready for the next file.
import assert from 'node:assert/strict';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {kBookstore, kScratch} from '../page.mjs';

const kPng =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const kBad = [
  {
    what: 'a folder',
    make: async () => {
      const path = join(kScratch, 'exports of may');
      await mkdir(path, {recursive: true});
      return path;
    },
    says: {en: /“exports of may” is a folder/, 'zh-CN': /“exports of may”是文件夹/},
  },
  {
    what: 'an empty file',
    make: () => written('empty.csv', ''),
    says: {en: /“empty\.csv” is empty/, 'zh-CN': /“empty\.csv”是空的/},
  },
  {
    what: 'a picture renamed .csv',
    make: () => written('picture.csv', Buffer.from(kPng, 'base64')),
    says: {en: /“picture\.csv” is not a table/, 'zh-CN': /“picture\.csv”不是表格/},
  },
  {
    what: 'a header without rows',
    make: () => written('header.csv', 'order,date,customer,amount\n'),
    says: {en: /“header\.csv” has a header but no orders/, 'zh-CN': /“header\.csv”只有表头/},
  },
  {
    what: 'a project that is none',
    make: () => written('shop.regulars.json', '{"format": "regulars-project", "version": 7}'),
    says: {
      en: /“shop\.regulars\.json” is not a project/,
      'zh-CN': /“shop\.regulars\.json”不是 Regulars 保存的项目/,
    },
  },
];

async function written(name, content) {
  const path = join(kScratch, name);
  await writeFile(path, content);
  return path;
}

export function trouble() {
  const languages = ['en', 'zh-CN'];
  return [
    ...kBad.flatMap(({what, make, says}) =>
      languages.map((language) => ({
        name: `${what} ends in one sentence and the page goes on (${language})`,
        async run(page) {
          await page.open({language});
          await page.drop(await make());
          const sentence = await page.sentence();
          assert.match(sentence, says[language]);
          assert.equal((sentence.match(/[。]|\.(?= |$)/g) ?? []).length, 1, sentence);
          await page.drop(kBookstore);
          await page.waitForReport();
        },
      })),
    ),
    {
      name: 'a bad file while a report is shown: the sentence, and the way on',
      async run(page) {
        await page.open();
        await page.openSample();
        await page.drop(await written('empty.csv', ''));
        assert.match(await page.sentence(), /is empty/);
        await page.openSample();
      },
    },
    {
      name: 'a selected text dropped onto the page changes nothing',
      async run(page) {
        await page.open();
        await page.tab.evaluate(() => {
          const data = new DataTransfer();
          data.setData('text/plain', 'hello');
          const inside = document.querySelector('regulars-app').shadowRoot.querySelector('main');
          const event = new DragEvent('drop', {
            dataTransfer: data,
            bubbles: true,
            composed: true,
            cancelable: true,
          });
          inside.dispatchEvent(event);
        });
        await page.waitForStart();
        assert.equal(await page.tab.locator('rg-trouble .sentence').count(), 0);
      },
    },
  ];
}
