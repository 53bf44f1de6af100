import { describe, expect, test } from 'vitest';
import { agentsOf, namesOf } from '../../../../console/src/screens/chat/names.ts';

/* Requirements: WEB1. */

type Agents = Parameters<typeof namesOf>[0];
const agents = [
  { name: 'helper', config: {} },
  { name: 'my_helper', config: { display_name: 'My own' } },
] as unknown as Agents;

describe('whose an answer is', () => {
  test('an agent is known by the id of any of its versions, and of two that end alike the right one', () => {
    expect(namesOf(agents)('user_project_helper_12')).toBe('helper');
    expect(namesOf(agents)('user_project_my_helper_1')).toBe('My own');
    expect(agentsOf(agents)('user_project_my_helper_1')).toBe('my_helper');
  });

  test('one that is gone keeps its name and has no address, and nobody is the team', () => {
    expect(namesOf(agents)('user_project_gone_2')).toBe('gone');
    expect(agentsOf(agents)('user_project_gone_2')).toBeUndefined();
    expect(agentsOf(agents)(undefined)).toBeUndefined();
    expect(namesOf(agents)(undefined)).toBe('Team');
  });
});
