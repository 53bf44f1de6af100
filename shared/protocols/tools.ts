import * as z from 'zod';
import { Unprocessable } from '../core/errors.ts';
import type { ModelCall, ToolOffer } from '../gateway/index.ts';

type Offered = {
  name: string;
  description?: string | null | undefined;
  parameters?: Record<string, unknown> | null | undefined;
  strict?: boolean | null | undefined;
};

export const offerOf = ({ name, description, parameters, strict }: Offered): ToolOffer => ({
  name,
  description: description ?? '',
  parameters: parameters ?? { type: 'object', properties: {} },
  ...(strict && { strict }),
});

/**
 * Any tool but the kind that clients carry out themselves: a search, a shell, a namespace. Nobody here can run it, so it is
 * left out of what the model is offered.
 */
export const foreignTool = (own: string) =>
  z.looseObject({ type: z.string().refine((type) => type !== own, { abort: true }) }).meta({ id: 'ForeignTool' });

type Foreign = z.infer<ReturnType<typeof foreignTool>>;

/** A client's own tools, and the names under which the others are reported as left out. */
export const ownTools = <Own extends object>(
  tools: readonly (Own | Foreign)[] | null | undefined,
  own: string,
): { own: Own[]; ignored: string[] } => {
  const isForeign = (tool: Own | Foreign): tool is Foreign =>
    'type' in tool && ![own, null, undefined].includes(tool.type as string);
  const all = tools ?? [];
  return {
    own: all.filter((tool): tool is Own => !isForeign(tool)),
    ignored: all.filter(isForeign).map(({ type }) => `tools[${type.replace(/[^\w-]/g, '?').slice(0, 64)}]`),
  };
};

/** Refuses a demand for a call that cannot be made: of any tool, or of the one that is named. */
export const checkChoice = (choice: ModelCall['toolChoice'], offers: ToolOffer[]): void => {
  if (choice === undefined || choice === 'auto' || choice === 'none') return;
  if (typeof choice === 'object' ? offers.some(({ name }) => name === choice.name) : offers.length > 0) return;
  const what = offers.length === 0 ? 'no tool is offered' : 'the tool is not offered';
  throw new Unprocessable('Some of the input is not valid.', {
    errors: [{ path: 'tool_choice', message: `A tool call is demanded, but ${what}.` }],
  });
};
