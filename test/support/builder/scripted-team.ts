import type { RoleName } from '../../../shared/builder/roles/role.ts';
import type { ModelCall, ModelEvent } from '../../../shared/gateway/index.ts';

/** What a role is asked, as a script sees it. */
export type AskedRole = { role: RoleName; input: string };
/** Answers as the whole team: an object is given as JSON, a text as it is. */
export type TeamScript = (asked: AskedRole) => unknown;

/** The role that a prompt is for, and what it is asked last. */
export const askedIn = (messages: readonly { role: string; content: unknown }[]): AskedRole => {
  const system = String(messages.find(({ role }) => role === 'system')?.content ?? '');
  const role = (/^Role: (\w+)/.exec(system)?.[1] ?? '') as RoleName;
  return { role, input: messages.flatMap((one) => (one.role === 'user' ? [String(one.content)] : [])).join('\n') };
};

/** A model for `chat`, which is asked as the team. */
export const chatAs = (script: TeamScript) =>
  async function* ({ messages, signal }: ModelCall): AsyncGenerator<ModelEvent> {
    signal?.throwIfAborted();
    const answer = await script(askedIn(messages));
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    yield { kind: 'text', text };
    const usage = { promptTokens: 100, completionTokens: 50, estimated: false };
    yield { kind: 'end', finish: 'stop', model: 'scripted', usage };
  };

/** Hunks that a reviewer was shown. */
const hunksIn = (input: string): string[] => [...input.matchAll(/^### (h\d+) /gm)].map(([, id]) => id ?? '');

export type Part = { id: string; depends_on?: string[]; path: string; content: string };

/** A competent team that makes one file for each part, and never disagrees. */
export const competentTeam =
  (parts: readonly Part[], { test = 'test', build }: { test?: string; build?: string } = {}): TeamScript =>
  ({ role, input }) => {
    const part = parts.find(({ id }) => input.includes(`Do ${id}.`));
    switch (role) {
      case 'specification_writer':
        return {
          title: 'A thing',
          summary: 'It does something.',
          features: [{ name: 'Something', behaviour: 'It does it.', acceptance: ['It is done.'] }],
          out_of_scope: [],
          questions: [],
        };
      case 'architect':
        return {
          overview: 'A few files.',
          files: parts.map(({ path }) => ({ path, purpose: 'A part.' })),
          test_command: test,
          ...(build !== undefined && { build_command: build }),
        };
      case 'tech_lead':
        return {
          tasks: parts.map(({ id, depends_on = [] }) => ({
            id,
            title: `Part ${id}`,
            description: `Do ${id}.`,
            depends_on,
          })),
        };
      case 'developer':
        return { approach: `Do ${part?.id}.`, read: [], write: [{ path: part?.path, change: 'Write it.' }] };
      case 'code_writer':
        return { edits: [{ path: part?.path, content: part?.content }] };
      case 'reviewer':
        return { verdicts: hunksIn(input).map((hunk) => ({ hunk, verdict: 'apply', reason: 'It is right.' })) };
      case 'technical_writer':
        return { readme: '# A thing\n', summary: 'You have a thing.' };
      default:
        throw new Error(`Nobody plays the ${role}.`);
    }
  };
