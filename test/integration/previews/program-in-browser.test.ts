import { beforeAll, expect, test } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { describeInBrowser, inPage } from '../../support/browser.ts';
import { noBubblewrap } from '../../support/bubblewrap.ts';
import { inProgram, type ProgramPreview } from './in-program.ts';

/* Requirements: BT6, BT9. */

/** As it is deployed where previews have no domain of their own: each page is a stranger to its own program. */
const here = inProgram({ [ENV.previewToken]: 'path' });
let base: string;
let preview: ProgramPreview;

const server = (title: string): string => `
import { createServer } from 'node:http';
const notes = [];
createServer(async (request, response) => {
  if (request.method === 'GET' && request.url === '/') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.end('<!doctype html><html><head><title>${title}</title></head><script src="app.js"></script></html>');
  }
  if (request.url === '/app.js') return response.setHeader('content-type', 'text/javascript').end('console.error("wrong")');
  let body = '';
  for await (const part of request) body += part;
  if (request.method === 'PUT') notes.push(JSON.parse(body).text);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(notes));
}).listen(process.env.PORT);
`;

beforeAll(async () => {
  if (noBubblewrap) return;
  base = await here.newProject();
  await here.write(base, { 'server.mjs': server('One') });
  preview = await here.publish(base, { command: 'node server.mjs' });
});

describeInBrowser('a program in a browser, at a host it shares', (browser) => {
  test.skipIf(noBubblewrap)(
    'is called by its page, tells what goes wrong in it, and is there anew once its files have changed',
    async () => {
      const page = await browser.page();
      const reported = page.waitForResponse((response) => response.url().includes('__artel/errors'));
      const following = page.waitForResponse((response) => response.url().includes('__artel/events'));
      await page.goto(preview.url);
      await Promise.all([reported, following]);
      const notes = await page.evaluate<string[]>(inPage`
      const headers = { 'content-type': 'application/json' };
      await fetch('notes', { method: 'PUT', headers, body: JSON.stringify({ text: 'milk' }) });
      return (await fetch('notes')).json();`);
      expect(notes).toEqual(['milk']);
      const { body } = await here.alice.call<{ items: unknown[] }>('GET', `${base}/previews/${preview.id}/errors`);
      expect(body.items).toMatchObject([{ kind: 'console', message: 'wrong', version: 1 }]);
      await here.write(base, { 'server.mjs': server('Two') });
      await page.waitForFunction('document.title === "Two"');
      expect(await page.evaluate<string[]>(inPage`return (await fetch('notes')).json();`)).toEqual([]);
    },
  );
});
