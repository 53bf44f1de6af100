import { afterEach, expect, test } from 'vitest';
import { violationsOn } from '../../support/accessibility.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1, WEB2. */

const here = inArtel();

afterEach(() => here.artel.model.always({ text: 'Fine.' }));

const dollars = (sum: number): string => `$${sum.toFixed(2)}`;
type Usage = { items: { day: string; agent_key: string; cost: number; calls: number; prompt_tokens: number }[] };
type Limits = Record<'month' | 'used' | 'held', Record<'money' | 'requests', number>>;

describeInBrowser('the console’s cost', (browser) => {
  test('says what the API says: the month, the sums by day, model and chat, and every call', async () => {
    const { alice, artel } = here;
    const { session } = await alice.chat('writer');
    artel.model.always({ text: 'Hello.', usage: { prompt_tokens: 1_000_000, completion_tokens: 1_000 } });
    for (const model of ['gpt-4.1', 'gpt-4.1-mini', 'gpt-4.1']) {
      const body = { model, messages: [{ role: 'user', content: 'Hello' }] };
      expect((await alice.call('POST', '/v1/chat/completions', body)).status).toBe(200);
    }
    artel.model.always({ text: 'Hello.', usage: { prompt_tokens: 70, completion_tokens: 7 } });
    await alice.ask(session, 'Hello', { target_agent: 'writer' });
    // The calls of an agent's memory may end a moment after its run.
    const limits = async () => (await alice.call<Limits>('GET', '/my/usage/limits')).body;
    await expect.poll(async () => (await limits()).held.requests).toBe(0);
    const { items } = (await alice.call<Usage>('GET', '/my/usage')).body;
    const sum = (of: 'cost' | 'prompt_tokens') => items.reduce((all, one) => all + one[of], 0);
    const { month, used } = await limits();
    expect(sum('cost')).toBeGreaterThan(1);

    const page = await browser.page();
    const problems = problemsOf(page, artel.cloud.url);
    await signInAt(page, alice, '/cost');
    await page.getByRole('heading', { level: 1, name: 'Cost' }).waitFor();
    const money = `${dollars(used.money)} of ${dollars(month.money)} used`;
    await page.getByText(money).waitFor();
    await page.getByText(`${used.requests} of ${month.requests.toLocaleString('en')} used`).waitFor();

    const rowOf = (table: string, name: string | RegExp) =>
      page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: name }).innerText();
    const today = String(items[0]?.day);
    for (const row of [await rowOf('By day', today), await rowOf('By day', 'Total')]) {
      expect(row).toContain(dollars(sum('cost')));
      expect(row).toContain(sum('prompt_tokens').toLocaleString('en'));
    }
    // The picture says in words what it shows.
    await page.getByRole('img', { name: new RegExp(`${today}: \\${dollars(sum('cost'))} in all`) }).waitFor();

    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'By model' }).click();
    expect(await rowOf('By model', '2,000,000')).toMatch(/^gpt-4\.1\s.*\s2\s+0\s+2,000,000\s+2,000\s/s);
    await page.getByRole('button', { name: 'By agent' }).click();
    const byAgents = items.filter(({ agent_key }) => agent_key !== 'none');
    const ofAgents = (figure: 'calls' | 'prompt_tokens') => byAgents.reduce((all, one) => all + one[figure], 0);
    const figures = `\\s${ofAgents('calls')}\\s+0\\s+${ofAgents('prompt_tokens')}\\s`;
    expect(await rowOf('By agent', 'writer')).toMatch(new RegExp(figures));
    // The address says what is shown, so that it can be linked to and gone back to.
    expect(page.url()).toContain('by=agent');
    await page.getByRole('button', { name: 'By chat' }).click();
    const chat = page.getByRole('table', { name: 'By chat' }).getByRole('link');
    // The one chat there is.
    await chat.waitFor();
    expect(await page.getByRole('table', { name: 'Every call' }).getByRole('row').count()).toBeGreaterThan(4);
    await chat.click();
    await page.getByRole('heading', { name: /^Calls in “/ }).waitFor();
    const calls = page.getByRole('table', { name: 'Every call' }).getByRole('row');
    const ofChat = (await alice.call<Usage>('GET', `/my/usage/calls?session_id=${session}`)).body.items;
    await calls.nth(ofChat.length).waitFor();
    expect(await calls.count()).toBe(1 + ofChat.length);
    await page.goBack();
    await page.getByRole('heading', { name: 'Every call' }).waitFor();

    await page.getByLabel('From (UTC)').fill('2020-01-01');
    await page
      .getByText(/Must be at most 366 days/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Last 7 days' }).click();
    await page.getByRole('table', { name: 'By chat' }).waitFor();
    expect(problems).toEqual([]);
  });
});
