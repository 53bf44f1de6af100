import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { beginChat, problemsOf, say, signInAt, turnsOf } from '../../support/console.ts';

/* Requirements: WEB1. */

let folder: string;
let artel: Artel;
let alice: Person;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artel-console-'));
  artel = await startArtel({ data: join(folder, 'data') });
  alice = await artel.register('alice');
  await alice.call('POST', '/my/agents', { name: 'helper', system_prompt: 'You help.' });
});
afterAll(async () => {
  await artel?.stop();
  await rm(folder, { recursive: true, force: true });
});

describeInBrowser('a restart of the service', (browser) => {
  test('a page that shows half an answer goes on by itself, and shows each word once', async () => {
    const page = await browser.page();
    const problems = problemsOf(page, alice.url);
    await signInAt(page, alice);
    await beginChat(page, 'helper');
    const never = Promise.withResolvers<void>().promise;
    artel.model.script({ text: 'alpha beta gamma delta epsilon', gate: never, gateAfter: 2 });
    // What the next life is answered, up to where it is let go.
    const { promise: gate, resolve: letGo } = Promise.withResolvers<void>();
    artel.model.always({ text: 'alpha beta gamma delta epsilon', gate, gateAfter: 3 });
    await say(page, 'The letters, please.');
    await turnsOf(page).getByText('alpha beta', { exact: true }).waitFor();

    const { model } = artel;
    const port = Number(new URL(alice.url).port);
    const secrets = { SecretsProvider: { base_url: model.url, api_key: 'test', model: 'scripted' } };
    await artel.cloud.stop();
    // With its schedules: one of them takes up what the former life left.
    const again = await startArtel({ data: join(folder, 'data'), port, secrets, schedules: true });
    artel = { ...again, model, stop: async () => void (await Promise.all([again.stop(), model.stop()])) };
    await turnsOf(page).getByText('alpha beta gamma', { exact: true }).waitFor({ timeout: 60_000 });
    letGo();
    await turnsOf(page).getByText('alpha beta gamma delta epsilon', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });
    expect(await turnsOf(page).count()).toBe(1);
    expect(((await turnsOf(page).textContent()) ?? '').match(/alpha/g)).toHaveLength(1);
    expect(await page.getByRole('alert').count()).toBe(0);

    model.script({ text: 'And here it is.' });
    await say(page, 'One more.');
    await turnsOf(page).getByText('And here it is.').waitFor();
    expect(problems).toEqual([]);
  });
});
