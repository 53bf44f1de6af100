import { describe, expect, test } from 'vitest';
import type { Seen } from '../../../../shared/monitoring/look.ts';
import { nothing } from '../../../../shared/monitoring/snapshot.ts';
import { MOST_SERIES, plusUser } from '../../../../shared/monitoring/sums.ts';

/* Requirements: BUS8, WS6. */

const seen = (agents: number, more: Partial<Seen> = {}): Seen => ({
  connections: 2,
  projects: [
    {
      id: `prj_${agents}`,
      lanes: Array.from({ length: agents }, (_, at) => ({
        agent: `agt_${agents}_${at}`,
        running: 1,
        queued: at,
        live: at + 1,
      })),
    },
  ],
  usage: [],
  earlier: [],
  budget: undefined,
  ...more,
});

describe('the sums over all users', () => {
  test('the sums over all users add up, one person after the other', () => {
    const sums = [seen(2), seen(3)].reduce(plusUser, nothing());
    expect(sums).toMatchObject({ users: 2, projects: 2, agents: 5, connections: 4, running: 5, queued: 4, live: 9 });
    expect(sums.largest).toEqual([
      { project: 'prj_3', agents: 3 },
      { project: 'prj_2', agents: 2 },
    ]);
  });

  test('the sums over all users name the twenty busiest agents and the twenty largest projects, however many there are', () => {
    const sums = Array.from({ length: 40 }, (_, at) => seen(at + 1)).reduce(plusUser, nothing());
    expect(sums.busiest).toHaveLength(MOST_SERIES);
    expect(sums.busiest[0]).toMatchObject({ agent: 'agt_40_39', queued: 39 });
    expect(sums.largest.map(({ agents }) => agents)).toEqual(Array.from({ length: 20 }, (_, at) => 40 - at));
  });
});
