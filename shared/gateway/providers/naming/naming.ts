import { parseExact } from '../../../core/json/exact.ts';
import type { ChatMessage, ToolOffer, ToolRequest } from '../../call/model-call.ts';
import type { Endpoint } from '../../settings/upstreams.ts';
import type { NamedCall } from '../dialect.ts';
import { oddNames, schemaWithNames, valueWithNames } from './arguments.ts';
import { type NameRule, TOOL_NAMES, takenName } from './names.ts';

type Names = ReadonlyMap<string, string>;

/**
 * Between the names of a call and those that an upstream takes. An upstream refuses a whole request for one strange name,
 * whether a tool has it or an earlier call of a tool that there never was: one tool would silence an agent.
 */
export class Naming {
  /** The call as it can be sent. */
  readonly call: NamedCall;
  readonly #rule: NameRule;
  /** Tools by the names they were sent under. */
  readonly #tools = new Map<string, string>();
  /** Of each tool that has any: its strange arguments. */
  readonly #arguments = new Map<string, Names>();

  constructor(call: NamedCall, { kind = 'openai' }: Pick<Endpoint, 'kind'>) {
    this.#rule = TOOL_NAMES[kind];
    for (const { name, parameters } of call.tools ?? []) {
      this.#tools.set(takenName(name, this.#rule), name);
      const odd = kind === 'anthropic' ? oddNames(parameters) : new Map<string, string>();
      if (odd.size > 0) this.#arguments.set(name, odd);
    }
    this.call = this.#sent(call);
  }

  /** A call of the model, under the names that its tool has. */
  own(call: ToolRequest): ToolRequest {
    const name = this.#tools.get(call.name) ?? call.name;
    const odd = this.#arguments.get(name);
    const back = new Map([...(odd ?? [])].map(([own, sent]) => [sent, own]));
    return withNames({ ...call, name }, back);
  }

  #sent(call: NamedCall): NamedCall {
    const { toolChoice, tools, messages } = call;
    return {
      ...call,
      messages: messages.map((message) => this.#message(message)),
      ...(tools && { tools: tools.map((tool) => this.#tool(tool)) }),
      ...(typeof toolChoice === 'object' && { toolChoice: { name: takenName(toolChoice.name, this.#rule) } }),
    };
  }

  #message(message: ChatMessage): ChatMessage {
    if (message.role !== 'assistant' || !message.calls) return message;
    const calls = message.calls.map((call) => {
      const sent = withNames(call, this.#arguments.get(call.name) ?? new Map());
      return { ...sent, name: takenName(call.name, this.#rule) };
    });
    return { ...message, calls };
  }

  #tool(tool: ToolOffer): ToolOffer {
    const odd = this.#arguments.get(tool.name);
    const name = takenName(tool.name, this.#rule);
    return { ...tool, name, ...(odd && { parameters: schemaWithNames(tool.parameters, odd) }) };
  }
}

/** Arguments that are not JSON have no names, nor have those nested thousands of levels deep any that are read. */
const withNames = (call: ToolRequest, names: Names): ToolRequest => {
  if (names.size === 0) return call;
  try {
    return { ...call, arguments: JSON.stringify(valueWithNames(parseExact(call.arguments), names)) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return call;
    throw error;
  }
};
