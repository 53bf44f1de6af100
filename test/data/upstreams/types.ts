/** Who answers. `any` stands for a shape that several servers share. */
export type Upstream =
  | 'openai'
  | 'azure'
  | 'anthropic'
  | 'vllm'
  | 'sglang'
  | 'llama.cpp'
  | 'ollama'
  | 'lm-studio'
  | 'tgi'
  | 'litellm'
  | 'deepseek'
  | 'mistral'
  | 'groq'
  | 'openrouter'
  | 'bedrock'
  | 'together'
  | 'z.ai'
  | 'any';

/** A call as it is to be carried out: `arguments` is JSON text; ids that the upstream left out are made up. */
export type ExpectedCall = { id?: string; name: string; arguments: string };

/**
 * `prompt` counts all that was read, `completion` all that was written. `cacheRead` and `cacheWrite` are parts of
 * `prompt`, `reasoning` is a part of `completion`; a part that is not named was not told. `null`: nobody counted, so
 * that the tokenizer has to.
 */
export type ExpectedUsage = {
  prompt: number;
  completion: number;
  cacheRead?: number;
  cacheWrite?: number;
  reasoning?: number;
} | null;

/** The reasons that a model call can fail for. */
export type FailureReason =
  | 'timeout'
  | 'rate_limited'
  | 'unavailable'
  | 'malformed'
  | 'cut'
  | 'refused'
  | 'unknown_model'
  | 'unauthorized'
  | 'quota'
  | 'too_long';

export type ExpectedError = {
  reason: FailureReason;
  /** The upstream's own word for it, which the caller of a plain call is told. */
  code?: string | number;
  /** Part of the upstream's own sentence, which the caller of a plain call is told. */
  message?: string;
  /** Seconds to wait before the next try, where the upstream says so. */
  retryAfter?: number;
  /** It says something of the upstream's life, so that a breaker may count it. A caller's mistake never does. */
  unhealthy: boolean;
};

export type Finish = 'stop' | 'length' | 'content_filter' | 'tool_calls';

export type Expected = {
  text?: string;
  /** What a person should read where it differs from `text`: thoughts in tags left out. */
  shown?: string;
  refusal?: string;
  reasoning?: string;
  /** The reasoning, as the upstream wants it back with the next request of a tool loop. */
  replay?: Record<string, unknown>;
  calls?: readonly ExpectedCall[];
  /** Absent when the answer fails. */
  finish?: Finish;
  /** The upstream's own reason where it says more than `finish`. */
  cause?: string;
  stopSequence?: string;
  usage?: ExpectedUsage;
  citations?: readonly { url?: string; title?: string; quote?: string }[];
  error?: ExpectedError;
};

/** How events are put on the wire where it is not the usual way. */
export type Framing = {
  newline?: '\n' | '\r\n' | '\r';
  /** `data:{…}` */
  noSpace?: boolean;
  /** Without `[DONE]`. */
  noDone?: boolean;
  /** Comment lines, or lines with other fields, before each event. */
  before?: string[];
  /** What follows the last line instead of the empty line. */
  end?: '' | '\n';
  /** Without `event:` lines, or with them where the API has none. */
  named?: boolean;
  encoding?: 'gzip' | 'br';
  bom?: boolean;
  /** Writes of this many bytes. */
  portion?: number;
};

export type CorpusEntry = {
  id: string;
  upstream: Upstream;
  /** In words. */
  shape: string;
  surface: 'openai' | 'anthropic';
  /** Whether the request asked for a stream. What comes may be something else. */
  streamed: boolean;
  /** Where this was documented or reported. */
  source: string;
  status?: number;
  headers?: Record<string, string>;
  /** A whole body: an object, or text as it is on the wire. */
  body?: object | string;
  /** The data of server-sent events; a string is sent as it is. */
  events?: (object | string)[];
  framing?: Framing;
  expected: Expected;
};
