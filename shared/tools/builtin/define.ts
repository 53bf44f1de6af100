import * as z from 'zod';
import { SECOND } from '../../core/clock.ts';
import { failed } from '../result.ts';
import type { Destination, JsonSchema, Repeat, Risk, Tool, ToolContext, ToolResult } from '../tool.ts';

type Judgement<T> = {
  risk: Risk | ((args: T) => Risk);
  repeat: Repeat | ((args: T) => Repeat);
  destination?: (args: T) => Destination;
};

type Definition<T> = Judgement<T> & {
  name: string;
  description: string;
  schema: z.ZodType<T>;
  timeoutMs?: number;
  run(args: T, context: ToolContext): Promise<ToolResult> | ToolResult;
};

export type Judge = Pick<Tool, 'riskOf' | 'repeatOf' | 'destinationOf'>;

/** How calls are judged by their arguments. Invalid ones are never run; until then they count as the worst case. */
export const judging = <T>(schema: z.ZodType<T>, { risk, repeat, destination: place }: Judgement<T>): Judge => {
  const valueFor = <R>(judge: R | ((args: T) => R), args: unknown, worst: R): R => {
    if (typeof judge !== 'function') return judge;
    const parsed = schema.safeParse(args);
    return parsed.success ? (judge as (args: T) => R)(parsed.data) : worst;
  };
  return {
    riskOf: (args) => valueFor(risk, args, 'high'),
    repeatOf: (args) => valueFor(repeat, args, 'unknown'),
    destinationOf: (args) => valueFor<Destination>(place ?? {}, args, {}),
  };
};

/** A tool of our own: one zod schema is the JSON schema the model sees and the type the code gets. */
export const builtin = <T>(definition: Definition<T>): Tool => {
  const { name, description, schema, timeoutMs = 10 * SECOND, run } = definition;
  const { $schema: _, ...parameters } = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  return {
    name,
    description,
    parameters,
    origin: { kind: 'builtin' },
    ...judging(schema, definition),
    timeoutMs,
    run: async (args, context) => {
      const parsed = schema.safeParse(args);
      if (!parsed.success) return failed(`The arguments are not valid: ${z.prettifyError(parsed.error)}`);
      return run(parsed.data, context);
    },
  };
};
