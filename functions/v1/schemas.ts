import * as z from 'zod';

/** Errors as OpenAI's clients read them. */
export const openAiErrorSchema = z
  .object({
    error: z.object({
      message: z.string(),
      type: z.string(),
      param: z.string().nullable(),
      code: z.string().nullable(),
    }),
  })
  .meta({ id: 'OpenAiError' });

/** Errors as Anthropic's clients read them. */
export const anthropicErrorSchema = z
  .object({
    type: z.literal('error'),
    error: z.object({
      type: z.string(),
      message: z.string(),
      details: z.record(z.string(), z.unknown()).optional(),
    }),
    request_id: z.string(),
  })
  .meta({ id: 'AnthropicError' });

/* Answers, as far as every one of them has the same fields; clients know the rest from the API's own documentation. */

export const chatCompletionSchema = z
  .looseObject({
    id: z.string(),
    object: z.literal('chat.completion'),
    created: z.int(),
    model: z.string(),
    choices: z.array(z.looseObject({ index: z.int(), message: z.looseObject({ role: z.literal('assistant') }) })),
  })
  .meta({ id: 'ChatCompletion' });

const chatCompletionChunkSchema = z
  .looseObject({
    id: z.string(),
    object: z.literal('chat.completion.chunk'),
    created: z.int(),
    model: z.string(),
    choices: z.array(z.looseObject({ index: z.int(), delta: z.looseObject({}) })),
  })
  .meta({ id: 'ChatCompletionChunk' });

/** The data of the last event is `[DONE]`, which is not JSON. */
export const chatStreamSchema = z
  .union([chatCompletionChunkSchema, openAiErrorSchema])
  .meta({ id: 'ChatCompletionStreamEvent' });

export const responseSchema = z
  .looseObject({ id: z.string(), object: z.literal('response'), model: z.string(), output: z.array(z.looseObject({})) })
  .meta({ id: 'Response' });

export const responseStreamSchema = z
  .looseObject({ type: z.string(), sequence_number: z.int() })
  .meta({ id: 'ResponseStreamEvent' });

export const embeddingsSchema = z
  .looseObject({
    object: z.literal('list'),
    model: z.string(),
    data: z.array(z.looseObject({ object: z.literal('embedding'), index: z.int() })),
  })
  .meta({ id: 'Embeddings' });

export const anthropicMessageSchema = z
  .looseObject({
    id: z.string(),
    type: z.literal('message'),
    role: z.literal('assistant'),
    model: z.string(),
    content: z.array(z.looseObject({})),
  })
  .meta({ id: 'AnthropicMessage' });

export const anthropicStreamSchema = z.looseObject({ type: z.string() }).meta({ id: 'AnthropicStreamEvent' });

export const tokenCountSchema = z.object({ input_tokens: z.int() }).meta({ id: 'TokenCount' });

export const modelSchema = z.looseObject({ id: z.string() }).meta({ id: 'Model' });
export const modelListSchema = z.looseObject({ data: z.array(modelSchema) }).meta({ id: 'ModelList' });

/** What lists models answers in the shape of either API, and its errors too. */
export const eitherErrorSchema = z.union([openAiErrorSchema, anthropicErrorSchema]).meta({ id: 'EitherError' });
