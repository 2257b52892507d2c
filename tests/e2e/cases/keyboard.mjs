// The whole way by keyboard alone.
import assert from 'node:assert/strict';

/** The element that has the focus, through all shadow trees. */
export const focused = (page) =>
  page.tab.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return `${element.localName}.${element.className} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 60)}`;
  });

async function tabTo(page, wanted, most = 80) {
  for (let step = 0; step < most; ++step) {
    await page.tab.keyboard.press('Tab');
    const now = await focused(page);
    if (wanted.test(now)) return now;
  }
  throw new Error(`Tab never came to ${wanted}`);
}

export function keyboard() {
  return [
    {
      name: 'by keyboard: sample, a figure explained, a field of the map, the table, a customer and back',
      async run(page) {
        const {keyboard} = (await page.open()).tab;
        await tabTo(page, /Try with a sample shop/);
        await keyboard.press('Enter');
        await page.waitForReport();

        await page.tab.evaluate(() => document.activeElement?.blur());
        await tabTo(page, /name.*Came back at all/);
        await keyboard.press('Enter');
        const panel = page.tab.locator('rg-figure#repurchase_rate [popover]');
        await panel.waitFor();
        await keyboard.press('Escape');
        await panel.waitFor({state: 'hidden'});
        assert.match(await focused(page), /Came back at all/);

        await keyboard.press('g');
        await keyboard.press('c');
        await page.waitForScreen('customers');
        assert.match(await focused(page), /^h1.*Customers/);
        await tabTo(page, /field/);
        await keyboard.press('ArrowLeft');
        await keyboard.press('ArrowUp');
        await keyboard.press('ArrowDown');
        assert.match(
          await focused(page),
          /recency 4 of 5, frequency 4 of 5|recency 4 of 5, frequency 5 of 5/,
        );
        await keyboard.press('Enter');
        await page.tab.locator('rg-customers .chip', {hasText: /R 4, F [45]/}).waitFor();

        await tabTo(page, /scroller/);
        await keyboard.press('ArrowDown');
        await keyboard.press('End');
        await keyboard.press('Home');
        await keyboard.press('PageDown');
        await keyboard.press('Enter');
        const dialog = page.tab.locator('rg-customer');
        await dialog.locator('.scores').waitFor();
        await keyboard.press('Escape');
        await dialog.waitFor({state: 'hidden'});
        assert.match(await focused(page), /scroller/);
      },
    },
    {
      name: 'the first stop of the keyboard leads past the navigation',
      async run(page) {
        const {keyboard} = (await page.open()).tab;
        await keyboard.press('Tab');
        assert.match(await focused(page), /Skip to the content/);
        await page.openSample();
        // Where the report came the keyboard stands before it, and one step back is the way past it.
        await keyboard.press('Shift+Tab');
        assert.match(await focused(page), /Skip to the content/);
        await keyboard.press('Enter');
        assert.match(await focused(page), /^main/);
      },
    },
    {
      name: 'the navigation goes to each screen, and tells where one is',
      async run(page) {
        await page.open();
        await page.openSample();
        for (const screen of ['Coming back', 'Data health', 'This week']) {
          await page.tab.locator('rg-nav a', {hasText: screen}).click();
          await page.tab.locator('rg-nav a[aria-current=page]', {hasText: screen}).waitFor();
          assert.match(await focused(page), new RegExp(`^h1.*${screen}`));
        }
      },
    },
  ];
}
