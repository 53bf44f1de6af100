import type { DraftTask, PlannedAgent } from './graph.ts';

/** An agent with what is known of its capabilities. */
export type AbleAgent = PlannedAgent & { capabilities?: readonly string[] };

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** `research` and `researcher` are alike, `art` and `article` are not. */
const MIN_STEM_LENGTH = 5;
const alike = (a: string, b: string): boolean =>
  a === b ||
  (Math.min(a.length, b.length) >= MIN_STEM_LENGTH && (a.startsWith(b) || b.startsWith(a))) ||
  (Math.min(a.length, b.length) > MIN_STEM_LENGTH && a.slice(0, -2) === b.slice(0, -2));

const overlap = (wanted: string[], offered: string[]): number =>
  wanted.filter((word) => offered.some((other) => alike(word, other))).length;

const slugOf = (name: string): string => wordsOf(name).join('-');

/**
 * The name of the agent that was meant: the agent of that name in any spelling; otherwise the one whose name or capabilities
 * share most words with it; otherwise the one whose capabilities the task's text mentions. `undefined` if there is a tie.
 */
export const nearestAgent = (
  { agent, description }: Pick<DraftTask, 'agent' | 'description'>,
  agents: readonly AbleAgent[],
): string | undefined => {
  const named = agents.find(({ name, id, key }) => [name, id, key].includes(agent));
  if (named) return agent;
  const spelt = agents.filter(({ name }) => slugOf(name) === slugOf(agent));
  if (spelt.length === 1) return spelt[0]?.name;
  const abilities = ({ name, capabilities = [] }: AbleAgent) => [name, ...capabilities].flatMap(wordsOf);
  return (
    soleBest(agents, (one) => overlap(wordsOf(agent), abilities(one))) ??
    soleBest(agents, (one) => overlap(abilities(one), wordsOf(description)))
  );
};

const soleBest = (agents: readonly AbleAgent[], score: (agent: AbleAgent) => number): string | undefined => {
  const [best, second] = agents.map((agent) => ({ agent, points: score(agent) })).sort((a, b) => b.points - a.points);
  if (!best || best.points === 0 || best.points === second?.points) return undefined;
  return best.agent.name;
};
