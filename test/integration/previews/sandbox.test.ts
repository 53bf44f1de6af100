import { beforeAll, expect, test } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { startArtel } from '../../support/artel.ts';
import { describeInBrowser, inPage } from '../../support/browser.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: BT6, BT9, QA3. */

/** As it is deployed where previews have no domain of their own. */
const here = inArtel(() => startArtel({ environment: { [ENV.previewToken]: 'path' } }));
let base: string;

const write = (path: string, content: string) =>
  here.alice.call('POST', `${base}/files`, { changes: [{ path, content }] });
type Preview = { id: string; url: string };
const publish = async (): Promise<Preview> =>
  (await here.alice.call<{ preview: Preview }>('POST', `${base}/previews`, {})).body.preview;

beforeAll(async () => {
  const { body } = await here.alice.call<{ id: string }>('POST', '/my/projects', { name: 'site' });
  base = `/my/projects/${body.id}`;
});

describeInBrowser('a preview that shares its host with others', (browser) => {
  test('is an origin by itself: it has no storage, no cookies, and no way to another preview', async () => {
    await write('index.html', '<!doctype html><html><head></head><body>Curious</body></html>');
    const [one, other] = [await publish(), await publish()];
    expect(new URL(one.url).host).toBe(new URL(other.url).host);
    const page = await browser.page();
    await page.goto(one.url);
    const found = await page.evaluate<Record<string, unknown>>(inPage`
      const tried = async (work) => { try { return await work(); } catch (error) { return error.name; } };
      const frame = document.createElement('iframe');
      frame.src = ${other.url};
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      return {
        origin: self.origin,
        cookies: await tried(() => document.cookie),
        storage: await tried(() => localStorage.length),
        database: await tried(() => indexedDB.open('x').result),
        framed: await tried(() => frame.contentWindow.document.title),
        worker: await tried(() => navigator.serviceWorker.register('app.js')),
      };`);
    expect(found).toMatchObject({ origin: 'null', cookies: 'SecurityError', storage: 'SecurityError' });
    expect(found).toMatchObject({ database: 'SecurityError', framed: 'SecurityError' });
    expect(found.worker).toMatch(/Error$/);
  });

  test('loads its page again after a commit, loads modules, and tells what goes wrong', async () => {
    await write('app.js', 'console.error("wrong"); document.title = "Loaded";');
    await write('index.html', '<!doctype html><head></head><script type="module" src="app.js"></script>');
    const preview = await publish();
    const page = await browser.page();
    const following = page.waitForResponse((response) => response.url().includes('__artel/events'));
    const reported = page.waitForResponse((response) => response.url().includes('__artel/errors'));
    await page.goto(preview.url);
    await page.waitForFunction('document.title === "Loaded"');
    await Promise.all([following, reported]);
    const errors = await here.alice.call<{ items: { message: string }[] }>(
      'GET',
      `${base}/previews/${preview.id}/errors`,
    );
    expect(errors.body.items).toMatchObject([{ kind: 'console', message: 'wrong' }]);
    await write('app.js', 'document.title = "Again";');
    await page.waitForFunction('document.title === "Again"');
  });
});
