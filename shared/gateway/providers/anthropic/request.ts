import type { Anthropic } from '@anthropic-ai/sdk';
import { Defect } from '../../../core/errors.ts';
import type { ModelCall, ToolOffer } from '../../call/model-call.ts';
import type { Endpoint } from '../../settings/upstreams.ts';
import type { NamedCall } from '../dialect.ts';
import { endUser } from '../end-user.ts';
import { controlOf, withMarks } from './cache-control.ts';
import { jsonRuleOf, jsonToolOf } from './json-tool.ts';
import { messagesOf, systemOf } from './messages.ts';
import { type Traits, traitsOf } from './models.ts';
import { boundSchema, isBindable } from './schema.ts';
import { thinkingOf } from './thinking.ts';

/** `temperature`, `top_p` and `top_k` are for older models, which the official client's types no longer describe. */
export type MessageRequest = Anthropic.MessageCreateParamsStreaming & {
  temperature?: number;
  top_p?: number;
  top_k?: number;
};

/**
 * A call as a request to Anthropic's messages. Parameters that only steer chance are left out where a model does not know
 * them: the seed, and for newer models temperature and `top_p`.
 */
export const messageRequest = (asked: NamedCall, provider: Endpoint): MessageRequest => {
  const call = withMarks(asked);
  const traits = traitsOf(call.model);
  const maxTokens = call.maxTokens ?? traits.defaultMaxTokens;
  const tools = toolsOf(call, traits);
  // Thinking goes with no forced call.
  const isForced = tools.tool_choice?.type === 'any' || tools.tool_choice?.type === 'tool';
  const thinking = isForced ? undefined : thinkingOf(call, provider, { known: traits.thinking, maxTokens });
  const system = systemField([...systemOf(call.messages), ...ruleBlocks(jsonRuleOf(call))]);
  return {
    model: call.model,
    max_tokens: maxTokens,
    messages: messagesOf(call.messages, { provider, model: call.model }),
    stream: true,
    ...(system !== undefined && { system }),
    ...tools,
    ...(thinking && { thinking }),
    ...outputOf(call, traits),
    // A model that thinks takes no other sampling than its own.
    ...(!thinking && samplingOf(call, traits)),
    ...(call.stop && { stop_sequences: call.stop }),
    ...(call.user !== undefined && { metadata: { user_id: endUser(call.user) } }),
  };
};

const ruleBlocks = (rule: string | undefined): Anthropic.TextBlockParam[] =>
  rule === undefined ? [] : [{ type: 'text', text: rule }];

/** One text, unless a part of it is to be cached. */
const systemField = (blocks: Anthropic.TextBlockParam[]): MessageRequest['system'] => {
  if (blocks.length === 0) return undefined;
  return blocks.some(({ cache_control }) => cache_control) ? blocks : blocks.map(({ text }) => text).join('\n\n');
};

const toolsOf = (
  call: NamedCall,
  { structured }: Traits,
): Pick<Anthropic.MessageCreateParams, 'tools' | 'tool_choice'> => {
  const { tools = [], toolChoice, parallelCalls } = call;
  if (tools.length === 0 && toolChoice !== undefined && toolChoice !== 'auto' && toolChoice !== 'none') {
    throw new Defect('A tool call is demanded, but no tool is offered.');
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

/** With an answer in JSON the answer is a call too, so some tool has to be called. */
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

const toolOf = (tool: ToolOffer, structured: boolean): Anthropic.Tool => {
  const { name, description, parameters, strict } = tool;
  const schema: Anthropic.Tool.InputSchema = { ...parameters, type: 'object' };
  const isBound = strict === true && structured && isBindable(schema);
  return {
    name,
    ...(description !== '' && { description }),
    input_schema: isBound ? { ...boundSchema(schema), type: 'object' } : schema,
    ...(isBound && { strict: true }),
    ...controlOf(tool),
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

/** OpenAI's `none` and `minimal` are below this API's lowest. Models that know no effort do not think unless told to. */
const effortOf = (wanted: string | undefined, { effort }: Traits): Anthropic.OutputConfig['effort'] => {
  if (wanted === undefined || effort === 'none') return undefined;
  if (wanted === 'none' || wanted === 'minimal') return 'low';
  return wanted === 'xhigh' ? effort : (wanted as NonNullable<Anthropic.OutputConfig['effort']>);
};

/** OpenAI's temperatures go up to 2, this API's to 1. */
const samplingOf = ({ temperature, topP, topK }: NamedCall, { sampling }: Traits) => ({
  ...(sampling !== 'none' && temperature !== undefined && { temperature: Math.min(1, temperature) }),
  ...((sampling === 'both' || (sampling === 'one' && temperature === undefined)) &&
    topP !== undefined && { top_p: topP }),
  ...(sampling !== 'none' && topK !== undefined && { top_k: topK }),
});
