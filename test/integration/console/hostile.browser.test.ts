import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../../support/browser.ts';
import { button, overflowOf, problemsOf, say, signInAt, turnsOf } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1, CH1. */

const here = inArtel();

/** Each of them tells on itself: by `hit`, or by asking a server that is not there. */
const ELSEWHERE = 'https://elsewhere.invalid';
const HOSTILE = [
  '<script>globalThis.hit = 1</script>',
  `<img src="${ELSEWHERE}/1.png" onerror="globalThis.hit = 2">`,
  '<svg onload="globalThis.hit = 3"><animate onbegin="globalThis.hit = 4" attributeName="x"/></svg>',
  `<iframe srcdoc="<script>parent.hit = 5</script>"></iframe><base href="${ELSEWHERE}/">`,
  '<a href="javascript:globalThis.hit = 6" style="position:fixed;inset:0">press</a>',
  `<style>@import "${ELSEWHERE}/2.css"; body { background: url(${ELSEWHERE}/3.png) }</style>`,
  '<math><mtext></table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=globalThis.hit=7&gt;">',
  '"><form action="https://elsewhere.invalid"><input autofocus onfocus="globalThis.hit = 8">',
  `<meta http-equiv="refresh" content="0;url=${ELSEWHERE}"><link rel=stylesheet href="${ELSEWHERE}/4.css">`,
  '</textarea></title></style></script><details open ontoggle="globalThis.hit = 9">',
].join(' ');
const MARKDOWN = [
  `![a picture](${ELSEWHERE}/5.png "of nothing") ![other](javascript:globalThis.hit=10)`,
  '[press me](javascript:globalThis.hit=11) [or me](JaVaScRiPt:globalThis.hit=12) [or](data:text/html,<script>1</script>)',
  '[tabbed](java\tscript:globalThis.hit=13) [entity](&#106;avascript:globalThis.hit=14) <javascript:globalThis.hit=15>',
  `[a good link](${ELSEWHERE}/page) [![in a link](${ELSEWHERE}/6.png)](javascript:globalThis.hit=16)`,
  `[by name]\n\n[by name]: javascript:globalThis.hit=17\n\n# <img src=x onerror=globalThis.hit=18>`,
  `| a | b |\n| --- | --- |\n| <img src=x onerror=globalThis.hit=19> | ${'wide'.repeat(400)} |`,
  `\`\`\`html\n${HOSTILE}\n\`\`\``,
].join('\n\n');
const REVERSED = 'an \u202Eevil\u202C name \u2067right\u2069 \u200F';
const LONG = 'w'.repeat(10_000);

/** What holds wherever such texts are shown. */
const expectUnharmed = async (page: Page, problems: readonly string[]): Promise<void> => {
  expect(await page.evaluate('globalThis.hit')).toBeUndefined();
  expect(problems).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  const made = 'main :is(script, img, svg, iframe, style, base, link, meta, object, form[action], [style*=fixed])';
  expect(await page.locator(made).count()).toBe(0);
  const links = await page
    .locator('main a')
    .evaluateAll((all) => all.map((one) => (one as { protocol?: string }).protocol));
  expect(links.filter((protocol) => !['http:', 'https:', 'mailto:'].includes(String(protocol)))).toEqual([]);
};

const chatOf = async (title: string): Promise<string> =>
  (await here.alice.call<{ id: string }>('POST', '/my/chat/sessions', { title })).body.id;

beforeAll(async () => {
  const { alice } = here;
  const config = {
    system_prompt: 'You help.',
    display_name: `${HOSTILE} ${REVERSED}`.slice(0, 100),
    tools: ['file_read'],
  };
  const made = await alice.call('POST', '/my/agents', { name: 'helper', ...config });
  expect(made.status).toBe(201);
  await chatOf(LONG.slice(0, 200));
  await alice.call('POST', '/my/projects', { name: HOSTILE.slice(0, 60) });
  await alice.call('POST', '/my/files', { changes: [{ path: 'page.html', content: `${HOSTILE}\n${LONG}` }] });
});

describeInBrowser('hostile texts', (browser) => {
  test.each([
    [1280, 'light'],
    [320, 'dark'],
  ] as const)('are shown as text wherever a chat shows them, %i pixels wide', async (width, colorScheme) => {
    const page = await browser.page();
    await page.setViewportSize({ width, height: 700 });
    await page.emulateMedia({ colorScheme });
    const problems = problemsOf(page, here.artel.cloud.url);
    const chat = await chatOf(`${REVERSED} ${HOSTILE}`.slice(0, 200));
    await signInAt(page, here.alice, `/chat/${chat}?to=helper`);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '<script>' }).waitFor();
    here.artel.model.script(
      { tool_calls: [{ name: 'file_read', arguments: { path: 'page.html', note: HOSTILE } }] },
      { text: `${MARKDOWN}\n\n${HOSTILE}\n\n${REVERSED}\n\n${LONG}` },
    );
    await say(page, `${HOSTILE}\n${MARKDOWN}\n${REVERSED}\n${LONG}`);
    const turn = turnsOf(page).last();
    await turn.getByRole('link', { name: 'a good link' }).waitFor();
    await turn.getByText('Used file_read').click();
    await turn.getByText('Result', { exact: true }).waitFor();
    await expectUnharmed(page, problems);
    const shown = (await turn.textContent()) ?? '';
    // Three times as it was written: in the question, in what the tool gave and in the answer.
    expect(shown.split('<script>globalThis.hit = 1</script>').length).toBeGreaterThanOrEqual(4);
    const link = turn.getByRole('link', { name: 'a good link' });
    expect(
      await link.evaluate((one) =>
        JSON.stringify(one.getAttributeNames().map((name: string) => one.getAttribute(name))),
      ),
    ).toBe(JSON.stringify([`${ELSEWHERE}/page`, '_blank', 'noopener noreferrer nofollow']));
    for (const name of ['press me', 'or me', 'tabbed']) expect(await turn.getByRole('link', { name }).count()).toBe(0);

    await page.reload();
    await turn.getByRole('link', { name: 'a good link' }).waitFor();
    await expectUnharmed(page, problems);

    const { body } = await here.alice.call<{ items: { id: string }[] }>('GET', `/my/runs?session_id=${chat}`);
    await page.goto(`${here.artel.cloud.url}/console/runs/${body.items[0]?.id}`);
    await page.getByText('What each task did, step by step').click();
    const steps = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Steps' }) });
    await steps.getByText('The model called for file_read').waitFor();
    for (const one of await steps.getByText('Details').all()) await one.click();
    await steps.getByText('<script>globalThis.hit = 1</script>').first().waitFor();
    await expectUnharmed(page, problems);
  });

  test.each([1280, 320])('are shown as text in dialogs, the palette and notices, %i pixels wide', async (width) => {
    const page = await browser.page();
    await page.setViewportSize({ width, height: 700 });
    const problems = problemsOf(page, here.artel.cloud.url);
    const chat = await chatOf(`${REVERSED} ${HOSTILE}`.slice(0, 200));
    await signInAt(page, here.alice, `/chat/${chat}`);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '<script>' }).waitFor();
    await button(page, 'Delete chat').click();
    await page.getByRole('dialog').getByText('<script>').waitFor();
    await expectUnharmed(page, problems);
    await button(page.getByRole('dialog'), 'Cancel').click();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Where to?' }).fill('script');
    const offered = page.getByRole('listbox', { name: 'Matches' }).getByRole('option');
    await offered.filter({ hasText: '<script>' }).first().waitFor();
    await expectUnharmed(page, problems);
    await page.getByRole('combobox', { name: 'Where to?' }).fill('wwww');
    await offered.filter({ hasText: 'wwww' }).waitFor();
    const dialog = page.getByRole('dialog');
    expect(await dialog.evaluate((one) => (one as unknown as { scrollWidth: number }).scrollWidth)).toBeLessThanOrEqual(
      await dialog.evaluate((one) => (one as unknown as { clientWidth: number }).clientWidth),
    );
    await expectUnharmed(page, problems);
  });
});
