import { describe, expect, test } from 'vitest';
import { HOUR } from '../../../shared/core/clock.ts';
import { redrive } from '../../../shared/maintenance/index.ts';
import { capture, end, extend, publish, shownAt } from '../../../shared/previews/index.ts';
import { getItem, projectKeys } from '../../../shared/store/index.ts';
import { inTable } from '../../support/in-table.ts';
import { gone, previewsHere, publication, published, report, standing, stands, type World } from './world.ts';

/* Requirements: BT6, BT9, OPS3, QA3. */

const here = inTable();
previewsHere();

const later = { now: () => Date.now() + 2 * HOUR };

const swept = async ({ project, id }: World): Promise<void> => {
  const item = await getItem(projectKeys.preview(project, id));
  if (item) await redrive(item, later);
};

/** `unanswered`: what is there after an answer of the store was lost, if that is something else. */
type Case = { action: string; act(world: World): Promise<unknown>; after: unknown; unanswered?: unknown };

const cases: Record<string, Case> = {
  'a second preview': {
    action: 'TransactWriteItems',
    act: ({ project }) => publish(project, publication),
    after: { ...stands, count: 2 },
  },
  'more time': {
    action: 'TransactWriteItems',
    act: ({ project, id }) => extend(project, id, { ttlMs: 2 * HOUR }),
    after: { ...stands, minutes: 120 },
  },
  'an end': { action: 'DeleteItem', act: ({ project, id }) => end(project, id), after: gone },
  'a removal by the sweeper': { action: 'DeleteItem', act: swept, after: gone },
  'a captured error': {
    action: 'PutItem',
    act: async ({ token }) => capture((await shownAt(token))!, report),
    after: { ...stands, errors: [1] },
    // Whoever does not know whether it was counted counts it again.
    unanswered: { ...stands, errors: [2] },
  },
};

/** As often as the store is asked before a request gives up. */
const ATTEMPTS = 5;

describe.each(Object.entries(cases))('%s', (name, { action, act, after, unanswered = after }) => {
  test(`${name}: nothing is half there when the store fails, and it can be repeated`, async () => {
    const world = await published(`failing ${name}`);
    const before = await standing(world);
    await here.table.injectFault({ action, times: ATTEMPTS, error: 'InternalServerError' });
    await expect(act(world)).rejects.toThrow();
    expect(await standing(world)).toEqual(before);
    await act(world);
    expect(await standing(world)).toEqual(after);
  });

  test(`${name}: it is there when the store's answer is lost`, async () => {
    const world = await published(`unanswered ${name}`);
    await here.table.injectFault({ action, times: 1, error: 'drop-reply' });
    await act(world);
    expect(await standing(world)).toEqual(unanswered);
  });
});
