import { parseArgs } from 'node:util';
import { Refused } from '../doctor/arguments.ts';
import { isStage, STAGES, type Stage } from '../settings/index.ts';

export type Order = { kind: 'grant' | 'revoke'; email: string } | { kind: 'list' } | { kind: 'settle' };

export type Arguments = {
  order: Order;
  /** A deployment; absent: the data folder of this machine. */
  stage?: Stage;
};

export const USAGE = `Usage: npm run admin -- grant|revoke E-MAIL | list | settle [-c stage=${STAGES.join('|')}]`;

/** @throws Refused for what cannot be meant */
export const argumentsOf = (texts: string[]): Arguments => {
  const { positionals, stage } = parsed(texts);
  if (stage !== undefined && !isStage(stage)) throw new Refused(`There is no stage "${stage}". ${USAGE}`);
  return { order: orderOf(positionals), ...(stage !== undefined && { stage }) };
};

const orderOf = ([kind, email, ...more]: string[]): Order => {
  if ((kind === 'list' || kind === 'settle') && email === undefined) return { kind };
  if ((kind === 'grant' || kind === 'revoke') && email?.includes('@') && more.length === 0) return { kind, email };
  throw new Refused(USAGE);
};

const parsed = (args: string[]): { positionals: string[]; stage: string | undefined } => {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { context: { type: 'string', short: 'c' }, stage: { type: 'string' } },
    });
    const { context, stage } = values;
    if (context === undefined) return { positionals, stage };
    // As the CDK's own `-c` has it.
    const [, inContext] = /^stage=(.+)$/.exec(context) ?? [];
    if (inContext === undefined) throw new Error(`"${context}" is not stage=….`);
    return { positionals, stage: inContext };
  } catch (error) {
    throw new Refused(`${(error as Error).message} ${USAGE}`, { cause: error });
  }
};
