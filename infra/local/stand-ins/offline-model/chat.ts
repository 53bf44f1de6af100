import { evaluate, expressionIn } from './arithmetic.ts';
import type { Conversation } from './conversation.ts';
import { type Fact, factsIn } from './facts.ts';
import { type Part, partIn } from './plan-part.ts';
import { answerFromFacts, nearestMemory } from './recall.ts';
import { summarise } from './summary.ts';
import { answerFromTools } from './tool-results.ts';
import { wordsOf } from './words.ts';

type Skill = (conversation: Conversation) => string | undefined;

const cyrillic = /[а-яё]/i;
const greetingWords = new Set(
  'hello hi hey good morning evening afternoon day there привет здравствуй здравствуйте добрый день'.split(' '),
);
const longText = 400;

/** The skills, the most certain first. */
const skills: Skill[] = [
  answerFromTools,
  greet,
  introduce,
  repeat,
  summary,
  answerFromFacts,
  calculate,
  acknowledge,
  recall,
  digest,
];

/** The answer in words: that of the first skill that has one. */
export function chat(conversation: Conversation): string {
  const part = partIn(conversation.question);
  if (part) return work(part, conversation);
  for (const skill of skills) {
    const answer = skill(conversation);
    if (answer !== undefined) return answer;
  }
  return fallback(conversation);
}

/** A part of a plan: answered like a question if a skill can, otherwise reported as done, with the results it was built on. */
function work({ task, before }: Part, conversation: Conversation): string {
  const alone = { ...conversation, question: task };
  const answers = skills.filter((skill) => skill !== digest).map((skill) => skill(alone));
  const answer = answers.find((one) => one !== undefined) ?? `${task}: done, as far as an offline model can.`;
  const basis = before.map(({ name, result }) => `- ${name}: ${summarise(result)}`);
  return basis.length === 0 ? answer : `${answer}\n\nBuilt on:\n${basis.join('\n')}`;
}

function greet({ question }: Conversation): string | undefined {
  const words = wordsOf(question);
  if (words.length === 0 || words.length > 4 || !words.every((word) => greetingWords.has(word))) return undefined;
  return cyrillic.test(question)
    ? 'Здравствуйте! Я офлайн-модель. Чем помочь?'
    : 'Hello! I am the offline model. How can I help?';
}

function introduce({ question }: Conversation): string | undefined {
  if (/\b(?:who|what) are you\b/i.test(question)) {
    return 'I am the offline model: I answer by simple rules, without a network. I can recall facts, plan and use tools.';
  }
  return /кто ты|ты кто/i.test(question) ? 'Я офлайн-модель: отвечаю по простым правилам, без сети.' : undefined;
}

function repeat({ question }: Conversation): string | undefined {
  const said = /^(?:please\s+)?(?:say|repeat|echo|reply with|answer with|повтори|скажи)(?!\p{L}):?\s+(.+)$/isu.exec(
    question.trim(),
  )?.[1];
  return said?.replace(/^["“'](.*)["”']$/s, '$1');
}

function summary({ question, said }: Conversation): string | undefined {
  if (!/\b(?:summari[sz]e|sum up|tl;?dr)\b|подытожь|кратко перескажи/i.test(question)) return undefined;
  const given = question.replace(/^[^\n:]*:\s*/, '');
  const text = given !== question && given.trim() !== '' ? given : said.join('\n');
  return text === '' ? undefined : `In short: ${summarise(text)}`;
}

function calculate({ question }: Conversation): string | undefined {
  const expression = expressionIn(question);
  const value = expression === undefined ? undefined : evaluate(expression);
  return value === undefined ? undefined : `${expression} = ${value}.`;
}

function acknowledge({ question }: Conversation): string | undefined {
  const facts = factsIn(question);
  if (facts.length === 0) return undefined;
  if (cyrillic.test(question)) return 'Хорошо, я это запомню.';
  const [first] = facts;
  if (first?.subject === 'name' && facts.length === 1) return `Nice to meet you, ${first.value}.`;
  return `Noted: ${facts.map(sentenceOf).join('; ')}.`;
}

function sentenceOf({ subject, value, mine }: Fact): string {
  if (!mine) return `${subject} is ${value}`;
  if (subject === 'likes') return `you like ${value}`;
  return subject === 'city' ? `you live in ${value}` : `your ${subject} is ${value}`;
}

function recall(conversation: Conversation): string | undefined {
  const memory = nearestMemory(conversation);
  if (memory === undefined || !/\?\s*$/.test(conversation.question)) return undefined;
  return `${cyrillic.test(conversation.question) ? 'Я помню' : 'I remember this'}: ${summarise(memory)}`;
}

function digest({ question }: Conversation): string | undefined {
  return question.length > longText ? `I have read it. In short: ${summarise(question)}` : undefined;
}

function fallback(conversation: Conversation): string {
  const { question } = conversation;
  if (question.trim() === '') return 'There is no message to answer. (offline model)';
  const memory = nearestMemory(conversation);
  const known = memory === undefined ? '' : ` I remember this about it: ${summarise(memory)}`;
  if (cyrillic.test(question)) return `Вы написали: «${summarise(question)}».${known} (офлайн-модель)`;
  if (/\?\s*$/.test(question)) return `I know nothing yet that answers “${summarise(question)}” (offline model)`;
  return `You said: “${summarise(question)}”${known} (offline model)`;
}
