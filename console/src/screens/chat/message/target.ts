import type { Turns } from '../turns.ts';

/** In the address: the whole team was chosen. No agent can be called that. */
export const TEAM = '*';

/** Whom the next message goes to, `''` for the team: who was chosen, or else who answered last in this chat. */
export const targetOf = (
  chosen: string | undefined,
  turns: Turns,
  agentOf: (id: string | undefined) => string | undefined,
): string => {
  if (chosen !== undefined) return chosen === TEAM ? '' : chosen;
  return agentOf(turns.findLast(({ answers }) => answers.length > 0)?.answers.at(-1)?.agent) ?? '';
};
