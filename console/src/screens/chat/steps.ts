/** Something that was done, or asked of the person, between a message and its answer. */
export type Step =
  | {
      kind: 'tool';
      key: string;
      tool: string;
      arguments: unknown;
      outcome: string | undefined;
      result: string | undefined;
      at: string;
    }
  /** `agent`: the id of who was given them. */
  | { kind: 'memory'; key: string; memories: number; isAvailable: boolean; agent: string | undefined; at: string }
  | {
      kind: 'approval';
      key: string;
      approval: string;
      /** What kind of decision it is, and the tool that a call would use. */
      asks: string;
      tool: string | undefined;
      status: string;
      at: string;
    }
  | { kind: 'note'; key: string; event: string; text: string; agent: string | undefined; at: string };

export type Payload = Record<string, unknown>;

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
export const optional = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A step that is told again takes its place. */
export const withStep = (steps: readonly Step[], step: Step): readonly Step[] => {
  const at = steps.findIndex(({ key }) => key === step.key);
  return at < 0 ? [...steps, step] : steps.with(at, step);
};

const toolKey = ({ task_id, step, tool }: Payload): string => `tool ${task_id} ${step} ${tool}`;

/** What a note says of itself, beside the words that the page has for its event. */
const noteOf = (event: string, payload: Payload): string => {
  if (event === 'tools_unavailable') return Array.isArray(payload.notices) ? payload.notices.map(text).join(' ') : '';
  if (event === 'memory_alert') return `${payload.memories} / ${payload.max_vectors}`;
  return text(payload.text);
};

const NOTES = new Set(['tools_unavailable', 'memory_alert', 'plan_created', 'plan_updated', 'build_stage']);

export type Told = { event: string; payload: Payload; at: string };
type Known = { steps: readonly Step[]; agent: string | undefined };

/** The step that an event tells of, if it tells of one. `agent`: whose task it is about. */
export const stepOf = ({ event, payload, at }: Told, { steps, agent }: Known): Step | undefined => {
  switch (event) {
    case 'context_retrieved': {
      const isAvailable = payload.memory_available !== false;
      return {
        kind: 'memory',
        key: `memory ${payload.task_id}`,
        memories: Number(payload.memories),
        isAvailable,
        agent,
        at,
      };
    }
    case 'tool_called': {
      const tool = text(payload.tool);
      const called = { kind: 'tool', key: toolKey(payload), tool, arguments: payload.arguments } as const;
      return { ...called, outcome: undefined, result: undefined, at };
    }
    case 'tool_result': {
      const key = toolKey(payload);
      const called = steps.find((step) => step.key === key);
      const known = called?.kind === 'tool' ? called : { arguments: undefined, at };
      const [outcome, result] = [text(payload.outcome), text(payload.content)];
      return { ...known, kind: 'tool', key, tool: text(payload.tool), outcome, result };
    }
    case 'approval_required': {
      const approval = text(payload.approval_id);
      const tool = optional((payload.payload as Payload | undefined)?.tool);
      const asked = { kind: 'approval', key: approval, approval, asks: text(payload.kind), tool } as const;
      return { ...asked, status: 'pending', at };
    }
    case 'approval_resolved': {
      const approval = text(payload.approval_id);
      const asked = steps.find(({ key }) => key === approval);
      const known = asked?.kind === 'approval' ? asked : { asks: '', tool: undefined, at };
      return { ...known, kind: 'approval', key: approval, approval, status: text(payload.status) };
    }
    default: {
      if (!NOTES.has(event)) return undefined;
      return { kind: 'note', key: `${event} ${at}`, event, text: noteOf(event, payload), agent, at };
    }
  }
};
