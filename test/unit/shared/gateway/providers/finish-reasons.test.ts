import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AnswerAccumulator } from '../../../../../shared/gateway/providers/answer-accumulator.ts';
import { meaningOf } from '../../../../../shared/gateway/providers/finish-reasons.ts';

test.each([
  ['stop', 'stop'],
  ['eos_token', 'stop'],
  ['eos', 'stop'],
  ['end_turn', 'stop'],
  ['STOP', 'stop'],
  ['pause_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['length', 'length'],
  ['max_tokens', 'length'],
  ['MAX_TOKENS', 'length'],
  ['model_length', 'length'],
  ['model_context_window_exceeded', 'length'],
  ['content_filter', 'content_filter'],
  ['sensitive', 'content_filter'],
  ['guardrail_intervened', 'content_filter'],
  ['SAFETY', 'content_filter'],
  ['RECITATION', 'content_filter'],
  ['PROHIBITED_CONTENT', 'content_filter'],
  ['refusal', 'content_filter'],
  ['tool_calls', 'tool_calls'],
  ['tool_use', 'tool_calls'],
  ['function_call', 'tool_calls'],
  ['abort', 'cut'],
  ['error', 'cut'],
  ['network_error', 'cut'],
  ['insufficient_system_resource', 'cut'],
])('G2: an answer that ends by %s ends by %s', (word, ending) => {
  expect(meaningOf(word)).toBe(ending);
});

test('G2: an answer with words is never malformed, whatever word ends it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (word) => {
      const answer = new AnswerAccumulator();
      Object.assign(answer, { pieces: 1, isPresent: true });
      answer.addText('Well');
      answer.end(word);
      if (answer.failure) expect(answer.failure.reason).toBe('cut');
      else expect(answer.whole().calls).toEqual([]);
    }),
  );
});

test('G3: an answer that was called off spares its upstream, and one that the provider failed over does not', () => {
  const spares = (word: string) => {
    const answer = new AnswerAccumulator();
    answer.end(word);
    return answer.failure?.sparesUpstream;
  };
  expect(['abort', 'cancelled'].map(spares)).toEqual([true, true]);
  expect(['error', 'network_error'].map(spares)).toEqual([false, false]);
});
