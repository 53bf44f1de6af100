import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { violationsOn } from '../../support/accessibility.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1, BT2. */

const here = inArtel();

const LINES = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`).join('');
const TWO = LINES.replace('line 2\n', 'two\n');
const BOTH = TWO.replace('line 18\n', 'eighteen\n');

let project: string;
beforeAll(async () => {
  const { body } = await here.alice.call<{ id: string }>('POST', '/my/projects', { name: 'notes' });
  project = body.id;
});
const files = () => `/my/projects/${project}/files`;
const write = (path: string, content: string) =>
  here.alice.call('POST', files(), { changes: [{ path, content }], reason: `Wrote ${path}` });
const textOf = async (path: string): Promise<unknown> => {
  const { body } = await here.alice.call('GET', `${files()}/${encodeURIComponent(path)}`);
  return body;
};

const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole('region', { name: 'Notices' }).getByText(text).last().waitFor();
/** What was chosen was taken: the field is empty again. */
const taken = (page: Page, label: string) =>
  expect.poll(() => page.getByLabel(label, { exact: true }).inputValue()).toBe('');
const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Text', exact: true });

describeInBrowser('the files of a project in the console', (browser) => {
  test('a file is edited, its difference seen, one of two hunks taken back, and the version before restored', async () => {
    await write('docs/lines.md', LINES);
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, `/files?project=${project}`);
    await page.getByRole('link', { name: 'lines.md' }).click();
    await page.getByRole('button', { name: 'Edit' }).click();
    await editor(page).fill(BOTH);
    await page.getByLabel(/^Why/).fill('Words for numbers');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByRole('link', { name: 'Saved as version 2.' }).click();

    await page.getByRole('heading', { level: 1, name: 'Version 2' }).waitFor();
    await page.getByText('Words for numbers').waitFor();
    const diff = page.getByRole('article', { name: 'docs/lines.md' });
    const parts = diff.getByRole('checkbox');
    await expect.poll(() => parts.count()).toBe(2);
    await diff.getByText('eighteen').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await parts.nth(1).uncheck();
    await page.getByText('1 change is to be taken back.').waitFor();
    await page.getByRole('button', { name: 'Take back what is not kept' }).click();
    await page.getByRole('heading', { level: 1, name: 'Version 3' }).waitFor();
    expect(await textOf('docs/lines.md')).toBe(TWO);

    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Version 2' }).waitFor();
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('heading', { level: 1, name: 'Version 4' }).waitFor();
    expect(await textOf('docs/lines.md')).toBe(BOTH);
    await page.getByRole('link', { name: 'Versions', exact: true }).click();
    await page.getByRole('row', { name: /^Version 4 as version 2/ }).waitFor();

    // Between any two, by an address of its own.
    await page.goto(`${here.artel.cloud.url}/console/files/4?project=${project}&from=1`);
    await page.getByText('From version 1 to version 4').waitFor();
    await expect.poll(() => parts.count()).toBe(2);
    expect(problems).toEqual([]);
  });

  test('a text that somebody else changed meanwhile is put together with theirs, or both are shown and nothing is lost', async () => {
    await write('shared.md', LINES);
    const page = await browser.page();
    await signInAt(page, here.alice, `/files?project=${project}&path=shared.md`);
    await page.getByRole('button', { name: 'Edit' }).click();
    await write('shared.md', LINES.replace('line 18\n', 'theirs\n'));
    await editor(page).fill(TWO);
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await said(page, /together with what somebody else changed/);
    expect(await textOf('shared.md')).toBe(TWO.replace('line 18\n', 'theirs\n'));

    await page.getByRole('button', { name: 'Edit' }).click();
    await write('shared.md', LINES.replace('line 2\n', 'theirs\n'));
    await editor(page).fill(LINES.replace('line 2\n', 'mine\n'));
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText(/Somebody else changed the same lines/).waitFor();
    expect(await editor(page).inputValue()).toContain('mine');
    await page.getByRole('button', { name: 'Save mine all the same' }).click();
    await said(page, /^Saved as version \d+\.$/);
    expect(await textOf('shared.md')).toBe(LINES.replace('line 2\n', 'mine\n'));
  });

  test('files are made, moved, deleted, sent from the person’s computer, and go out and come in as an archive', async () => {
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, `/files?project=${project}`);
    await page.getByRole('button', { name: 'New file' }).click();
    await page.getByLabel('Path').fill('new/\u202ename.txt');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Text' }).fill('<img src=x onerror=alert(1)>');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByText(/Not a valid file path/).waitFor();
    await page.getByLabel('Path').fill('new/<b>name.txt');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    // Text of a project is text, whatever it looks like.
    await page
      .getByRole('region', { name: /^Text of new/ })
      .getByText('<img src=x onerror=alert(1)>')
      .waitFor();
    await page.getByRole('button', { name: 'Move' }).click();
    await page.getByLabel('New path').fill('new/name.txt');
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
    await page.getByRole('heading', { level: 2, name: 'new/name.txt' }).waitFor();

    await page.getByRole('button', { name: 'Import and export' }).click();
    const binary = { name: 'logo.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 255, 1]) };
    await page.getByLabel('Files from this computer').setInputFiles([binary]);
    await page.getByLabel('Into the folder').fill('new');
    await page.getByRole('button', { name: 'Upload', exact: true }).click();
    await taken(page, 'Files from this computer');
    // What no request takes has to go to the storage’s own address, which this page may not ask.
    const large = { name: 'large.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(4_000_000, 1) };
    await page.getByLabel('Files from this computer').setInputFiles([large]);
    await page.getByRole('button', { name: 'Upload', exact: true }).click();
    const command = (await page.getByRole('region', { name: 'Command that sends large.bin' }).textContent()) ?? '';
    const [, url = ''] = /'(http[^']+)'/.exec(command) ?? [];
    const [, name = '', value = ''] = /-H '([^:]+): ([^']+)'/.exec(command) ?? [];
    expect((await fetch(url, { method: 'PUT', headers: { [name]: value }, body: large.buffer })).status).toBe(200);
    await page.getByRole('button', { name: 'They are sent: take them in' }).click();
    await page.getByRole('button', { name: 'They are sent: take them in' }).waitFor({ state: 'detached' });

    const [archive] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(archive.suggestedFilename()).toBe('files.zip');
    const path = await archive.path();

    await page.getByRole('button', { name: 'Files', exact: true }).click();
    await page.getByRole('link', { name: 'logo.bin' }).click();
    await page.getByText(/This file is not text/).waitFor();
    await page.getByRole('link', { name: /^Folder new:/ }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('link', { name: 'logo.bin' }).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Import and export' }).click();
    await page.getByLabel('Archive', { exact: true }).setInputFiles(path);
    await page.getByRole('button', { name: 'Import an archive' }).click();
    await taken(page, 'Archive');
    await page.getByRole('button', { name: 'Files', exact: true }).click();
    await page.getByRole('link', { name: 'large.bin' }).waitFor();
    await page.setViewportSize({ width: 320, height: 800 });
    await page.getByRole('link', { name: 'large.bin' }).click();
    await page.getByRole('link', { name: 'All files' }).waitFor();
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(overflow)).toBe(0);
    expect(problems).toEqual([]);
  });
});
