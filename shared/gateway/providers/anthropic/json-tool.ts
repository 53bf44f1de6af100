import type { ToolOffer } from '../../call/model-call.ts';
import type { NamedCall } from '../dialect.ts';
import { oddNames } from '../naming/arguments.ts';
import { traitsOf } from './models.ts';
import { isBindable } from './schema.ts';

const NAME = 'answer_in_json';

/**
 * The tool through which a model without structured outputs gives JSON: the arguments of its call are the answer. Only older
 * models need it, and only those allow a tool call to be forced.
 */
export const jsonToolOf = ({ model, responseFormat, tools = [] }: NamedCall): ToolOffer | undefined => {
  if (responseFormat === undefined || traitsOf(model).structured) return undefined;
  const taken = new Set(tools.map(({ name }) => name));
  let name = NAME;
  while (taken.has(name)) name += '_';
  const description = 'Gives your answer. Call it once, with the whole of your answer and nothing else.';
  if (responseFormat === 'json') return { name, description, parameters: { type: 'object' } };
  const { schema } = responseFormat;
  // The answer is passed on as it is written, so its names cannot stand for others.
  return oddNames(schema).size === 0
    ? { name, description, parameters: schema }
    : { name, description: `${description} ${ruleOf(schema)}`, parameters: { type: 'object' } };
};

/** The instruction for a model with structured outputs and a schema that those do not support. */
export const jsonRuleOf = ({ model, responseFormat }: NamedCall): string | undefined => {
  if (responseFormat === undefined || !traitsOf(model).structured) return undefined;
  if (responseFormat === 'json') return JSON_ONLY;
  return isBindable(responseFormat.schema) ? undefined : `${JSON_ONLY} ${ruleOf(responseFormat.schema)}`;
};

const ruleOf = (schema: Record<string, unknown>): string =>
  `It has to obey this JSON schema: ${JSON.stringify(schema)}`;

const JSON_ONLY =
  'Answer with one JSON object and nothing else: no words before or after it, and no code fence around it.';
