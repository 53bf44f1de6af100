import { parseArgs } from 'node:util';
import { DAY } from '../../shared/core/clock.ts';
import { ENV } from '../../shared/core/environment.ts';
import { Refused } from '../doctor/arguments.ts';
import { isStage, STAGES, type Stage } from '../settings/index.ts';

// `npm run invite`: the first person's way into a deployment where registration is by invitation, and nobody is there to invite.

const USAGE = `Usage: npm run invite -- [E-MAIL] [--stage ${STAGES.join('|')}]`;
const LIFE = 7 * DAY;

// What the domain's functions log about themselves is not what this command says. Read when they are loaded.
process.env[ENV.logLevel] = 'SILENT';

const invite = async (): Promise<void> => {
  const { email, stage } = argumentsOf(process.argv.slice(2));
  const [{ createInvitation }, { inAws }, { onMachine }] = await Promise.all([
    import('../../shared/identity/index.ts'),
    import('../doctor/in-aws.ts'),
    import('../doctor/on-machine.ts'),
  ]);
  const ward = stage === undefined ? await onMachine(process.env.ARTEL_DATA || '.artel') : await inAws(stage);
  try {
    const { token, expires_at } = await createInvitation('operator', { email, life: LIFE });
    process.stdout.write(`Good once, until ${expires_at}; register with it as "invitation":\n${token}\n`);
  } finally {
    await ward.close();
  }
};

function argumentsOf(args: string[]): { email: string | undefined; stage: Stage | undefined } {
  try {
    const options = { stage: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
    const [email, ...more] = positionals;
    const { stage } = values;
    if (stage !== undefined && !isStage(stage)) throw new Error(`There is no stage "${stage}".`);
    if (more.length > 0 || (email !== undefined && !email.includes('@')))
      throw new Error('One e-mail address at most.');
    return { email, stage };
  } catch (error) {
    throw new Refused(`${(error as Error).message} ${USAGE}`, { cause: error });
  }
}

try {
  await invite();
} catch (error) {
  const { message, stack } = error as Error;
  process.stderr.write(`${error instanceof Refused ? message : stack}\n`);
  process.exitCode = 2;
}
