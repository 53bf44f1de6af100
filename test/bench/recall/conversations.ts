import { DAY, MINUTE } from '../../../shared/core/clock.ts';
import { randomNumbers } from '../vectors/fill.ts';
import { CHATTER, SAYINGS } from './sayings.ts';

/** A turn as it is remembered. Times are milliseconds. */
export type Turn = { id: string; session: string; at: number; text: string };

export const KINDS = ['who said it', 'what was said', 'what was said when', 'fact', 'changed fact'] as const;
export type Kind = (typeof KINDS)[number];

/** A question with the turn that answers it; `outdated` are the turns that once did. `since` and `until` bound the time it is about. */
export type Asked = {
  kind: Kind;
  query: string;
  answer: string;
  outdated: string[];
  since?: number;
  until?: number;
};

export type Conversations = { turns: Turn[]; questions: Asked[] };

const PEOPLE = ['Alma', 'Bruno', 'Clara', 'Dario', 'Edith', 'Farid', 'Greta', 'Hugo', 'Irene', 'Jonas'];
const PROJECTS = ['Aurora', 'Beacon', 'Cobalt', 'Dynamo', 'Ember', 'Falcon'];
const CITIES = ['Lisbon', 'Porto', 'Ghent', 'Turin', 'Bergen', 'Graz', 'Malmö', 'Leeds', 'Nantes', 'Basel'];
const COMPANIES = ['Initech', 'Globex', 'Hooli', 'Umbra', 'Stark', 'Wayne', 'Tyrell', 'Acme', 'Cyberdyne', 'Vandelay'];
const BEGUN = Date.parse('2026-01-05T09:00:00Z');

/** Facts that have one value at a time: how they are told, told anew, and asked for in other words. */
type Fact = { first: string; anew: string; asked: string; of: readonly string[]; values: readonly string[] };
const FACTS: readonly Fact[] = [
  {
    first: '# lives in *.',
    anew: 'By the way, # has moved to *.',
    asked: 'In which city can I visit # at home? Where is # living?',
    of: PEOPLE,
    values: CITIES,
  },
  {
    first: '# works at *.',
    anew: '# now works for *.',
    asked: 'Which company is # working for?',
    of: PEOPLE,
    values: COMPANIES,
  },
  {
    first: 'The deadline of # is * June.',
    anew: 'The deadline of # has moved to * July.',
    asked: 'When must # be ready, what is its deadline?',
    of: PROJECTS,
    values: numbers(2, 30),
  },
  {
    first: 'The owner of # is *.',
    anew: 'Actually, the owner of # is now *.',
    asked: 'Who owns #?',
    of: PROJECTS,
    values: PEOPLE,
  },
  {
    first: 'The budget of # is *000 euros.',
    anew: 'The budget of # is now *000 euros.',
    asked: 'How many euros can we spend on #?',
    of: PROJECTS,
    values: numbers(20, 90),
  },
  {
    first: '#’s phone number is 555 *.',
    anew: '#’s phone number is now 555 *.',
    asked: 'Under which number do I phone #?',
    of: PEOPLE,
    values: numbers(1000, 1400),
  },
];

function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, n) => String(from + n));
}

/**
 * Chats of a person with an agent over as many days as there are sessions: facts about people and projects, of which two
 * thirds change in a later session, what colleagues said, and small talk. The same every time.
 */
export const conversations = ({ sessions, seed = 1 }: { sessions: number; seed?: number }): Conversations => {
  const random = randomNumbers(seed);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const turns: Turn[] = [];
  const questions: Asked[] = [];
  const say = (session: number, words: string): Turn => {
    const at = BEGUN + session * DAY + turns.length * MINUTE;
    const text = `User: ${words}\nAssistant: ${oneOf(['Noted.', 'Thank you, I will remember that.', 'Got it.', 'All right.'])}`;
    const turn = { id: `turn-${turns.length}`, session: `session-${session}`, at, text };
    turns.push(turn);
    return turn;
  };

  const facts = FACTS.flatMap((fact) => fact.of.map((subject) => ({ ...fact, subject }))).map((fact, n) => ({
    ...fact,
    begins: Math.floor((n * 7) % Math.max(1, sessions / 2)),
    changes: n % 3 !== 0,
    told: [] as { words: string; id: string }[],
  }));
  const tell = (session: number, fact: (typeof facts)[number], form: string): void => {
    const before = fact.told.at(-1)?.words ?? '';
    let value = oneOf(fact.values);
    while (before.includes(value)) value = oneOf(fact.values);
    const words = form.replace('*', value).replace('#', fact.subject);
    fact.told.push({ words, id: say(session, words).id });
  };
  for (let session = 0; session < sessions; session += 1) {
    for (const fact of facts) if (fact.begins === session) tell(session, fact, fact.first);
    for (const fact of facts) {
      const changesAt = Math.min(sessions - 1, fact.begins + Math.ceil(sessions / 3));
      if (fact.changes && changesAt === session && changesAt > fact.begins) tell(session, fact, fact.anew);
    }
    for (const [n, saying] of SAYINGS.entries()) {
      if (n % sessions !== session) continue;
      const speaker = oneOf(PEOPLE);
      const { id, at } = say(session, `${speaker} said that ${saying.said}.`);
      const one = { answer: id, outdated: [] };
      const day = { since: at - DAY / 2, until: at + DAY / 2 };
      questions.push({ kind: 'what was said', query: saying.asked, ...one });
      questions.push({ kind: 'who said it', query: `Who told me about ${saying.about}?`, ...one });
      questions.push({ kind: 'what was said when', query: `What did ${speaker} tell me that day?`, ...one, ...day });
    }
    for (let n = 0; n < 4; n += 1) say(session, oneOf(CHATTER));
  }
  for (const { told, asked, subject } of facts) {
    const [newest, ...older] = told.toReversed();
    if (!newest) continue;
    const kind = older.length > 0 ? 'changed fact' : 'fact';
    questions.push({
      kind,
      query: asked.replaceAll('#', subject),
      answer: newest.id,
      outdated: older.map(({ id }) => id),
    });
  }
  return { turns, questions };
};
