import type { StoredAgent } from '../../shared/agents/index.ts';
import { findRun, type Run } from '../../shared/bus/index.ts';
import { NotFound } from '../../shared/core/errors.ts';
import { beginningOf } from '../../shared/core/excerpt.ts';
import { isId } from '../../shared/core/ids.ts';
import {
  type AgentCall,
  type AnswerEvent,
  type ChatRequest,
  continuedRun,
  messageFor,
  sessionFor,
  streamAgentAnswer,
} from '../../shared/protocols/index.ts';
import { direct, spaces } from '../../shared/spaces/index.ts';
import type { Caller } from './caller.ts';
import { requireAgent } from './models.ts';

type Answer = { events: AsyncGenerator<AnswerEvent>; session: string; run: string; headers: Record<string, string> };
type Named = { name: string; session: string | undefined };

/** The headers name the session and the run, where the conversation goes on and approvals are decided. */
export const agentAnswer = async (caller: Caller, asked: ChatRequest, named: Named): Promise<Answer> => {
  const earlier = continuedRun(asked, caller.request.headers['x-artel-run']);
  const started = earlier === undefined ? await newRun(caller, asked, named) : await sameRun(caller, earlier, named);
  const signal = caller.request.signal ?? new AbortController().signal;
  const { run, events } = await streamAgentAnswer(caller.project, { ...started, stream: asked.stream, signal });
  const { session } = started;
  return { events, session, run, headers: { 'x-artel-session': session, 'x-artel-run': run } };
};

type Started = Pick<AgentCall, 'session' | 'accept'>;

/** A repeat under an `Idempotency-Key` must find the session of the first request, also where that named none. */
const newRun = async ({ project, request }: Caller, asked: ChatRequest, named: Named): Promise<Started> => {
  const { content, context } = messageFor(asked);
  const space = spaces.of(project);
  const agent = await requireAgent(space, named.name);
  const { idempotencyKey: key } = request;
  const ofKey = key === undefined ? undefined : `Idempotency-Key ${key}`;
  const session = await sessionFor(project, named.session ?? ofKey, beginningOf(content, 80));
  const message = {
    session,
    content,
    ...(context !== undefined && { context }),
    ...(key !== undefined && { requestKey: key }),
  };
  return { session, accept: () => direct(space, message, { agent }) };
};

/** The run of an earlier request, which waited for a person. Nothing is started, and the message is not looked at. */
const sameRun = async ({ project }: Caller, id: string, { name }: Named): Promise<Started> => {
  const agent = await requireAgent(spaces.of(project), name);
  const find = async (): Promise<Run> => {
    const run = isId('run', id) ? await findRun(project, id) : undefined;
    if (run === undefined || !isBy(run, agent)) throw new NotFound('There is no such run of this agent.');
    return run;
  };
  const { session_id: session } = await find();
  return { session, accept: async () => ({ run: await find(), isRepeat: true }) };
};

const isBy = ({ agent_key }: Run, agent: StoredAgent): boolean => agent_key === agent.agent_key;
