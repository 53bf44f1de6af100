import { afterAll, beforeAll, expect, test } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { startArtel } from '../../support/artel.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';
import { type Receiver, startReceiver, verified } from '../../support/webhook-receiver.ts';

/* Requirements: WEB1. */

const here = inArtel(() => startArtel({ environment: { [ENV.allowedHosts]: '127.0.0.1' } }));
let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver?.stop());

describeInBrowser('webhooks in a browser', (browser) => {
  test('one is made, its secret shown once; a test is sent, shown as delivered, and sent again', async () => {
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, '/webhooks');
    await page.getByText('There are no webhooks yet.').waitFor();
    await page.getByRole('link', { name: 'New webhook' }).click();
    await page.getByLabel('Address').fill('not an address');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.locator('.field-error').waitFor();
    expect(await page.getByLabel('Address').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Address').fill(receiver.url);
    await page.getByLabel('Name', { exact: true }).fill('Chat room');
    await page.getByLabel('A task failed').check();
    await page.getByRole('button', { name: 'Create' }).click();
    const shown = page.getByRole('dialog', { name: 'Secret of the webhook' });
    const secret = (await shown.getByRole('region').innerText()).trim();
    await shown.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('heading', { name: 'Chat room', level: 1 }).waitFor();
    await page.getByText('enabled', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Send a test' }).click();
    const delivery = page.getByRole('list', { name: 'Deliveries' }).getByRole('listitem');
    await delivery.filter({ hasText: 'delivered' }).waitFor();
    const [received] = receiver.received;
    expect(received && verified(secret, received)).toMatchObject({ event_type: 'webhook_test' });
    await delivery.locator('summary').click();
    await delivery.getByText('204').waitFor();

    // The receiver answers badly from now on, and with text that would be markup.
    receiver.answer = () => ({ status: 500, body: '<img src=x onerror=alert(1)>' });
    await delivery.getByRole('button', { name: 'Send again: Test' }).click();
    await delivery.getByText('<img src=x onerror=alert(1)>').waitFor();
    await page.getByText('failing', { exact: true }).waitFor();
    // Whoever has it already knows it by its id.
    expect(receiver.received.length).toBeGreaterThan(1);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await page.content()).not.toContain(secret);
    expect(problems).toEqual([]);
  });

  test('it is changed, disabled, enabled, given a new secret and deleted', async () => {
    const bob = await here.artel.register('bob');
    const { body: project } = await bob.call<{ id: string }>('POST', '/my/projects', { name: 'site' });
    const made = { url: receiver.url, events: ['error'], name: 'Plug', project_id: project.id };
    const { body: webhook } = await bob.call<{ id: string; secret: string }>('POST', '/my/webhooks', made);
    const stored = async () => (await bob.call('GET', `/my/webhooks/${webhook.id}`)).body;
    const page = await browser.page();
    await signInAt(page, bob, `/webhooks/${webhook.id}`);
    const form = page.getByRole('form', { name: 'Change the webhook' });
    await form.getByLabel('Write files of the project').check();
    await form.getByLabel('A run ended').check();
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    expect(await stored()).toMatchObject({ events: ['run_completed', 'error'], permissions: ['files:write'] });

    await page.getByRole('button', { name: 'Disable' }).click();
    await page.getByText('You disabled it.').waitFor();
    expect(await stored()).toMatchObject({ state: 'disabled' });
    await page.getByRole('button', { name: 'Enable' }).click();
    await page.getByText('enabled', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'New secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
    const shown = page.getByRole('dialog', { name: 'Secret of the webhook' });
    const secret = (await shown.getByRole('region').innerText()).trim();
    expect(secret).toMatch(/^whsec_/);
    expect(secret).not.toBe(webhook.secret);
    await shown.getByRole('button', { name: 'Close' }).last().click();

    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('There are no webhooks yet.').waitFor();
    expect((await bob.call('GET', `/my/webhooks/${webhook.id}`)).status).toBe(404);
  });
});
