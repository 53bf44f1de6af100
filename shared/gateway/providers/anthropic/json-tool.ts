import type { ToolOffer } from '../../call/model-call.ts';
import type { NamedCall } from '../dialect.ts';
import { traitsOf } from './models.ts';
import { isBindable } from './schema.ts';

const NAME = 'answer_in_json';

/**
 * The tool by which a model that cannot be bound to a form gives JSON: what it would be called with is the answer. Only for
 * models that let a call be demanded, which those that can be bound do not.
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

/** What is said where the model can be bound to a form and the form is one it cannot be bound to. */
export const jsonRuleOf = ({ model, responseFormat }: NamedCall): string | undefined => {
  if (responseFormat === undefined || !traitsOf(model).structured) return undefined;
  if (responseFormat === 'json') return JSON_ONLY;
  return isBindable(responseFormat.schema)
    ? undefined
    : `${JSON_ONLY} It has to obey this JSON schema: ${JSON.stringify(responseFormat.schema)}`;
};

const JSON_ONLY =
  'Answer with one JSON object and nothing else: no words before or after it, and no code fence around it.';
