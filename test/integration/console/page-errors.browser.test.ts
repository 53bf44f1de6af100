import { expect, test, vi } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { violationsOn } from '../../support/accessibility.ts';
import { ended } from '../../support/approvals.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { PAGE_PARTS } from '../../support/builder/page.ts';
import { askedIn, competentTeam } from '../../support/builder/scripted-team.ts';
import { overflowOf, problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1, BT6, BT9. */

const here = inArtel();
vi.setConfig({ testTimeout: 2 * MINUTE });

type Build = { id: string; session_id: string; preview: { id: string; url: string } | null };

describeInBrowser('what browsers report of the page of a build', (browser) => {
  test('is counted with the build, and the count leads to what it was', async () => {
    const team = competentTeam(PAGE_PARTS, { test: 'true' });
    here.artel.model.always(({ body }) => ({
      text: JSON.stringify(team(askedIn((body as { messages: { role: string; content: string }[] }).messages))),
    }));
    const wish = { request: 'Build me a page that greets.', oversight: 'none' };
    const { build } = (await here.alice.call<{ build: Build }>('POST', '/my/builds', wish)).body;
    await ended(here.alice, build.session_id);
    const { preview } = (await here.alice.call<Build>('GET', `/my/builds/${build.id}`)).body;
    const page = await browser.page();
    page.setDefaultTimeout(MINUTE);
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, `/builds/${build.id}`);
    await page.getByRole('link', { name: 'Open its page' }).waitFor();
    expect(await page.getByText('Browsers report').count()).toBe(0);

    const shown = await browser.page();
    const reported = shown.waitForResponse((response) => response.url().endsWith('__artel/errors'));
    await shown.goto(preview?.url ?? '');
    await reported;
    await page.reload();
    const count = page.getByRole('link', { name: 'Browsers report 1 error in it.' });
    await count.waitFor();
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await overflowOf(page)).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    await count.click();
    await page.getByRole('button', { name: 'Have it fixed' }).waitFor();
    expect(problems).toEqual([]);
  });
});
