import type { Person } from './artel.ts';
import type { RecordedRequest } from './scripted-model.ts';

export type GivenTask = { id: string; description: string; agent: string; depends_on?: string[] };

export type PlanTask = {
  id: string;
  task_id: string | null;
  agent: string;
  depends_on: string[];
  state: string;
  replaced: boolean;
  round: number;
  result: string | null;
  error: { error_code: string; detail: string } | null;
};

export type Plan = {
  state: string;
  round: number;
  tasks: PlanTask[];
  approval_id: string | null;
  critical_path: string[];
  estimated_cost: number | null;
  estimated_duration: { sequential: number; parallel: number } | null;
};

/** A task whose description is made of its id. */
export const taskFor = (id: string, depends_on: string[] = [], agent = 'ann') => ({
  id,
  description: `Do ${id}`,
  agent,
  depends_on,
});

/** A project with these agents, and a session in it. */
export const team = async (
  person: Person,
  agents: string[],
  config: Record<string, unknown> = {},
): Promise<{ session: string }> => {
  for (const name of agents) {
    const made = await person.call('POST', '/my/agents', { name, system_prompt: `You are ${name}.`, ...config });
    if (made.status !== 201) throw new Error(`No agent: ${JSON.stringify(made.body)}`);
  }
  const session = await person.call<{ id: string }>('POST', '/my/chat/sessions', {});
  return { session: session.body.id };
};

/** Sends a message with a graph; answers the run as it then is. */
export const sendPlan = async (
  person: Person,
  session: string,
  tasks: GivenTask[],
  more: Record<string, unknown> = {},
) =>
  person.call<{ run: { id: string; mode: string; state: string } }>('POST', `/my/chat/${session}/message`, {
    content: 'Do all of this.',
    plan: { tasks },
    ...more,
  });

export const planOf = async (person: Person, run: string): Promise<Plan> =>
  (await person.call<Plan>('GET', `/my/plans/${run}`)).body;

/** The prompt of a request, and which task of a plan it is for: the text under `## Your task`. */
export const promptOf = ({ body }: RecordedRequest): string => {
  const messages = (body.messages ?? []) as { role: string; content: string }[];
  return messages.at(-1)?.content ?? '';
};

export const taskIn = (request: RecordedRequest): string | undefined =>
  /## Your task\n([^\n]*)/.exec(promptOf(request))?.[1];

/** Whether the request asks for a plan. */
export const isPlanning = ({ body }: RecordedRequest): boolean => body.response_format !== undefined;
