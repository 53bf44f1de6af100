import { expect, test } from 'vitest';
import { TEAM, targetOf } from '../../../../console/src/screens/chat/message/target.ts';
import { type Turns, withEvent } from '../../../../console/src/screens/chat/turns.ts';
import { event, eventsOf } from './events.ts';

/* Requirements: WEB1. */

const agentOf = (id: string | undefined) => (id === 'user_project_helper_1' ? 'helper' : undefined);
const answered = eventsOf('run_1', { question: 'Hello?', words: ['Yes.'] }).reduce<Turns>(withEvent, []);
const asked = event('message_created', { run_id: 'run_2', message_id: 'msg_2', role: 'user', content: 'And?' });

test('a chat goes on with who answered last, also while something further is asked', () => {
  expect(targetOf(undefined, answered, agentOf)).toBe('helper');
  expect(targetOf(undefined, withEvent(answered, asked), agentOf)).toBe('helper');
  expect(targetOf(undefined, [], agentOf)).toBe('');
  expect(targetOf(undefined, answered, () => undefined)).toBe('');
});

test('whoever is chosen is asked, and so is the team', () => {
  expect(targetOf('writer', answered, agentOf)).toBe('writer');
  expect(targetOf(TEAM, answered, agentOf)).toBe('');
});
