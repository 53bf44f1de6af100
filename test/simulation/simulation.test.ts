/* Requirements: BUS1, BUS7, EV4. */
import { beforeAll, describe, expect, test } from 'vitest';
import { campaign, story, total } from './campaign.ts';
import { bundled, type Load } from './container/bundle.ts';
import { shrink } from './shrink.ts';
import { simulate } from './simulate.ts';
import { Coverage } from './transitions/coverage.ts';

const SEEDS = Number(process.env.SEEDS ?? 320);
const OPERATIONS = Number(process.env.OPERATIONS ?? 8);
const FAULT_RATE = 3;

describe('many lives of the system, each by its seed', () => {
  let load: Load;
  beforeAll(async () => {
    load = await bundled();
  });

  test('the same seed is the same life, byte for byte', async () => {
    const options = { seed: 11, operations: 20, faultRate: FAULT_RATE };
    const [first, second] = [await simulate(load, options), await simulate(load, options)];
    expect(second).toEqual(first);
    expect((await simulate(load, { ...options, seed: 12 })).digest).not.toBe(first.digest);
  });

  test('what became of each write of the protocols is counted, and where things go wrong can be chosen', async () => {
    const claim = 'bus/work/claim claimTask updateItem';
    const counted = async (wantedFaults: ReadonlySet<string>) => {
      const coverage = new Coverage(load.maps);
      await campaign(load, {
        seeds: [1, 2, 3, 4, 5, 6, 7, 8],
        operations: 8,
        faultRate: FAULT_RATE,
        coverage,
        wantedFaults,
      });
      return coverage.lines().find(({ transition }) => transition === claim);
    };
    const [usual, steered] = [await counted(new Set()), await counted(new Set([`${claim}: died after`]))];
    expect(usual?.done).toBeGreaterThan(0);
    expect(steered?.['died after']).toBeGreaterThan(usual?.['died after'] ?? 0);
  });

  test(
    'whatever fails and whatever people do, no promise is broken',
    async () => {
      const seeds = Array.from({ length: SEEDS }, (_, at) => at + 1);
      const all = await campaign(load, { seeds, operations: OPERATIONS, faultRate: FAULT_RATE });
      const [failing] = all.failing;
      if (failing) throw new Error(story(await shrink(load, failing.options, failing.report)));
      expect(all.seeds).toBe(SEEDS);
      expect(total(all.faults)).toBeGreaterThan(5 * SEEDS);
    },
    120_000 + SEEDS * 10_000,
  );
});
