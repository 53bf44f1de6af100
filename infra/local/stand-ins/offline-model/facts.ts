import { type Conversation, userPart } from './conversation.ts';
import { sentencesOf } from './words.ts';

/** Something known: "name" → "Ada", "favourite colour" → "blue", "the deadline" → "Friday". `mine` = it is the user's. */
export type Fact = { subject: string; value: string; mine: boolean };

type Rule = { form: RegExp; fact: (parts: string[]) => Fact };

const mine = (subject: string, value: string): Fact => ({ subject, value, mine: true });
const own =
  (subject: string) =>
  ([, value = '']: string[]) =>
    mine(subject, value);
const end = '[.!]*$';

/** Ways of stating a fact about oneself; the first that fits a sentence counts. */
const statements: Rule[] = [
  { form: new RegExp(`\\bmy name(?:'s| is) (.+?)(?:,? and .*)?${end}`, 'i'), fact: own('name') },
  { form: new RegExp(`\\b(?:i am called|call me) (.+?)${end}`, 'i'), fact: own('name') },
  { form: /\bI(?: a|')m (\p{Lu}[\p{L}-]+)[.!]*$/u, fact: own('name') },
  { form: new RegExp(`\\bi (?:live in|moved to) (.+?)${end}`, 'i'), fact: own('city') },
  { form: new RegExp(`\\bi (?:really )?(?:like|love|prefer) (.+?)${end}`, 'i'), fact: own('likes') },
  {
    form: new RegExp(`\\bmy ([\\p{L} ]+?) (?:is|are) (.+?)${end}`, 'iu'),
    fact: ([, what = '', value = '']) => mine(what, value),
  },
  { form: new RegExp(`меня зовут (.+?)${end}`, 'i'), fact: own('name') },
  { form: new RegExp(`я живу в (.+?)${end}`, 'i'), fact: own('city') },
  { form: new RegExp(`я люблю (.+?)${end}`, 'i'), fact: own('likes') },
  {
    form: new RegExp(`мо(?:й|я|ё|е) ([\\p{L} ]+?)\\s*(?:—|–|-|это)\\s*(.+?)${end}`, 'iu'),
    fact: ([, what = '', value = '']) => mine(what, value),
  },
];

const asking =
  /\?\s*$|^(?:what|who|where|when|which|how|do|does|is|are|can|как|что|кто|где|когда|какой|какая|какое)(?!\p{L})/iu;
const order = /^(?:please\s+)?(?:remember|note|keep in mind|запомни)(?:\s+that|,?\s+что)?[:\s,]+/i;
const plain = /^(.+?) (?:is|are|—) (.+?)[.!]*$/i;

/** The facts a text states; `certain` also takes "X is Y" about anything, which ordinary talk is too full of. */
export function factsIn(text: string, certain = false): Fact[] {
  return sentencesOf(text).flatMap((sentence) => {
    const ordered = order.test(sentence);
    const statement = sentence.replace(order, '');
    if (!ordered && asking.test(sentence)) return [];
    for (const { form, fact } of statements) {
      const parts = form.exec(statement);
      if (parts) return [fact([...parts])];
    }
    const parts = certain || ordered ? plain.exec(statement) : null;
    return parts ? [{ subject: parts[1]!, value: parts[2]!, mine: false }] : [];
  });
}

/** Everything known before the last message, oldest first: memories, then what the user said in this conversation. */
export function knownFacts({ memories, said }: Conversation): Fact[] {
  return [...memories.flatMap(({ text }) => factsIn(userPart(text), true)), ...said.flatMap((text) => factsIn(text))];
}

/** Subjects are compared without articles, case, British spelling and the user's "my". */
export function sameSubject(a: string, b: string): boolean {
  return plainSubject(a) === plainSubject(b);
}

function plainSubject(subject: string): string {
  return subject
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/^(?:the|a|an|our|my|user's|the user's)\s+/, '')
    .replaceAll('favourite', 'favorite')
    .replaceAll('colour', 'color')
    .trim();
}
