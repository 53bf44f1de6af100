import { nativeOf } from '../../api/exact.ts';
import type { Approval } from '../../app/project/decide.ts';
import { filled, texts } from '../../texts/index.ts';

const MAX_LENGTH = 160;

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const cut = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > MAX_LENGTH ? `${flat.slice(0, MAX_LENGTH - 1)}…` : flat;
};

/** What is asked, in a line. */
export const subjectOf = ({ kind, payload }: Approval): string => {
  const { approvals } = texts();
  if (kind === 'question') return cut(textIn(payload.question)) || approvals.kinds.question || kind;
  if (kind === 'proposal') return cut(textIn(payload.title)) || approvals.kinds.proposal || kind;
  const tasks = Array.isArray(payload.tasks) ? payload.tasks.length : 0;
  const values = { tool: textIn(payload.tool), host: textIn(payload.host), count: tasks };
  return filled(approvals.subjects[kind] ?? kind, values);
};

/** The arguments of the call in one line, for a list. */
export const hintOf = ({ kind, payload }: Approval): string => {
  if (kind !== 'tool' && kind !== 'unknown_outcome') return '';
  return cut(JSON.stringify(nativeOf(payload.arguments ?? {})));
};

/** What is shown beside a client's question: all it sent but the question itself. */
export const besideQuestion = ({ payload }: Approval): Record<string, unknown> | undefined => {
  const { question: _, ...rest } = payload;
  return Object.keys(rest).length > 0 ? rest : undefined;
};
