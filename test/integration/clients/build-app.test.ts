import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseChatRequest } from '../../../infra/local/stand-ins/offline-model/chat-request.ts';
import { complete } from '../../../infra/local/stand-ins/offline-model/completion.ts';
import { ROOT } from '../../../infra/sources.ts';
import { PASSWORD } from '../../support/artel.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { inArtel } from '../../support/in-artel.ts';
import { visit } from '../../support/visit.ts';

/* Requirements: BT1, BT10. */

const here = inArtel();
/** Each is a whole build, or two, with a process for the sandbox. */

beforeEach(() =>
  here.artel.model.always(({ body }) => {
    const { text: said, calls } = complete(parseChatRequest(body));
    return { ...(said !== null && { text: said }), ...(calls.length > 0 && { tool_calls: calls }) };
  }),
);

type Ran = { exit: number; out: string; err: string };

/** The command as a person at a terminal runs it, who types these lines. */
const buildApp = (args: string[], typed = ''): Promise<Ran> =>
  new Promise((resolve) => {
    const { url, email } = here.alice;
    const who = ['--url', url, '--email', email, '--password', PASSWORD];
    const command = [join(ROOT, 'clients/build-app/src/main.ts'), ...who, ...args];
    const child = execFile(process.execPath, command, (error, out, err) =>
      resolve({ exit: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(typed);
  });

const addressIn = (out: string): string => /See it +(http:\S+)/.exec(out)?.[1] ?? '';

describe('npm run build-app', () => {
  test('one command makes a page with a to-do list, tells how it goes, and ends with an address that shows it', async () => {
    const { exit, out, err } = await buildApp(['--yes', 'Build me a page with a to-do list']);
    expect([exit, err]).toEqual([0, '']);
    const stages = [...out.matchAll(/^▸ (\w+)/gm)].map(([, stage]) => stage);
    expect(stages).toEqual([
      'specification',
      'architecture',
      'plan',
      'development',
      'test',
      'documentation',
      'release',
      'done',
    ]);
    const versions = [...out.matchAll(/^ +\+ version (\d+)/gm)].map(([, version]) => Number(version));
    expect(versions).toEqual([1, 2, 3, 4, 5, 6]);
    expect(out).toMatch(/Used +[\d,]+ tokens, \$0\.0000 in \d+ s/);
    const { url, email } = here.alice;
    expect(out).toMatch(/Go on +npm run build-app -- --project prj_\w+ --continue run_\w+ --url /);
    expect(out).toContain(` --url ${url} --email ${email} --password "…" "…"\n`);
    const page = await visit(addressIn(out));
    expect(page.status).toBe(200);
    expect(page.text).toContain('<title>To-do list</title>');
  });

  test('what the person types sends a proposal back, and an empty line agrees', async () => {
    const { exit, out } = await buildApp(['Make a counter'], `It should be blue.${'\n'.repeat(8)}`);
    expect(exit).toBe(0);
    expect(out.match(/^ {2}Specification: Counter$/gm)).toHaveLength(2);
    expect(out).toContain('“It should be blue.”: the offline model cannot follow a reason.');
  });

  test('a release that is sent back is worked on, and what the rules cannot do is noted', async () => {
    const { exit, out } = await buildApp(['Make a counter'], '\n\n\nIt should be green.\n\n\n\n\n');
    expect([exit, out.match(/^ {2}Release$/gm)?.length]).toEqual([0, 2]);
    expect(out).toMatch(/^▸ troubleshoot/m);
    expect(out).toContain(': The wish is noted');
    expect(out).toContain('What it could not do stands in WISHES.md.');
  });

  test('where nobody decides any more, the build waits and the command says so', async () => {
    const { exit, out, err } = await buildApp(['Make a counter'], '');
    const project = /in project (prj_\w+)/.exec(out)?.[1];
    expect([exit, err]).toEqual([
      2,
      expect.stringContaining(`The build waits for three days: POST /my/projects/${project}/`),
    ]);
    const waiting = `/my/projects/${project}/approvals?status=pending`;
    const { body } = await here.alice.call<{ items: unknown[] }>('GET', waiting);
    expect(body.items).toHaveLength(1);
  });

  test('a wish, a password and an address that make no sense are refused in a sentence', async () => {
    expect(await buildApp([])).toMatchObject({ exit: 2, err: expect.stringContaining('Usage: npm run build-app') });
    expect(await buildApp(['--help'])).toMatchObject({
      exit: 0,
      out: expect.stringContaining('Usage: npm run build-app'),
    });
    const template = await buildApp(['--yes', '--template', 'castle', 'Build it']);
    const names = 'template: There is no such template. There are api, command-line, ';
    expect(template).toMatchObject({ exit: 2, err: expect.stringContaining(names) });
    const address = await buildApp(['--url', 'nonsense', 'Build it']);
    expect(address).toMatchObject({ exit: 2, err: expect.stringMatching(/^"nonsense" is no address of Artel\..*\n$/) });
    const password = await buildApp(['--password', 'another password', 'Build it']);
    expect(password).toMatchObject({ exit: 2, err: expect.not.stringContaining('at ') });
  });
});

describeInBrowser('what build-app made, in a browser', (browser) => {
  test('tasks are added, ticked and counted, and are there after the page is loaded again', async () => {
    const { out } = await buildApp(['--yes', '--template', 'front-end', 'Build me a page with a to-do list']);
    const page = await browser.page();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(addressIn(out));
    await page.getByLabel('What is to be done').fill('milk');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByLabel('What is to be done').fill('bread');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('status').textContent()).toBe('2 tasks left.');
    await page.getByRole('checkbox', { name: 'milk' }).check();
    expect(await page.getByRole('status').textContent()).toBe('1 task left.');
    await page.reload();
    expect(await page.getByRole('checkbox', { name: 'milk' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Remove milk' }).click();
    expect(await page.getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('bread')]);
    expect(errors).toEqual([]);
  });
});
