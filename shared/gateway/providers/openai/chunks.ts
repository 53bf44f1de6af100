import { malformed } from '../answer-accumulator.ts';
import { END } from '../dialect.ts';
import { type Fields, isFields, parseJson } from '../parse-json.ts';
import { failureWithin } from './failures.ts';

/** One chunk of a completion, or a whole one. Nothing about it is trusted. */
export type Chunk = Fields;

const DONE = '[DONE]';

/** The chunk in the data of one event. An error within the stream: the request was accepted, the provider failed over it. */
export const chunkOf = (data: string): Chunk | typeof END | undefined => {
  if (data.trim() === '') return undefined;
  if (data.startsWith(DONE)) return END;
  return checked(parseJson(data));
};

/** A whole completion reads as a single chunk does: it has `message` in place of `delta`. */
export function* chunksOfWhole(text: string): Generator<Chunk> {
  const chunk = checked(parseJson(text));
  if (chunk?.choices === undefined) throw malformed('A completion must have choices.');
  yield chunk;
}

/** Servers send other things between the chunks, such as `null` for a sign of life. */
const checked = (value: unknown): Chunk | undefined => {
  if (!isFields(value)) return undefined;
  const failure = failureWithin(value);
  if (failure) throw failure;
  return value;
};

/** One answer is asked for. If there are more, it is the one with index 0; whole ones may be numbered from 1. */
export const choiceIn = ({ choices }: Chunk): Fields | undefined => {
  const all = [choices].flat().filter(isFields);
  const first = all.find(({ index }) => typeof index !== 'number' || index === 0);
  return first ?? all.find(({ message, delta }) => isFields(message) && !isFields(delta));
};

/** What the chunk adds to the answer, or the whole of it. */
export const messageIn = (chunk: Chunk): Fields => {
  const { delta, message } = choiceIn(chunk) ?? {};
  return [delta, message].find(isFields) ?? {};
};
