// Names that want to be markup, programs, formulas, endless, or written the other way round: they stay names, and stay in their place.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {kScreens} from '../walk.mjs';

const kEndless = 'W'.repeat(10_000);
const kNames = [
  '<img src=x onerror="window.ran=1">',
  '"><script>window.ran=1</script>',
  "'><svg/onload=window.ran=1>",
  'javascript:window.ran=1',
  '</textarea></option></title><iframe srcdoc="<script>parent.ran=1</script>">',
  '${window.ran=1}',
  '{{constructor.constructor("window.ran=1")()}}',
  '__proto__',
  'constructor',
  '&lt;b&gt;&#60;i&#62;',
  kEndless,
  `${'Anna Maria '.repeat(900)}von und zu`,
  '\u202Egnp.exe',
  '\u2069\u2069\u202Eout of its place\u2066',
  '\u200F\u061C-1',
  'A\u200Bd\u200Da\uFEFF',
  '👩‍👩‍👧‍👦🏳️‍🌈👍🏽'.repeat(40),
  'Z\u0351\u036B\u0343\u0360\u034F\u0334\u0319'.repeat(20),
  'דנה כהן',
  'سارة (1)',
  '=HYPERLINK("https://outside.invalid/","x")',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '＝1+1',
  '\t=1+1',
];

const kShapes = kNames.filter((name) => name.length > 80 || /[\u200F\u202E]/.test(name));

const cell = (text) => `"${text.replaceAll('"', '""')}"`;

/** Everybody orders three times, two things at a time; sixty more people make it a shop. */
function shop() {
  const lines = ['order,date,customer_id,email,customer_name,product,channel,amount'];
  const people = [...kNames, ...Array.from({length: 60}, (_, i) => `Person ${i + 1}`)];
  people.forEach((name, i) => {
    for (let visit = 0; visit < 3; ++visit) {
      const day = new Date(Date.UTC(2026, visit * 2, 1 + (i % 28))).toISOString().slice(0, 10);
      // Half of them have nothing but their name.
      const email = i % 2 === 0 && i < kNames.length ? `${name}@example.org` : '';
      const who = i % 3 === 0 ? `K${i}` : name;
      for (const product of [kNames[i % 4], kNames[(i + visit) % kNames.length]]) {
        const cells = [`O${i}-${visit}`, day, who, email, name, product, kNames[i % 12]];
        lines.push([...cells.map(cell), `${10 + (i % 7)}.50`].join(','));
      }
    }
  });
  return {
    name: '<img src=x onerror=window.ran=1>\u202Evsc.csv',
    mimeType: 'text/csv',
    buffer: Buffer.concat([
      Buffer.from(lines.join('\n')),
      // Half of a pair, as no text of UTF-8 may hold it.
      Buffer.from('\nS1,2026-05-06,lone,lone@example.org,"half '),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from(' a sign",Tea,web,3.50\nS2,not a day,'),
      Buffer.from(`${cell(kNames[0])},,${cell(kEndless)},\u202EaeT,web,3.50\n`),
    ]),
  };
}

/** Runs in the page: what is wider than the window, and words that share their line with a mark that turns them. */
function misplaced() {
  const found = [];
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) found.push(`${over} px too wide`);
  const kTurns = /[\u200F\u061C\u202A-\u202E\u2067\u2069]/;
  const inline = (node) =>
    node.nodeType === Node.TEXT_NODE ||
    (node.nodeType === Node.ELEMENT_NODE && getComputedStyle(node).display === 'inline');
  const walk = (root) => {
    for (const node of root.childNodes) {
      if (node.shadowRoot) walk(node.shadowRoot);
      if (node.nodeType !== Node.TEXT_NODE) {
        if (!['STYLE', 'SCRIPT', 'TITLE'].includes(node.tagName)) walk(node);
        continue;
      }
      const text = node.data.trim();
      // A first strong isolate and its end, around a name without other marks, are what keeps words in place.
      const rest = text.replace(/\u2068([^\u2066-\u2069\u202A-\u202E]*)\u2069/g, '$1');
      if (!kTurns.test(rest) || !node.parentElement) continue;
      const parent = node.parentElement;
      if (!parent.checkVisibility() || parent.localName === 'bdi') continue;
      const beside = [...parent.childNodes].filter(
        (one) => one !== node && inline(one) && one.textContent.trim() !== '',
      );
      if (beside.length > 0 || getComputedStyle(parent).display === 'inline')
        found.push(`${JSON.stringify(text.slice(0, 80))} in ${parent.outerHTML.slice(0, 80)}`);
    }
  };
  walk(document);
  return found;
}

async function expectHarmless(page, where) {
  assert.deepEqual(await page.tab.evaluate(misplaced), [], where);
  assert.equal(await page.tab.evaluate(() => window.ran), undefined, where);
}

/** Every first cell of a line, and every other, without the quotes. */
function cellsOf(text) {
  return [...text.matchAll(/"((?:[^"]|"")*)"|([^,\r\n]+)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

async function expectDefused(page, press, where) {
  const [download] = await Promise.all([page.tab.waitForEvent('download'), press()]);
  const text = await readFile(await download.path(), 'utf8');
  assert.ok(text.includes("'=HYPERLINK"), where);
  const formulas = cellsOf(text.replace(/^\uFEFF/, '')).filter((one) =>
    /^[=+\-@\t\r\n＝＋－＠]/.test(one),
  );
  assert.deepEqual(formulas, [], where);
}

async function openEach(page, names) {
  const dialog = page.tab.locator('rg-customer');
  const search = page.tab.locator('rg-customers input[type=search]');
  for (const name of names) {
    // Whatever is typed is looked for as it stands.
    const wanted = name.slice(0, 200).trim();
    await search.fill(wanted);
    const found = () =>
      page.tab
        .locator('rg-customers')
        .evaluate(({view, source}, text) => view.search === text && source?.total, wanted);
    for (let tries = 0; !(await found()); ++tries) {
      assert.ok(tries < 100, `not found: ${name.slice(0, 40)}`);
      await page.tab.waitForTimeout(50);
    }
    const row = page.tab.locator('rg-grid .row:not(.pending)').first();
    await row.waitFor();
    await expectHarmless(page, `the row of ${name.slice(0, 40)}`);
    await row.click();
    await dialog.locator('.scores').waitFor();
    const heading = await dialog.locator('#name').evaluate(({textContent}) => textContent.trim());
    assert.ok(heading.includes(wanted), `${heading.slice(0, 40)} is not ${wanted.slice(0, 40)}`);
    if (name === kEndless) assert.equal(heading.length, name.length, 'in full');
    await expectHarmless(page, `the card of ${name.slice(0, 40)}`);
    const wide = await dialog.evaluate((one) => one.scrollWidth - one.clientWidth);
    assert.ok(wide <= 0, `the card of ${name.slice(0, 40)} is ${wide} px too wide`);
    await page.tab.keyboard.press('Escape');
    await dialog.waitFor({state: 'hidden'});
  }
  await search.fill('');
}

async function noteAndList(page) {
  const dialog = page.tab.locator('rg-customer');
  await page.tab.locator('rg-grid .row:not(.pending)').first().click();
  await dialog.locator('rg-remark textarea').fill('\u202E<img src=x onerror=window.ran=1>');
  for (const tag of [kNames[0], kNames[13], 'W'.repeat(40), '=1+1']) {
    await dialog.locator('rg-remark form input').fill(tag);
    await dialog.locator('rg-remark form input').press('Enter');
  }
  await dialog.locator('rg-remark .tag').nth(2).waitFor();
  await expectHarmless(page, 'tags');
  await page.tab.keyboard.press('Escape');
  await dialog.waitFor({state: 'hidden'});
  await page.tab.locator('rg-remarks summary').click();
  await expectHarmless(page, 'all notes and tags');
  await page.tab.locator('rg-remarks .tag').first().click();
  await page.tab.locator('rg-customers .chips .chip').first().waitFor();
  await expectHarmless(page, 'the customers of a tag');
  await page.tab.locator('rg-customers .chips .quiet').click();
  await page.tab.locator('rg-steps .list').click();
  await page.tab.locator('rg-steps [popover] li').first().waitFor();
  await expectHarmless(page, 'the steps');
  await page.tab.keyboard.press('Escape');
  await page.tab.locator('rg-customers button.export').click();
  const drawer = page.tab.locator('rg-audience dialog');
  for (const target of ['plain', 'excel']) {
    await drawer.locator(`input[value=${target}]`).check();
    await drawer.locator('.save:not([disabled])').waitFor();
    await expectDefused(page, () => drawer.locator('.save').click(), target);
  }
  await expectHarmless(page, 'the list');
  await page.tab.keyboard.press('Escape');
  await drawer.waitFor({state: 'hidden'});
}

export function hostile() {
  return [
    ...[1280, 360].map((width) => ({
      name: `names that want to be more than names stay names on every screen (${width} px)`,
      async run(page) {
        await page.open({width, height: width === 360 ? 780 : 900});
        await page.choose(shop());
        await page.waitForReport();
        assert.ok(!/[\u202A-\u202E]/.test(await page.tab.title()), 'the title');
        for (const screen of kScreens) {
          await page.goTo(screen);
          if (screen === 'customers') {
            await page.tab.locator('rg-grid .row:not(.pending)').first().waitFor();
            // Where there is little room it is only the shape of a name that matters.
            await openEach(page, width === 360 ? kShapes : kNames);
            await noteAndList(page);
          }
          if (screen === 'returns') {
            for (const by of ['first_product', 'first_channel']) {
              await page.tab.locator('rg-cohorts [data-choice=by]').selectOption(by);
              await page.tab.locator('rg-cohorts .map .name button').first().waitFor();
              await expectHarmless(page, by);
            }
            await page.tab.locator('rg-cohorts .twin').first().click();
          }
          const shown = page.tab.locator(`main > #${screen}`);
          for (const more of await shown.locator('details:not([open]) > summary').all())
            if (await more.isVisible()) await more.click();
          await expectHarmless(page, screen);
        }
        await page.goTo('health');
        await page.tab.locator('rg-rejects li').first().waitFor();
        await expectHarmless(page, 'rows that were left out');
        await page.goTo('files');
        await page.tab.locator('rg-files li[data-file] button').first().click();
        await page.tab.locator('rg-match-fields select').first().waitFor();
        await expectHarmless(page, 'columns');
      },
    })),
    {
      name: 'a file that cannot be used is named, and its name does nothing',
      async run(page) {
        await page.open({width: 360, height: 780});
        const name = `${kNames[0]}\u202E${'W'.repeat(200)}.csv`;
        await page.choose({name, mimeType: 'text/csv', buffer: Buffer.alloc(0)});
        assert.match(await page.sentence(), /^“<img src=x onerror="window\.ran=1">W+…” is empty/);
        await expectHarmless(page, 'the failure');
      },
    },
    {
      name: 'what spreadsheets would run is defused in every file the page writes',
      async run(page) {
        await page.open();
        await page.choose(shop());
        await page.waitForReport();
        await page.goTo('files');
        await expectDefused(
          page,
          () => page.tab.locator('rg-downloads button.customers').click(),
          'customers',
        );
      },
    },
  ];
}
