/* Requirements: BT3. */
import { expect, test, vi } from 'vitest';
import * as z from 'zod';
import type { Role } from '../../../shared/builder/roles/role.ts';
import { askRole } from '../../../shared/builder/steps/ask.ts';
import type { Team } from '../../../shared/builder/steps/team.ts';
import * as gateway from '../../../shared/gateway/index.ts';
import { projectOf } from '../../support/tool-call.ts';

vi.mock(import('../../../shared/gateway/index.ts'), async (original) => ({
  ...(await original()),
  chat: vi.fn(),
}));

const END = { kind: 'end', model: 'm', usage: { promptTokens: 1, completionTokens: 1 } };
const role: Role<{ ok: boolean }> = {
  name: 'reviewer',
  prompt: 'Look.',
  tools: ['file_list'],
  output: z.object({ ok: z.boolean() }),
};
const team = {
  project: projectOf('alice'),
  task: { task_id: 'tsk_1', run_id: 'run_1', session_id: 'ses_1', agent_key: 'builder' },
  agent: { config: { system_prompt: '' } },
  signal: new AbortController().signal,
  talks: () => [],
  checkBounds: () => undefined,
} as unknown as Team;

test('a role that looks at too much in one answer is told so, and looks no further', async () => {
  const asked: gateway.ChatMessage[][] = [];
  const calls = Array.from({ length: 40 }, (_, at) => ({ id: `c${at}`, name: 'file_paint', arguments: '{}' }));
  vi.mocked(gateway.chat).mockImplementation(async function* ({ messages }) {
    asked.push([...messages]);
    if (asked.length > 1) yield { kind: 'text', text: '{"ok": true}' };
    else for (const call of calls) yield { kind: 'call', call };
    yield END;
  } as typeof gateway.chat);
  const { answer } = await askRole(team, 'step', { role, input: 'Well?', draft: { base: 0, changes: [] } });
  expect(answer).toEqual({ output: { ok: true } });
  const shown = asked[1]?.filter(({ role: who }) => who === 'tool').map(({ content }) => String(content)) ?? [];
  expect(shown).toHaveLength(40);
  expect(shown.filter((text) => text.startsWith('There is no tool'))).toHaveLength(16);
  expect(shown.filter((text) => text.startsWith('Too many at once: at most 16'))).toHaveLength(24);
});
