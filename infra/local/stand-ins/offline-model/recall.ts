import { type Conversation, userPart } from './conversation.ts';
import { similarity } from './embedding.ts';
import { type Fact, knownFacts, sameSubject } from './facts.ts';

type Question = { form: RegExp; subject: (asked: string) => string; answer: (value: string, asked: string) => string };

/** Below this two texts share no more than a frequent word. */
const related = 0.3;
const english = (subject: string) => (value: string) => `Your ${subject} is ${value}.`;

const questions: Question[] = [
  {
    form: /\b(?:what(?:'s| is) my name|who am i|do you know my name)\b/i,
    subject: () => 'name',
    answer: english('name'),
  },
  { form: /как меня зовут/i, subject: () => 'name', answer: (value) => `Вас зовут ${value}.` },
  {
    form: /\b(?:where do i live|what(?:'s| is) my city|(?:which|what) city do i live in)\b/i,
    subject: () => 'city',
    answer: (value) => `You live in ${value}.`,
  },
  { form: /где я живу/i, subject: () => 'city', answer: (value) => `Вы живёте в ${value}.` },
  { form: /\bwhat do i (?:like|love|prefer)\b/i, subject: () => 'likes', answer: (value) => `You like ${value}.` },
  { form: /что я люблю/i, subject: () => 'likes', answer: (value) => `Вы любите ${value}.` },
  {
    form: /\b(?:what|which|who|when|where)(?:'s| is| are) my ([\p{L} ]+)/iu,
    subject: (asked) => asked,
    answer: (value, asked) => `Your ${asked} is ${value}.`,
  },
  {
    form: /как(?:ой|ая|ое) (?:у меня |мо(?:й|я|ё|е) )([\p{L} ]+)/iu,
    subject: (asked) => asked,
    answer: (value) => `${value}.`,
  },
  {
    form: /\b(?:what|which|who|when|where)(?:'s| is| are) ([\p{L}\p{N} '-]+)/iu,
    subject: (asked) => asked,
    answer: (value, asked) => `${asked[0]?.toUpperCase()}${asked.slice(1)} is ${value}.`,
  },
];

/** Answers a question from the facts known; what was said last is believed. */
export function answerFromFacts(conversation: Conversation): string | undefined {
  const facts = knownFacts(conversation);
  for (const { form, subject, answer } of questions) {
    const parts = form.exec(conversation.question);
    if (!parts) continue;
    const asked = (parts[1] ?? '').trim();
    const fact = lastAbout(facts, subject(asked));
    if (fact) return answer(fact.value, asked);
  }
  return undefined;
}

function lastAbout(facts: Fact[], subject: string): Fact | undefined {
  return facts.findLast((fact) => sameSubject(fact.subject, subject));
}

/** The memory or earlier message nearest to the question, if one is near enough to be about it. */
export function nearestMemory({ memories, said, question }: Conversation): string | undefined {
  const known = [...memories.map(({ text }) => userPart(text)), ...said.filter((text) => !/\?\s*$/.test(text))];
  const ranked = known.map((text) => ({ text, near: similarity(text, question) }));
  ranked.sort((a, b) => b.near - a.near);
  const [best] = ranked;
  return best && best.near >= related && best.text !== question ? best.text : undefined;
}
