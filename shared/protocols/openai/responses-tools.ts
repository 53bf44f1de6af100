import * as z from 'zod';
import { Unprocessable } from '../../core/errors.ts';
import type { ToolOffer } from '../../gateway/index.ts';
import { hint, jsonSchema, toolName } from '../fields.ts';
import { MAX_TOOLS } from '../limits.ts';
import { foreignTool, offerOf, ownTools } from '../tools.ts';

const foreign = foreignTool('function');

const functionTool = z
  .object({
    type: z.literal('function'),
    name: toolName,
    description: z.string().nullish(),
    parameters: jsonSchema.nullish(),
    strict: z.boolean().nullish(),
    defer_loading: hint,
  })
  .meta({ id: 'ResponseTool' });

/** Functions under one name, by which a call of one of them is told apart. No provider's chat API has them. */
const namespace = z.object({
  type: z.literal('namespace'),
  name: toolName,
  description: z.string().nullish(),
  tools: z.array(z.union([functionTool, foreign])).max(MAX_TOOLS),
});

export const responsesTools = z
  .array(z.union([functionTool, namespace, foreign]))
  .max(MAX_TOOLS)
  .nullish();

type Tools = z.infer<typeof responsesTools>;
type FunctionTool = z.infer<typeof functionTool>;
type Namespace = z.infer<typeof namespace>;

/** A function as a call names it. */
export type CalledFunction = { name: string; namespace?: string | null | undefined };

/** The one name under which a model knows a function. */
export const flatName = ({ name, namespace: within }: CalledFunction): string => (within ? `${within}__${name}` : name);

/** What the model is offered, and what of the tools is left out. */
export const offersOf = (tools: Tools): { tools: ToolOffer[]; ignored: string[] } => {
  const { own, ignored } = ownTools<FunctionTool>(
    tools?.filter((tool) => !isNamespace(tool)),
    'function',
  );
  const offers = own.map(offerOf);
  for (const one of namespacesIn(tools)) {
    const inner = ownTools<FunctionTool>(one.tools, 'function');
    const taken = new Set(offers.map(({ name }) => name));
    const free = inner.own.filter(({ name }) => {
      const flat = flatName({ name, namespace: one.name });
      return !taken.has(flat) && taken.add(flat);
    });
    offers.push(...free.map((tool) => innerOffer(tool, one)));
    ignored.push(...inner.ignored, ...(free.length < inner.own.length ? ['tools[namespace]'] : []));
  }
  if (offers.length > MAX_TOOLS) throw new Unprocessable(`A request has at most ${MAX_TOOLS} tools.`);
  return { tools: offers, ignored };
};

const innerOffer = (tool: FunctionTool, { name, description }: Namespace): ToolOffer =>
  offerOf({
    ...tool,
    name: flatName({ name: tool.name, namespace: name }),
    description: [description, tool.description].filter(Boolean).join('\n'),
  });

const namespacesIn = (tools: Tools): Namespace[] => (tools ?? []).filter(isNamespace);

/** One that cannot be read is a tool of a kind that nobody here can run. */
const isNamespace = (tool: object): tool is Namespace => namespace.safeParse(tool).success;

/** The functions in namespaces, by the names under which the model calls them: of one name, the first, which is offered. */
export const functionsByName = (tools: Tools): ReadonlyMap<string, CalledFunction> => {
  const plain = new Set(ownTools<FunctionTool>(tools, 'function').own.map(({ name }) => name));
  const inner = namespacesIn(tools).flatMap((one) =>
    ownTools<FunctionTool>(one.tools, 'function').own.map(({ name }) => ({ name, namespace: one.name })),
  );
  const offered = inner.map((called) => [flatName(called), called] as const).filter(([name]) => !plain.has(name));
  return new Map(offered.reverse());
};
