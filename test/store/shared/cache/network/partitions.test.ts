import { expect, test } from 'vitest';
import { CutOff } from './cut-off.ts';
import { inLinks } from './links.ts';

/* Requirements: CA3, CA7. */

const links = inLinks();

const SEEDS = Array.from({ length: 6 }, (_, at) => at + 1);

test.each(SEEDS)(
  'whoever is cut off, comes back or begins anew reads nothing that was invalidated before, nor what is of another (seed %d)',
  async (seed) => {
    const containers = new CutOff(links, { seed, size: seed % 2 === 0 ? 'large' : 'small' });
    await containers.act(80);
    await containers.heal();
    expect(containers.wrong).toEqual([]);
    expect(containers.kept).toBeGreaterThan(0);
    expect(containers.kept).toBeLessThan(containers.reads);
  },
);
