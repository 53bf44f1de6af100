import { expect, test } from 'vitest';
import { ended } from '../../support/approvals.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { greetingHunter, PAGE_PARTS, RIGHT } from '../../support/builder/page.ts';
import { askedIn, competentTeam } from '../../support/builder/scripted-team.ts';
import { storedEvents } from '../../support/events.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: BT6, BT9. */

const here = inArtel();

type Build = { id: string; session_id: string; state: string; preview: { id: string; url: string } | null };

describeInBrowser('the page of a build', (browser) => {
  test('that throws when it is opened is mended, and the page that is open shows it by itself', async () => {
    const team = competentTeam(PAGE_PARTS, { test: 'true' });
    here.artel.model.always(({ body }) => {
      const asked = askedIn((body as { messages: { role: string; content: string }[] }).messages);
      return { text: JSON.stringify(asked.role === 'bug_hunter' ? greetingHunter(asked) : team(asked)) };
    });
    const wish = { request: 'Build me a page that greets.', oversight: 'none' };
    const { build } = (await here.alice.call<{ build: Build }>('POST', '/my/builds', wish)).body;
    await ended(here.alice, build.session_id);
    const { preview } = (await here.alice.call<Build>('GET', `/my/builds/${build.id}`)).body;

    const page = await browser.page();
    const reported = page.waitForResponse((response) => response.url().endsWith('__artel/errors'));
    await page.goto(preview?.url ?? '');
    await reported;
    expect(await page.title()).toBe('Page');
    await here.artel.cloud.sweep();
    const told = (await storedEvents(here.alice, build.session_id)).filter(
      ({ event_type }) => event_type === 'preview_error',
    );
    expect(told.map(({ payload }) => payload)).toEqual([
      {
        preview_id: preview?.id,
        build_id: build.id,
        count: 1,
        errors: [expect.objectContaining({ kind: 'error', version: expect.any(Number) })],
      },
    ]);

    const asked = await here.alice.call<{ build: Build }>('POST', `/my/builds/${build.id}/fix`);
    expect(asked.status, JSON.stringify(asked.body)).toBe(202);
    await ended(here.alice, build.session_id, 2);
    const fix = (await here.alice.call<Build>('GET', `/my/builds/${asked.body.build.id}`)).body;
    expect(fix, JSON.stringify(fix)).toMatchObject({ state: 'completed', preview });
    const file = await here.alice.call('GET', `/my/files/${encodeURIComponent('src/greet.js')}`);
    expect(JSON.stringify(file.body)).toContain(JSON.stringify(RIGHT).slice(1, -3));
    await page.waitForFunction('document.title === "Hello, you"');

    const bob = await here.artel.register('bob');
    expect((await bob.call('POST', `/my/builds/${build.id}/fix`)).status).toBe(404);
  });
});
