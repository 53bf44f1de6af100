import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../../../shared/core/ids.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { tenantOf } from '../../../../shared/memory/index.ts';
import { pointId } from '../../../../shared/memory/store/tenant.ts';

/* Requirements: MEM1. */

const tenant = (user: string, project: string, agent: string): string =>
  tenantOf(authenticated({ userId: user }).inProject(project), agent);

test('a memory is named after its user, project and agent', () => {
  const project = newId('prj');
  expect(tenant('01j9x', project, 'agt_1')).toBe(`user01j9x_${project}_agt_1_context`);
  expect(tenant('01j9x', 'default', 'researcher')).toBe('user01j9x_default_researcher_context');
});

test('no two memories share a name, whatever their ids are made of', () => {
  const part = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', '_', 'prj', '.', '-'), minLength: 1, maxLength: 5 }),
    fc.constantFrom('prj', 'prj_01JD0000000000000000000000', '01JD0000000000000000000000_a', 'a'),
  );
  const whose = fc.tuple(part, part, part);
  fc.assert(
    fc.property(whose, whose, (one, other) => {
      expect(tenant(...one) === tenant(...other)).toBe(one.join('/') === other.join('/'));
    }),
    {
      numRuns: 2_000,
      examples: [
        [
          ['a', 'prj_', '01JD0000000000000000000000_a'],
          ['a', 'prj', '01JD0000000000000000000000_a'],
        ],
      ],
    },
  );
});

test('a text that is no agent’s id has no memory', () => {
  expect(() => tenant('alice', 'default', 'a/b')).toThrow('There is no such resource.');
});

test('the id of a memory in the store is a UUID that differs from agent to agent', () => {
  const id = pointId('one', 'tsk_1');
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(pointId('one', 'tsk_1')).toBe(id);
  expect(pointId('two', 'tsk_1')).not.toBe(id);
  expect(pointId('one', 'tsk_2')).not.toBe(id);
});
