import type { Anthropic } from '@anthropic-ai/sdk';
import { Defect } from '../../../core/errors.ts';
import type { ModelCall, ToolOffer } from '../../call/model-call.ts';
import type { NamedCall } from '../dialect.ts';
import { jsonRuleOf, jsonToolOf } from './json-tool.ts';
import { messagesOf, systemOf } from './messages.ts';
import { type Traits, traitsOf } from './models.ts';
import { boundSchema, isBindable } from './schema.ts';

/** `temperature` and `top_p` are for models that the client's types no longer describe. */
export type MessageRequest = Anthropic.MessageCreateParamsStreaming & { temperature?: number; top_p?: number };

/**
 * A call in the words of Anthropic's messages. What only steers chance has no effect where a model does not know it: the
 * seed, and for newer models temperature and `top_p`.
 */
export const messageRequest = (call: NamedCall): MessageRequest => {
  const traits = traitsOf(call.model);
  const system = [systemOf(call.messages), jsonRuleOf(call)].filter(Boolean).join('\n\n');
  return {
    model: call.model,
    max_tokens: call.maxTokens ?? traits.usualLength,
    messages: messagesOf(call.messages),
    stream: true,
    ...(system !== '' && { system }),
    ...toolsOf(call, traits),
    ...outputOf(call, traits),
    ...samplingOf(call, traits),
    ...(call.stop && { stop_sequences: call.stop }),
    ...(call.user !== undefined && { metadata: { user_id: call.user } }),
  };
};

const toolsOf = (
  call: NamedCall,
  { structured }: Traits,
): Pick<Anthropic.MessageCreateParams, 'tools' | 'tool_choice'> => {
  const { tools = [], toolChoice, parallelCalls } = call;
  if (tools.length === 0 && toolChoice !== undefined && toolChoice !== 'auto' && toolChoice !== 'none') {
    throw new Defect('A call of a tool is demanded, and no tool is offered.');
  }
  const json = jsonToolOf(call);
  const offered = [...tools, ...(json ? [json] : [])];
  if (offered.length === 0) return {};
  const choice = choiceOf(toolChoice, tools.length > 0, json?.name);
  const alone = parallelCalls === false || json !== undefined;
  return {
    tools: offered.map((tool) => toolOf(tool, structured)),
    ...((choice || alone) && {
      tool_choice: { ...(choice ?? { type: 'auto' }), ...(alone && aloneUnlessNone(choice)) },
    }),
  };
};

const aloneUnlessNone = (choice: Anthropic.ToolChoice | undefined) =>
  choice?.type !== 'none' && { disable_parallel_tool_use: true };

/** With an answer in JSON, the answer is a call too: something has to be called. */
const choiceOf = (
  choice: ModelCall['toolChoice'],
  hasTools: boolean,
  json: string | undefined,
): Anthropic.ToolChoice | undefined => {
  if (typeof choice === 'object') return { type: 'tool', name: choice.name };
  if (json !== undefined && (choice === 'none' || !hasTools)) return { type: 'tool', name: json };
  if (json !== undefined || choice === 'required') return { type: 'any' };
  return choice === undefined ? undefined : { type: choice };
};

const toolOf = ({ name, description, parameters, strict }: ToolOffer, structured: boolean): Anthropic.Tool => {
  const schema: Anthropic.Tool.InputSchema = { ...parameters, type: 'object' };
  const isBound = strict === true && structured && isBindable(schema);
  return {
    name,
    ...(description !== '' && { description }),
    input_schema: isBound ? { ...boundSchema(schema), type: 'object' } : schema,
    ...(isBound && { strict: true }),
  };
};

const outputOf = (
  { responseFormat, reasoningEffort }: NamedCall,
  traits: Traits,
): Pick<Anthropic.MessageCreateParams, 'output_config'> => {
  const isBound = traits.structured && typeof responseFormat === 'object' && isBindable(responseFormat.schema);
  const effort = effortOf(reasoningEffort, traits);
  if (!isBound && !effort) return {};
  return {
    output_config: {
      ...(isBound && { format: { type: 'json_schema', schema: boundSchema(responseFormat.schema) } }),
      ...(effort && { effort }),
    },
  };
};

/** The other API's `none` and `minimal` are below this one's least; models that know no effort do not think unasked. */
const effortOf = (wanted: string | undefined, { effort }: Traits): Anthropic.OutputConfig['effort'] => {
  if (wanted === undefined || effort === 'none') return undefined;
  if (wanted === 'none' || wanted === 'minimal') return 'low';
  return wanted === 'xhigh' ? effort : (wanted as NonNullable<Anthropic.OutputConfig['effort']>);
};

/** The other API's temperatures go up to 2; above this one's greatest they are that. */
const samplingOf = ({ temperature, topP }: NamedCall, { sampling }: Traits) => ({
  ...(sampling !== 'none' && temperature !== undefined && { temperature: Math.min(1, temperature) }),
  ...((sampling === 'both' || (sampling === 'one' && temperature === undefined)) &&
    topP !== undefined && { top_p: topP }),
});
