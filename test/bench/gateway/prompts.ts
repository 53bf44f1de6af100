import { generate } from '../../data/pii/generate.ts';

/** What the upstream says to everybody: its first and last words tell a client that the answer is there. */
export const FIRST_WORD = 'Certainly';
export const LAST_WORD = 'tomorrow';
export const ANSWER = `${FIRST_WORD}: I have read all of it, the figures agree with those of last week, and I would write to <EMAIL_1> about what is still open, so that we can close it ${LAST_WORD}`;

/** Of one request, in characters of its messages. */
const SIZE = 4 * 1024;
const DISTINCT = 64;

const PROSE = [
  'The meeting was moved to the next week because several people could not attend.',
  'We agreed to write a short note about what had been decided and why.',
  'Please compare the draft with the version that was sent out in spring.',
  'Nobody has yet checked whether the figures of the second table add up.',
  'The warehouse reports that half of the shipment arrived with damaged boxes.',
  'A customer asked whether the warranty also covers parts that wear out.',
  'The translation reads well, but two technical terms are used the wrong way round.',
  'Our supplier offers a discount if the order is placed before the end of the quarter.',
  'The test bench was rebuilt, and the first measurements look plausible.',
  'It would help to know which of the three proposals the committee prefers.',
  'The old building keeps its heat longer than the model had predicted.',
  'Summarise the arguments on both sides without taking one of them.',
];

/** Stands for the number of the call in a request, so that no two calls are alike. */
const NUMBER = '{call}';

/**
 * Conversations of about 4 KB with one personal value a KB. As in any conversation, three quarters of a request were sent
 * before; its last message was not.
 */
export const requests = (stream: boolean): ((call: number) => string) => {
  const personal = generate(11, 4).map(({ text }) => text);
  const bodies = Array.from({ length: DISTINCT }, (_, at) => {
    const part = (turn: number): string => paragraph(at * 7 + turn, personal[(at * 5 + turn) % personal.length] ?? '');
    const messages = [
      { role: 'system', content: 'You are a careful assistant. Answer briefly and name what is missing.' },
      { role: 'user', content: part(0) },
      { role: 'assistant', content: part(1) },
      { role: 'user', content: part(2) },
      { role: 'assistant', content: 'I have noted it.' },
      { role: 'user', content: `${part(3)} Write to person${NUMBER}@example.org about it.` },
    ];
    return JSON.stringify({ model: 'scripted', messages, ...(stream && { stream: true }) });
  });
  return (call) => (bodies[call % DISTINCT] ?? '').replace(NUMBER, String(call));
};

/** A quarter of a request: prose around one sentence with a personal value. */
const paragraph = (seed: number, personal: string): string => {
  let text = `Note ${seed}. ${personal}`;
  for (let line = 0; text.length < SIZE / 4 - 60; line += 1) text += ` ${PROSE[(seed + line * 5) % PROSE.length]}`;
  return text;
};
