import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR } from '../../../shared/core/clock.ts';
import { redrive } from '../../../shared/maintenance/index.ts';
import {
  capture,
  capturedErrors,
  end,
  extend,
  listPreviews,
  publish,
  reserve,
  shownAt,
} from '../../../shared/previews/index.ts';
import { getItem, projectKeys } from '../../../shared/store/index.ts';
import { type HeldWrites, startHeldWrites } from '../../support/held-writes.ts';
import { inTable } from '../../support/in-table.ts';
import { projectOf } from '../../support/tool-call.ts';
import { gone, previewsHere, publication, published, report, standing, stands } from './world.ts';

/* Requirements: BT6, BT9, QA3. */

const here = inTable();
previewsHere();
let held: HeldWrites;
beforeAll(async () => {
  held = await startHeldWrites(here.table.url);
});
afterAll(() => held.stop());

const later = { now: () => Date.now() + 2 * HOUR };

describe('races', () => {
  test('a preview that was extended since the sweeper found it is left alone', async () => {
    const world = await published('extended');
    const item = await getItem(projectKeys.preview(world.project, world.id));
    await extend(world.project, world.id, { ttlMs: 5 * HOUR });
    await redrive(item!, later);
    expect(await standing(world)).toEqual({ ...stands, minutes: 300 });
  });

  test('a preview that is ended while it is being extended stays ended', async () => {
    const world = await published('ended');
    const { result } = await held.race(
      'attribute_exists(#pk)',
      () => extend(world.project, world.id, { ttlMs: 2 * HOUR }),
      () => end(world.project, world.id),
    );
    expect(result).toMatchObject({ status: 'rejected', reason: { status: 404 } });
    expect(await standing(world)).toEqual(gone);
  });

  test('what a page reports once its preview was ended does not come back', async () => {
    const world = await published('reported late');
    const shown = await shownAt(world.token);
    await end(world.project, world.id);
    expect(await capture(shown!, report)).toBe(false);
    expect(await standing(world)).toEqual(gone);
  });

  test('reports of many pages at the same moment are all counted, or dropped, and none overwrites another', async () => {
    const world = await published('reported together');
    const shown = (await shownAt(world.token))!;
    const kept = await Promise.all(
      Array.from({ length: 8 }, (_, number) => capture(shown, { ...report, message: `error ${number}` })),
    );
    const { items } = await capturedErrors(world.project, world.id);
    expect(items).toHaveLength(kept.filter(Boolean).length);
    expect(items.length).toBeGreaterThan(0);
  });

  test('a preview whose id and address were chosen before is made once, also where there is no room for another', async () => {
    const project = projectOf('alice', 'repeated');
    const reserved = reserve();
    const first = await publish(project, { ...publication, reserved });
    for (let count = 1; count < 20; count += 1) await publish(project, publication);
    expect(await publish(project, { ...publication, reserved })).toEqual(first);
    expect((await listPreviews(project, { limit: 50 })).items).toHaveLength(20);
  });

  test('of ten previews made at the same moment beside fifteen others five are refused', async () => {
    const project = projectOf('alice', 'crowded');
    for (let count = 0; count < 15; count += 1) await publish(project, publication);
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => publish(project, publication)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect((await listPreviews(project, { limit: 50 })).items).toHaveLength(20);
  });
});
