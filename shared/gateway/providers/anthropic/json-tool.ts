import type { ToolOffer } from '../../call/model-call.ts';
import type { NamedCall } from '../dialect.ts';
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
  return {
    name,
    description: 'Gives your answer. Call it once, with the whole of your answer and nothing else.',
    parameters: responseFormat === 'json' ? { type: 'object' } : responseFormat.schema,
  };
};

/** The instruction for a model with structured outputs and a schema that those do not support. */
export const jsonRuleOf = ({ model, responseFormat }: NamedCall): string | undefined => {
  if (responseFormat === undefined || !traitsOf(model).structured) return undefined;
  if (responseFormat === 'json') return JSON_ONLY;
  return isBindable(responseFormat.schema)
    ? undefined
    : `${JSON_ONLY} It has to obey this JSON schema: ${JSON.stringify(responseFormat.schema)}`;
};

const JSON_ONLY =
  'Answer with one JSON object and nothing else: no words before or after it, and no code fence around it.';
