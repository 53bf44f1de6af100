import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../../shared/core/clock.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { Spaces } from '../../../../shared/spaces/index.ts';

/* Requirements: WS3, WS7, WS8. */

const inProject = (userId: string, projectId: string) => authenticated({ userId }).inProject(projectId);
const [hers, her2nd, his] = [inProject('alice', 'home'), inProject('alice', 'work'), inProject('bob', 'home')];

const atNoon = () => {
  const clock = { time: Date.parse('2026-11-21T12:00:00Z'), now: () => clock.time };
  return clock;
};

const part = fc.stringMatching(/^[A-Za-z0-9_.-]{1,12}$/);

describe('whose space it is', () => {
  test('no two users, and no two projects of one user, ever share a space, whatever their ids are', () => {
    fc.assert(
      fc.property(part, part, part, part, (user, project, otherUser, otherProject) => {
        fc.pre(user !== otherUser || project !== otherProject);
        const spaces = new Spaces();
        spaces.of(inProject(user, project));
        expect(spaces.get(inProject(otherUser, otherProject))).toBeUndefined();
        spaces.of(inProject(otherUser, otherProject));
        expect(spaces.statistics()).toMatchObject({ live: 2, users: user === otherUser ? 1 : 2 });
        expect(spaces.removeAll(authenticated({ userId: otherUser }))).toBe(user === otherUser ? 2 : 1);
        expect(spaces.isLive(inProject(user, project))).toBe(user !== otherUser);
      }),
    );
  });

  test('a space lends nobody the permissions of whoever used it before', () => {
    const spaces = new Spaces();
    spaces.of(hers);
    const reader = authenticated({ userId: 'alice', permissions: ['read'] }).inProject('home');
    expect(spaces.of(reader).project.user.permissions).toEqual(['read']);
    expect(spaces.statistics()).toMatchObject({ live: 1, made: 1, found: 1 });
  });
});

describe('how many spaces are live', () => {
  test('the least recently used space goes first when there are too many', () => {
    const spaces = new Spaces({ max: 2 });
    spaces.of(hers);
    spaces.of(her2nd);
    spaces.of(hers);
    spaces.of(his);
    expect([hers, her2nd, his].map((one) => spaces.isLive(one))).toEqual([true, false, true]);
    expect(spaces.statistics()).toEqual({ live: 2, users: 2, made: 3, found: 1, dropped: 1 });
  });

  test('an idle space goes after its time, and one that is used stays', () => {
    const clock = atNoon();
    const spaces = new Spaces({ idleAfter: 15 * MINUTE, clock });
    spaces.of(hers);
    spaces.of(his);
    clock.time += 10 * MINUTE;
    spaces.of(hers);
    clock.time += 10 * MINUTE;
    expect(spaces.count(hers.user)).toBe(1);
    expect(spaces.get(his)).toBeUndefined();
    expect(spaces.statistics()).toMatchObject({ live: 1, dropped: 1 });
  });

  test('spaces are removed one by one, all of a user, or all', () => {
    const spaces = new Spaces();
    for (const project of [hers, her2nd, his]) spaces.of(project);
    expect(spaces.remove(hers)).toBe(true);
    expect(spaces.remove(hers)).toBe(false);
    expect(spaces.removeAll(hers.user)).toBe(1);
    expect(spaces.statistics()).toMatchObject({ live: 1, users: 1 });
    spaces.clear();
    expect(spaces.statistics()).toMatchObject({ live: 0, users: 0 });
  });
});
