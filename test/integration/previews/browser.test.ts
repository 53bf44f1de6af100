import { beforeAll, expect, test } from 'vitest';
import { PASSWORD } from '../../support/artel.ts';
import { describeInBrowser, inPage } from '../../support/browser.ts';
import { inArtel } from '../../support/in-artel.ts';
import { took } from '../../support/pace.ts';

/* Requirements: BT6, BT9, QA3. */

const here = inArtel();
let base: string;

const write = (path: string, content: string) =>
  here.alice.call('POST', `${base}/files`, { changes: [{ path, content }] });
type Preview = { id: string; url: string };
const publish = async (): Promise<Preview> =>
  (await here.alice.call<{ preview: Preview }>('POST', `${base}/previews`, {})).body.preview;
type Errors = { items: { kind: string; message: string; source: string | null; line: number | null }[] };
const errorsOf = async ({ id }: Preview): Promise<Errors['items']> =>
  (await here.alice.call<Errors>('GET', `${base}/previews/${id}/errors`)).body.items;

beforeAll(async () => {
  const { body } = await here.alice.call<{ id: string }>('POST', '/my/projects', { name: 'site' });
  base = `/my/projects/${body.id}`;
});

describeInBrowser('a preview in a browser', (browser) => {
  test('cannot read a cookie or the storage of the service’s origin, nor call it with what its person has there', async () => {
    await write('index.html', '<!doctype html><html><head></head><body>Curious</body></html>');
    const { url: preview } = await publish();
    const api = here.artel.cloud.url;
    const context = await browser.context();
    const own = await context.newPage();
    // A page of the service that may call it, as a console does.
    const console = { contentType: 'text/html', body: '<title>Console</title>' };
    await own.route(`${api}/console`, (route) => route.fulfill(console));
    await own.goto(`${api}/console`);
    // Signed in at the service's own origin, with a token in its storage as a console may keep one.
    const signedIn = await own.evaluate(inPage`
      localStorage.setItem('token', 'of alice');
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(${{ email: here.alice.email, password: PASSWORD }});
      return (await fetch('/auth/login', { method: 'POST', headers, body })).status;`);
    expect(signedIn).toBe(200);
    expect((await context.cookies(`${api}/auth`)).map(({ name }) => name)).toContain('artel_refresh');

    const page = await context.newPage();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith(api)) void request.allHeaders().then(({ cookie = '' }) => sent.push(cookie));
    });
    await page.goto(preview);
    const found = await page.evaluate<Record<string, unknown>>(inPage`
      const service = ${api};
      const tried = (work) => work().catch((error) => error.name);
      document.cookie = 'tossed=1; domain=localhost; path=/';
      const post = { method: 'POST', credentials: 'include' };
      const frame = document.createElement('iframe');
      frame.src = service + '/health';
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      return {
        cookies: document.cookie,
        stored: localStorage.getItem('token'),
        read: await tried(async () => (await fetch(service + '/my', { credentials: 'include' })).status),
        renewed: await tried(async () => (await fetch(service + '/auth/refresh', post)).status),
        blind: await tried(async () => (await fetch(service + '/auth/refresh', { ...post, mode: 'no-cors' })).type),
        framed: await tried(async () => frame.contentWindow.localStorage.length),
      };`);
    expect(found).toMatchObject({ cookies: '', stored: null, read: 'TypeError', renewed: 'TypeError' });
    expect(found.framed).toBe('SecurityError');
    // What it can send without being told the answer comes without the cookie.
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.join('')).not.toContain('artel_');
    expect((await context.cookies(api)).map(({ name }) => name)).not.toContain('tossed');
    // And alice is still signed in.
    const after = await own.evaluate(inPage`return (await fetch('/auth/refresh', { method: 'POST' })).status;`);
    expect(after).toBe(200);
  });

  test('loads its page again by itself within a second of a commit', async () => {
    await write('index.html', '<!doctype html><title>Before</title>');
    const { url } = await publish();
    const page = await browser.page();
    const following = page.waitForResponse((response) => response.url().includes('__artel/events'));
    await page.goto(url);
    await following;
    expect(await page.title()).toBe('Before');
    await write('index.html', '<!doctype html><title>After</title>');
    expect(await took(() => page.waitForFunction('document.title === "After"'))).toBeLessThan(1_000);
  });

  test('tells what is thrown, rejected, logged as an error or not found in it', async () => {
    await write(
      'app.js',
      [
        'console.error("logged", { at: 1 });',
        'Promise.reject(new RangeError("rejected"));',
        'undefinedFunction();',
      ].join('\n'),
    );
    await write('index.html', '<!doctype html><head></head><img src="gone.png"><script src="app.js"></script>');
    const preview = await publish();
    const page = await browser.page();
    let reports = 0;
    page.on('response', (response) => {
      if (response.url().endsWith('__artel/errors')) reports += 1;
    });
    await page.goto(preview.url);
    await expect.poll(() => reports).toBe(4);
    const errors = (await errorsOf(preview)).toSorted((one, other) => one.kind.localeCompare(other.kind));
    expect(errors).toMatchObject([
      { kind: 'console', message: 'logged {"at":1}' },
      { kind: 'error', message: expect.stringContaining('undefinedFunction'), line: 3 },
      { kind: 'rejection', message: 'RangeError: rejected' },
      { kind: 'resource', source: expect.stringContaining('gone.png') },
    ]);
    expect(errors[1]?.source).toMatch(/app\.js$/);
  });
});
