import * as z from 'zod';

/** Of a plug-in's answer; of any other only the beginning is read. */
export const MAX_ANSWER_BYTES = 256 * 1024;
const MAX_MESSAGE_LENGTH = 100_000;
const MAX_FILES = 50;
const MAX_PATH_LENGTH = 512;

const wellFormed = z.string().refine((text) => text.isWellFormed(), 'Not valid text: it has unpaired surrogates.');

/** What a plug-in may answer. Anything else in it is refused whole. */
export const plugInAnswerSchema = z
  .strictObject({
    message: wellFormed.min(1).max(MAX_MESSAGE_LENGTH).optional(),
    files: z
      .array(z.strictObject({ path: z.string().min(1).max(MAX_PATH_LENGTH), content: wellFormed }))
      .max(MAX_FILES)
      .optional(),
  })
  .meta({ id: 'PlugInAnswer' });
export type PlugInAnswer = z.infer<typeof plugInAnswerSchema>;

/** An answer without a word asks for nothing. A text says what is wrong with it. */
export const readAnswer = (text: string): PlugInAnswer | string => {
  if (text.trim() === '') return {};
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // A SyntaxError: not JSON.
    return 'The answer is not JSON.';
  }
  const { data, error } = plugInAnswerSchema.safeParse(json);
  if (data) return data;
  const [first] = error.issues;
  return `The answer is not what a plug-in may answer: ${first?.path.join('.') || 'it'}: ${first?.message}`;
};
