import { describe, expect, test } from 'vitest';
import { ended } from '../../support/approvals.ts';
import { inArtel } from '../../support/in-artel.ts';
import { sendPlan, team } from '../../support/plans.ts';

/* Requirements: PL6. */

const here = inArtel();

const pictureOf = (run: string, headers?: Record<string, string>) =>
  here.alice.call<string>('GET', `/my/plans/${run}/graph.svg`, undefined, headers);

describe('the picture of a plan', () => {
  test('the picture of a plan shows what is done, may not be cached while the plan runs, and can be once it has ended', async () => {
    const { session } = await team(here.alice, ['ann', 'ben']);
    const { promise: gate, resolve: finish } = Promise.withResolvers<void>();
    here.artel.model.always({ text: 'Done.', gate });
    const sent = await sendPlan(here.alice, session, [
      { id: 'gather', description: 'Gather <script>alert(1)</script>', agent: 'ann' },
      { id: 'join', description: 'Join', agent: 'ben', depends_on: ['gather'] },
    ]);
    const { id } = sent.body.run;
    const early = await pictureOf(id);
    expect(early.status).toBe(200);
    expect(early.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(early.headers.get('cache-control')).toBe('no-store');
    expect(early.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/);
    expect(early.headers.get('x-content-type-options')).toBe('nosniff');
    expect(early.body).toMatch(/^<svg [^>]*role="img"/);
    finish();
    await ended(here.alice, session);

    const late = await pictureOf(id);
    expect(late.body).toContain('2 of 2 done');
    expect(late.body).toContain('Gather &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(late.body).not.toContain('<script');
    expect(late.headers.get('cache-control')).toBe('private, no-cache');
    const again = await pictureOf(id, { 'if-none-match': late.headers.get('etag') ?? '' });
    expect([again.status, again.body]).toEqual([304, '']);
    // A client puts these in the place of those it stored with the picture.
    expect(again.headers.get('content-security-policy')).toBe(late.headers.get('content-security-policy'));
    expect((await here.alice.call('GET', `/my/projects/default/plans/${id}/graph.svg`)).body).toBe(late.body);
  });

  test('the picture of a run without a plan, or of a missing run, is not found', async () => {
    here.artel.model.always({ text: 'Fine.' });
    const { agent, session } = await here.alice.chat();
    const { run } = await here.alice.ask(session, 'Hello', { target_agent: agent });
    for (const id of [run.id, 'run_01ZZZZZZZZZZZZZZZZZZZZZZZZ']) {
      const answer = await pictureOf(id);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/json']);
    }
  });
});
