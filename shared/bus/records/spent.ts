import type * as z from 'zod';
import type { ProjectScope } from '../../core/scope.ts';
import { projectKeys, type Write } from '../../store/index.ts';
import type { Task } from './items.ts';
import type { usageSchema } from './parts.ts';

export type SpentTokens = z.infer<typeof usageSchema>;

/** Parts of prompt and answer, which not every provider tells. */
const PARTS = ['cache_read_tokens', 'cache_write_tokens', 'reasoning_tokens'] as const;

type Parts = Partial<Record<(typeof PARTS)[number], number>>;

/** The parts of several calls together: what nobody told stays out. */
export const sumOfParts = (all: readonly (Parts | undefined)[]): Parts =>
  Object.fromEntries(
    PARTS.flatMap((name) => {
      const told = all.flatMap((one) => one?.[name] ?? []);
      return told.length === 0 ? [] : [[name, told.reduce((sum, count) => sum + count, 0)]];
    }),
  );

/** Of several calls together; the price of the whole is known only if that of each part is. */
export const addUsage = (before: SpentTokens | undefined, more: SpentTokens): SpentTokens => {
  if (!before) return more;
  const cost = before.cost === undefined || more.cost === undefined ? undefined : before.cost + more.cost;
  return {
    model: more.model,
    prompt_tokens: before.prompt_tokens + more.prompt_tokens,
    completion_tokens: before.completion_tokens + more.completion_tokens,
    ...sumOfParts([before, more]),
    ...(cost !== undefined && { cost }),
  };
};

/** What a task cost, its own or one that was asked for, counts for its run, in the transaction that ends the task. */
export const spendWrites = (project: ProjectScope, { run_id }: Task, cost: number | undefined): Write[] =>
  cost === undefined || cost === 0
    ? []
    : [
        {
          key: projectKeys.run(project, run_id),
          update: 'ADD #spent :cost',
          when: 'attribute_exists(#pk)',
          values: { cost },
        },
      ];
