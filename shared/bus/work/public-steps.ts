import * as z from 'zod';
import { isoTime } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import { excerpt } from '../../core/excerpt.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { type Item, idIn, type PrefixRange, queryPage, ranges } from '../../store/index.ts';
import { findRun } from '../records/find-run.ts';
import { consentSchema } from '../records/items.ts';
import { type JournalStep, outcomes } from '../records/journal-steps.ts';
import { usageSchema } from '../records/parts.ts';
import { readStep } from './journal.ts';

/** Of a text, in characters, so that a page stays below what a function may return; what is longer is marked as cut. */
const MAX_TEXT = 8_000;
/** Of the arguments of each call that a model asked for: those that were carried out stand in the steps after it. */
const MAX_ASKED = 1_000;
/** A Lambda function can return at most 6 MB. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024;

const taken = {
  task_id: z.string(),
  number: z.number().int(),
  /** Absent of steps that were recorded before there were times. */
  began_at: z.string().optional(),
  ended_at: z.string().optional(),
  /** The decision it waited for. */
  approval_id: z.string().optional(),
  /** Whether one of its texts is longer than shown. */
  is_cut: z.boolean(),
};

/** A step as clients see it. What the model thought is no part of it: nothing of a run shows that. Arguments are JSON, as it was written. */
export const publicStepSchema = z
  .discriminatedUnion('kind', [
    z.object({
      ...taken,
      kind: z.literal('model'),
      text: z.string(),
      calls: z.array(z.object({ id: z.string(), name: z.string(), arguments: z.string() })),
      stop: z.object({ finish: z.string(), cause: z.string().optional(), sequence: z.string().optional() }).optional(),
      usage: usageSchema,
    }),
    z.object({
      ...taken,
      kind: z.literal('tool'),
      call_id: z.string(),
      name: z.string(),
      arguments: z.string(),
      outcome: z.enum(outcomes),
      content: z.string(),
      consent: consentSchema.optional(),
    }),
    z.object({ ...taken, kind: z.literal('person'), text: z.string() }),
    z.object({ ...taken, kind: z.literal('build'), name: z.string(), usage: usageSchema.optional() }),
  ])
  .meta({ id: 'JournalStep' });
export type PublicStep = z.infer<typeof publicStepSchema>;

/** What a step says of itself, each text cut to what is shown. */
const shownOf = (step: JournalStep, cut: (text: string, length?: number) => string) => {
  switch (step.kind) {
    case 'model': {
      const { kind, text, calls, stop, usage } = step;
      const asked = calls.map(({ id, name, arguments: args }) => ({ id, name, arguments: cut(args, MAX_ASKED) }));
      return { kind, text: cut(text), calls: asked, ...(stop && { stop }), usage };
    }
    case 'tool': {
      const { kind, call, outcome, content, consent } = step;
      const carriedOut = { call_id: call.id, name: call.name, arguments: cut(step.arguments) };
      return { kind, ...carriedOut, outcome, content: cut(content), ...(consent && { consent }) };
    }
    case 'person':
      return { kind: step.kind, text: cut(step.text) };
    case 'build':
      return { kind: step.kind, name: step.name, ...(step.usage && { usage: step.usage }) };
  }
};

const publicStep = async (range: PrefixRange, item: Item): Promise<PublicStep> => {
  const { number, step, began, ended, approval } = await readStep(item);
  const [task = ''] = idIn(range, item.sk).split('#');
  let isCut = false;
  const shown = shownOf(step, (text, length = MAX_TEXT) => {
    isCut ||= text.length > length;
    return excerpt(text, length);
  });
  return {
    task_id: task,
    number,
    ...(began !== undefined && { began_at: isoTime(began) }),
    ...(ended !== undefined && { ended_at: isoTime(ended) }),
    ...(approval !== undefined && { approval_id: approval }),
    is_cut: isCut,
    ...shown,
  };
};

/** How many are read from the bucket at a time, where the long ones lie. */
const TOGETHER = 10;

/** A page of what the tasks of a run did: task by task, as they were made, each in its order. `after` is a sort key. */
export const listSteps = async (
  project: ProjectScope,
  run: string,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<{ items: PublicStep[]; next: string | undefined }> => {
  if (!(await findRun(project, run))) throw new NotFound('There is no such run.');
  const range = ranges.runSteps(project, run);
  const page = await queryPage({ ...range, limit, ...(after !== undefined && { after }) });
  const items: PublicStep[] = [];
  let bytes = 0;
  for (let from = 0; from < page.items.length; from += TOGETHER) {
    const some = await Promise.all(page.items.slice(from, from + TOGETHER).map((item) => publicStep(range, item)));
    for (const step of some) {
      bytes += Buffer.byteLength(JSON.stringify(step));
      if (bytes > MAX_PAGE_BYTES && items.length > 0) return { items, next: page.items[items.length - 1]?.sk };
      items.push(step);
    }
  }
  return { items, next: page.next };
};
