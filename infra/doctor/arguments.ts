import { parseArgs } from 'node:util';
import { isStage, STAGES, type Stage } from '../settings/index.ts';

export type Arguments = {
  repair: boolean;
  /** One user only. */
  user?: string;
  /** A deployment; absent: this machine. */
  stage?: Stage;
};

export const USAGE = `Usage: npm run doctor -- [--repair] [--user ID] [--stage ${STAGES.join('|')}]`;

/** The command cannot do what was asked, for a reason the operator can change. The message is for them. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** @throws Refused for what cannot be meant */
export const argumentsOf = (texts: string[]): Arguments => {
  const { repair = false, user, stage } = parsed(texts);
  if (stage !== undefined && !isStage(stage)) throw new Refused(`There is no stage "${stage}". ${USAGE}`);
  return { repair, ...(user !== undefined && { user }), ...(stage !== undefined && { stage }) };
};

const parsed = (args: string[]) => {
  try {
    const string = { type: 'string' } as const;
    return parseArgs({ args, options: { repair: { type: 'boolean' }, user: string, stage: string } }).values;
  } catch (error) {
    throw new Refused(`${(error as Error).message} ${USAGE}`, { cause: error });
  }
};
