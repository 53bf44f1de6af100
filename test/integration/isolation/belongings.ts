import { described } from '../../../functions/documentation/operations.ts';
import { approvalItem } from '../../../shared/approvals/approval.ts';
import { permissionWrite } from '../../../shared/approvals/permissions.ts';
import { newId } from '../../../shared/core/ids.ts';
import { restored } from '../../../shared/core/scope.ts';
import type { Person } from '../../support/artel.ts';
import type { Operator, TableItem } from '../../support/operator.ts';

/** One of everything a person can have in a project, each with words that stand nowhere else. */
export type Belongings = {
  who: Person;
  project: string;
  /** `/my/projects/<id>`. */
  base: string;
  agent: { key: string; id: string; name: string };
  session: string;
  run: string;
  /** A run with a plan. */
  plan: string;
  apiKey: string;
  secret: string;
  approval: string;
  permission: string;
  /** What nobody else may ever be shown: ids and words. */
  marks: string[];
  /** What no log may hold: contents. */
  contents: string[];
};

const made = async <T>(answer: Promise<{ status: number; body: T }>): Promise<T> => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`A belonging was refused with ${status}: ${JSON.stringify(body)}`);
  return body;
};

/** `word` is a slug that marks everything made here. */
export const acquire = async (who: Person, word: string, operator: Operator): Promise<Belongings> => {
  const project = await made(who.call<{ id: string }>('POST', '/my/projects', { name: `${word}-project` }));
  const base = `/my/projects/${project.id}`;
  const agent = await made(
    who.call<Belongings['agent']>('POST', `${base}/agents`, { name: `${word}-agent`, system_prompt: `${word}-prompt` }),
  );
  const session = await made(who.call<{ id: string }>('POST', `${base}/chat/sessions`, { title: `${word}-title` }));
  const asked = await made(
    who.call<{ run: { id: string; state: string }; message: { id: string } }>(
      'POST',
      `${base}/chat/${session.id}/message?wait=25`,
      { content: `${word}-question`, target_agent: agent.name },
    ),
  );
  if (asked.run.state !== 'completed') throw new Error(`The run is ${asked.run.state}.`);
  const plan = await made(
    who.call<{ run: { id: string; state: string } }>('POST', `${base}/chat/${session.id}/message?wait=25`, {
      content: `${word}-question`,
      plan: { tasks: ['first', 'second'].map((id) => ({ id, description: `${word}-task`, agent: agent.name })) },
    }),
  );
  if (plan.run.state !== 'completed') throw new Error(`The plan's run is ${plan.run.state}.`);
  const memory = await made(
    who.call<{ id: string }>('POST', `${base}/agents/${agent.name}/context`, { text: `${word}-memory` }),
  );
  const key = await made(who.call<{ id: string; key: string }>('POST', '/my/keys', { name: `${word}-key` }));
  const secret = `${word.toUpperCase()}_SECRET`;
  if (described.some(({ path }) => path === '/my/secrets')) {
    await made(who.call('POST', `${base}/secrets`, { name: secret, value: `${word}-value` }));
  }
  const { approval, permission } = await putQuestion(
    who,
    project.id,
    { word, agent, session, run: asked.run },
    operator,
  );
  const contents = ['prompt', 'question', 'answer', 'memory', 'title', 'value', 'argument', 'task'].map(
    (what) => `${word}-${what}`,
  );
  return {
    who,
    project: project.id,
    base,
    agent,
    session: session.id,
    run: asked.run.id,
    plan: plan.run.id,
    apiKey: key.id,
    secret,
    approval,
    permission,
    marks: [
      word,
      word.toUpperCase(),
      who.id,
      who.email,
      ...[project.id, agent.key, session.id, asked.run.id, plan.run.id, asked.message.id, memory.id, key.id, approval],
    ],
    contents: [...contents, key.key, who.token],
  };
};

type About = { word: string; agent: { key: string }; session: { id: string }; run: { id: string } };

/** A question that waits for its person, and a permission given earlier: put there, since asking needs a whole run. */
const putQuestion = async (who: Person, project: string, about: About, operator: Operator) => {
  const scope = restored({ user_id: who.id, project_id: project });
  const approval = {
    user_id: who.id,
    project_id: project,
    session_id: about.session.id,
    run_id: about.run.id,
    task_id: newId('tsk'),
    agent_key: about.agent.key,
    approval_id: newId('apr'),
    about: 'tool' as const,
    step: 1,
    risk: 'high' as const,
    status: 'pending' as const,
    payload: { tool: 'http_fetch', arguments: `${about.word}-argument` },
    open_until: Date.now() + 60 * 60_000,
    warned: false,
    created_at: Date.now(),
  };
  const grant = { permission: 'a'.repeat(64), tool: 'http_fetch', host: null, method: null };
  const granted = permissionWrite(scope, approval, { grant, now: approval.created_at });
  if (!('put' in granted)) throw new Error('A permission is not put.');
  await operator.put(approvalItem(scope, approval) as TableItem);
  await operator.put(granted.put as TableItem);
  return { approval: approval.approval_id, permission: `${approval.agent_key}.${grant.permission}` };
};
