import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { took } from '../../support/pace.ts';
import { listenTo, visit } from '../../support/visit.ts';
import { below, inSite, type Preview } from './in-site.ts';

/* Requirements: BT6, BT9. */

const here = inSite();

describe('a preview that follows the files', () => {
  test('tells its open pages within a second of a commit', async () => {
    const preview = await here.publish({ folder: 'site' });
    const [, version] = /data-version="(\d+)"/.exec((await visit(preview.url)).text) ?? [];
    const listening = Promise.withResolvers<void>();
    const hearing = listenTo(below(preview, `__artel/events?version=${version}`), (text) => {
      if (text.includes(': here')) listening.resolve();
      return text.includes('preview_updated');
    });
    await listening.promise;
    const committed = await here.write([{ path: 'site/app.js', content: `console.log(${Date.now()});\n` }]);
    expect(committed).toBe(Number(version) + 1);
    expect(await took(() => hearing)).toBeLessThan(1_000);
    expect(await hearing).toContain(`data: {"version":${committed}}`);
  });
});

describe('errors of browsers', () => {
  const report = (more: object = {}) =>
    JSON.stringify({
      ...{ kind: 'error', message: 'x is not defined', source: 'app.js', line: 1, column: 9 },
      ...{ stack: null, page: '/', version: 1, ...more },
    });
  type Errors = { items: { message: string; count: number; kind: string }[]; dropped: number };
  const errorsOf = async (preview: Preview) =>
    (await here.alice.call<Errors>('GET', `${here.base}/previews/${preview.id}/errors`)).body;
  const say = (preview: Preview, body: string) => visit(below(preview, '__artel/errors'), { method: 'POST', body });

  test('the same error is one with a count, and different ones are at most 20', async () => {
    const preview = await here.publish({ folder: 'site' });
    expect((await say(preview, report())).status).toBe(204);
    expect((await say(preview, report())).status).toBe(204);
    expect(await errorsOf(preview)).toMatchObject({ items: [{ message: 'x is not defined', count: 2 }], dropped: 0 });
    for (let number = 0; number < 25; number += 1) await say(preview, report({ message: `error ${number}` }));
    const { items, dropped } = await errorsOf(preview);
    expect(items).toHaveLength(20);
    expect(dropped).toBe(6);
  });

  test('a minute has at most 60', async () => {
    const preview = await here.publish({ folder: 'site' });
    await say(preview, report());
    const kept = (await here.operator.partition(here.capturedPartition())).filter(({ sk }) => sk.includes(preview.id));
    expect(kept).toMatchObject([{ in_minute: 1 }]);
    const minuteNow = () => Math.floor(Date.now() / MINUTE);
    for (let minute = 0; minute !== minuteNow(); ) {
      minute = minuteNow();
      // As if this one had been the 58th. Should the minute end meanwhile, once more in the next.
      await here.operator.put({ ...kept[0]!, minute, in_minute: 58 });
      for (let again = 0; again < 4; again += 1) await say(preview, report());
    }
    expect(await errorsOf(preview)).toMatchObject({ items: [{ count: 3 }], dropped: 0 });
  });

  test('what is no report is refused, and what is too long is cut', async () => {
    const preview = await here.publish({ folder: 'site' });
    for (const body of [
      '',
      '[]',
      '{',
      report({ kind: 'other' }),
      report({ more: 1 }),
      report({ message: 'm'.repeat(9_000) }),
    ])
      expect((await say(preview, body)).status).toBe(400);
    await say(preview, report({ message: 'm'.repeat(600) }));
    expect((await errorsOf(preview)).items.map(({ message }) => message.length)).toEqual([500]);
    expect(here.artel.cloud.log.join('\n')).not.toContain('mmmm');
  });
});
