import { attributeOf } from './attributes.ts';
import { type Statement, statementsOf, subjectWords } from './statements.ts';

/** What is known of a memory where facts are compared. */
export type Factual = { text: string; type: string; subject?: string | undefined };

/** What the person said, in the text of a turn. */
const SAID = /^User: (.*?)(?:\nAssistant: |$)/s;

/**
 * What a memory says as facts. A `subject` that the writer named is one, whose value is the whole text; otherwise they are
 * read from the text, of a turn from what the person said. A failure states nothing.
 */
export const factsOf = ({ text, type, subject }: Factual): Statement[] => {
  if (subject !== undefined) return [{ key: subjectKey(subject), value: text }];
  if (type === 'failure') return [];
  const said = type === 'interaction' ? SAID.exec(text)?.[1] : text;
  return said === undefined ? [] : statementsOf(said);
};

/** "Favourite  colour!" and "favourite color" are one subject. Signs alone are compared as they are. */
export const subjectKey = (subject: string): string => {
  const words = subjectWords(subject);
  return (attributeOf(words) ?? words).join(' ') || subject;
};

export const keysOf = (memory: Factual): string[] => [...new Set(factsOf(memory).map(({ key }) => key))];

/** A memory among others of the same keys. `at`: when it was made, or its place in the order of time. */
export type Dated = Factual & { id: string; at: number };

/**
 * By the id of each memory that is contradicted, the newest one that contradicts it. A memory counts as contradicted once a newer
 * one says otherwise of every fact it states; one that says the same only more exactly ("Lisbon", "Lisbon, Portugal") does not.
 * Of two memories under the same named subject the older one gives way, whatever they say.
 */
export const contradicted = <M extends Dated>(memories: readonly M[]): Map<string, M> => {
  const stated = memories
    .flatMap((memory) => factsOf(memory).map((fact) => ({ ...fact, memory })))
    .sort((a, b) => newestFirst(a.memory, b.memory));
  const byKey = Map.groupBy(stated, ({ key }) => key);
  const contradicting = (memory: M, { key, value }: Statement): M | undefined =>
    byKey
      .get(key)
      ?.find(
        (other) =>
          newestFirst(other.memory, memory) < 0 && (bothNamed(memory, other.memory) || !agree(value, other.value)),
      )?.memory;
  const found = new Map<string, M>();
  for (const [memory, facts] of Map.groupBy(stated, (one) => one.memory)) {
    const newer = facts.flatMap((fact) => contradicting(memory, fact) ?? []).sort(newestFirst);
    if (newer[0] && newer.length === facts.length) found.set(memory.id, newer[0]);
  }
  return found;
};

/** Of the same moment, the ids decide, the same way for everybody. */
const newestFirst = (a: Dated, b: Dated): number => b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

const bothNamed = (a: Factual, b: Factual): boolean => a.subject !== undefined && b.subject !== undefined;

const agree = (a: string, b: string): boolean => a === b || `${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `);
