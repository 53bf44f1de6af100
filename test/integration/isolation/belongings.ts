import { setTimeout } from 'node:timers/promises';
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
  /** A build that was cancelled. */
  build: string;
  apiKey: string;
  secret: string;
  /** The path of a file, and the number of its newest version, which nobody else's files have. */
  file: string;
  version: number;
  preview: string;
  approval: string;
  permission: string;
  /** A call of a model about which a policy decided something. */
  call: string;
  webhook: string;
  delivery: string;
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

/** How many versions somebody's files have in the project they acquired last. */
const newest = new Map<string, number>();
/** Of a person's projects a later one has more; of persons a later one has fewer: none has the newest of another's. */
const versionsFor = ({ id }: Person): number => {
  const before = newest.get(id);
  const count = before === undefined ? Math.max(1, 5 - 2 * newest.size) : before + 1;
  newest.set(id, count);
  return count;
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
  const { build } = await made(
    who.call<{ build: { id: string } }>('POST', `${base}/builds`, { request: `${word}-question` }),
  );
  await made(who.call('POST', `${base}/builds/${build.id}/cancel`));
  const memory = await made(
    who.call<{ id: string }>('POST', `${base}/agents/${agent.name}/context`, { text: `${word}-memory` }),
  );
  const key = await made(who.call<{ id: string; key: string }>('POST', '/my/keys', { name: `${word}-key` }));
  const secret = `${word.toUpperCase()}_SECRET`;
  if (described.some(({ path }) => path === '/my/secrets')) {
    await made(who.call('POST', `${base}/secrets`, { name: secret, value: `${word}-value` }));
  }
  const file = `${word}-notes.md`;
  let version = 0;
  for (const count = versionsFor(who); version < count; version += 1)
    await made(who.call('POST', `${base}/files`, { changes: [{ path: file, content: `${word}-file ${version}` }] }));
  const shown = await made(who.call<{ preview: { id: string; url: string } }>('POST', `${base}/previews`, {}));
  const { approval, permission } = await putQuestion(
    who,
    project.id,
    { word, agent, session, run: asked.run },
    operator,
  );
  const content = `${word}-question of ${word}@example.org`;
  await made(who.call('POST', '/v1/chat/completions', { model: 'scripted', messages: [{ role: 'user', content }] }));
  const recorded = await made(who.call<{ items: { id: string }[] }>('GET', '/my/calls?limit=1'));
  const call = recorded.items[0]?.id;
  if (call === undefined) throw new Error('No policy decided anything about the call.');
  const webhook = await made(
    who.call<{ id: string; secret: string }>('POST', '/my/webhooks', {
      name: `${word}-webhook`,
      // Refused, and not tried again; and its event never happens: what belongs to somebody stands still here.
      url: `https://127.0.0.1/${word}`,
      events: ['approval_expiring'],
      project_id: project.id,
    }),
  );
  const delivery = await made(who.call<{ id: string }>('POST', `/my/webhooks/${webhook.id}/test`));
  const tried = async (): Promise<string | undefined> =>
    (await made(who.call<{ items: { state: string }[] }>('GET', `/my/webhooks/${webhook.id}/deliveries`))).items[0]
      ?.state;
  while ((await tried()) === 'pending') await setTimeout(50);
  const contents = ['prompt', 'question', 'answer', 'memory', 'title', 'value', 'argument', 'task', 'file'].map(
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
    build: build.id,
    apiKey: key.id,
    secret,
    file,
    version,
    preview: shown.preview.id,
    approval,
    permission,
    call,
    webhook: webhook.id,
    delivery: delivery.id,
    marks: [
      word,
      word.toUpperCase(),
      who.id,
      who.email,
      ...[
        project.id,
        agent.key,
        session.id,
        asked.run.id,
        plan.run.id,
        build.id,
        asked.message.id,
        memory.id,
        key.id,
        approval,
        call,
        webhook.id,
        delivery.id,
        shown.preview.id,
        tokenIn(shown.preview),
      ],
    ],
    contents: [...contents, key.key, webhook.secret, who.token, tokenIn(shown.preview)],
  };
};

const tokenIn = ({ url }: { url: string }): string => new URL(url).hostname.split('.')[0]!;

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
