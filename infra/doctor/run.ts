import { ENV } from '../../shared/core/environment.ts';
import { argumentsOf, Refused } from './arguments.ts';

// `npm run doctor`: which promises about stored data are broken, and with --repair, mends those it can.

// What the domain's functions log about themselves is not what this command says. Read when they are loaded.
process.env[ENV.logLevel] = 'SILENT';

try {
  const { examineAll } = await import('./examine-all.ts');
  process.exitCode = await examineAll(argumentsOf(process.argv.slice(2)), (text) => process.stdout.write(text));
} catch (error) {
  const { message, stack } = error as Error;
  process.stderr.write(`${error instanceof Refused ? message : stack}\n`);
  process.exitCode = 2;
}
