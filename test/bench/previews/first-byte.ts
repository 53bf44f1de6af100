import { request } from 'node:http';
import { startArtel } from '../../support/artel.ts';
import { listenTo, visit } from '../../support/visit.ts';
import { median, ms, percentile, print, table } from '../figures.ts';
import { figure, type Result } from '../results/result.ts';

const VISITS = 200;
const COMMITS = 10;
const FILES = 200;

/** What a browser waits for of a preview: the first byte of a page and of a file, and its reload after a commit. */
export const previews = async (): Promise<Result[]> => {
  const artel = await startArtel();
  try {
    const alice = await artel.register('alice');
    const { body } = await alice.call<{ id: string }>('POST', '/my/projects', { name: 'site' });
    const base = `/my/projects/${body.id}`;
    const page = `<!doctype html><html><head></head><body>${'<p>Words</p>'.repeat(1_000)}</body></html>`;
    const others = Array.from({ length: FILES }, (_, index) => ({
      path: `assets/${index}.css`,
      content: `a{top:${index}}`,
    }));
    const write = (changes: object[]) => alice.call<{ version: number }>('POST', `${base}/files`, { changes });
    await write([{ path: 'index.html', content: page }, ...others]);
    const { url } = (await alice.call<{ preview: { url: string } }>('POST', `${base}/previews`, {})).body.preview;
    const cold = await firstByte(url);
    await artel.cloud.resetCounts();
    const pages = await each(() => firstByte(url));
    const counts = await artel.cloud.counts();
    const files = await each((index) => firstByte(`${url}assets/${index % FILES}.css`));
    const { headers } = await visit(url);
    const known = await each(() => firstByte(url, { 'if-none-match': String(headers.etag) }));
    const reloads: number[] = [];
    for (let commit = 0; commit < COMMITS; commit += 1) {
      const [, version] = /data-version="(\d+)"/.exec((await visit(url)).text) ?? [];
      const following = listenTo(`${url}__artel/events?version=${version}`, (text) => text.includes('updated'));
      await write([{ path: 'now.txt', content: String(commit) }]);
      const committed = performance.now();
      await following;
      reloads.push(performance.now() - committed);
    }
    const row = (name: string, taken: number[]) => [name, ms(median(taken)), ms(percentile(taken, 0.95))];
    table(`A preview of ${FILES} files, until the first byte`, [
      ['', 'p50', 'p95'],
      row('page', pages),
      row('another file', files),
      row('page that the browser has', known),
      row('from a commit until an open page hears of it', reloads),
    ]);
    print(`  the first page of a cold function: ${ms(cold)}`);
    const calls = Object.entries(counts).map(([action, count]) => `${action} ${JSON.stringify(count)}`);
    print(`  of ${VISITS} pages: ${calls.join(', ')}`);
    return [
      figure('first byte of a page of a preview, p50', median(pages), 'ms'),
      figure('first byte of a page of a preview, p95', percentile(pages, 0.95), 'ms'),
      figure('from a commit until an open page hears of it, p95', percentile(reloads, 0.95), 'ms'),
    ];
  } finally {
    await artel.stop();
  }
};

const each = async (visitOne: (index: number) => Promise<number>): Promise<number[]> => {
  const taken: number[] = [];
  for (let index = 0; index < VISITS; index += 1) taken.push(await visitOne(index));
  return taken;
};

const firstByte = (address: string, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const { host, port, pathname } = new URL(address);
    const begun = performance.now();
    const sent = request({ host: '127.0.0.1', port, path: pathname, headers: { host, ...headers } }, (answer) => {
      const taken = performance.now() - begun;
      answer.resume();
      answer.on('end', () => resolve(taken));
    });
    sent.on('error', reject);
    sent.end();
  });
