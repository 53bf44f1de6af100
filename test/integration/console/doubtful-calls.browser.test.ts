import { afterAll, beforeEach, expect, test } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { type Approval, decide, ended, pendingApproval } from '../../support/approvals.ts';
import { startArtel } from '../../support/artel.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { button, problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';
import { type OutsideServer, startOutsideServer } from '../egress/server.ts';

/* Requirements: WEB1. */

let shop: OutsideServer;
/** Whether the shop breaks the connection off after it took the order. */
let breaks = true;
const here = inArtel(async () => {
  shop = await startOutsideServer((request, response) => {
    if (breaks) request.socket.destroy();
    else response.writeHead(200, { 'content-type': 'text/plain' }).end('Ordered.');
  });
  return startArtel({ environment: { [ENV.allowedHosts]: '127.0.0.1' } });
});
afterAll(() => shop.stop());
beforeEach(() => {
  breaks = true;
  here.artel.model.always({ text: 'As you say.' });
});

/** A call that took effect or not: nobody knows. */
const doubted = async (name: string): Promise<{ session: string; approval: Approval }> => {
  const { session } = await here.alice.chat(name, { tools: ['http_fetch'] });
  const order = { url: `http://127.0.0.1:${shop.port}/${name}`, method: 'POST', body: 'one pen' };
  here.artel.model.script({ tool_calls: [{ name: 'http_fetch', arguments: JSON.stringify(order) }] });
  await here.alice.call('POST', `/my/chat/${session}/message`, { content: 'Order a pen.', target_agent: name });
  await decide(here.alice, (await pendingApproval(here.alice, session)).id, { decision: 'approve' });
  const approval = await pendingApproval(here.alice, session, 2);
  expect(approval.kind).toBe('unknown_outcome');
  return { session, approval };
};
const ordersOf = (name: string): number => shop.seen.filter(({ url }) => url === `/${name}`).length;
const lastPrompt = (): string =>
  JSON.stringify(here.artel.model.requests.findLast(({ path }) => path.endsWith('/chat/completions'))?.body);

describeInBrowser('a call of which nobody knows whether it was carried out', (browser) => {
  test('is not repeated where the person says that it was done, and made once more where they say that it was not', async () => {
    const [done, undone] = [await doubted('done'), await doubted('undone')];
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, `/approvals/${done.approval.id}`);
    await page.getByRole('heading', { name: 'Was this call of http_fetch carried out?', level: 1 }).waitFor();
    await page.getByText('one pen').waitFor();
    await page.getByLabel(/^What you found/).fill('The shop has the order.');
    await button(page, 'It was done: do not repeat it').click();
    await page.getByText('It was rejected.').waitFor();
    await ended(here.alice, done.session);
    expect(lastPrompt()).toContain('The shop has the order.');
    expect(ordersOf('done')).toBe(1);

    // From the chat it is a link away.
    breaks = false;
    await page.goto(`${here.artel.cloud.url}/console/chat/${undone.session}`);
    await page.getByRole('link', { name: 'You are asked: a call whose outcome is unknown' }).click();
    await button(page, 'It was not done: do it now').click();
    await page.getByText('It was approved.').waitFor();
    await ended(here.alice, undone.session);
    expect(ordersOf('undone')).toBe(2);
    expect(lastPrompt()).toContain('Ordered.');
    expect(problems).toEqual([]);
  });
});
