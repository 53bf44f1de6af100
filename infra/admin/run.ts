import { ENV } from '../../shared/core/environment.ts';
import { Refused } from '../doctor/arguments.ts';
import { argumentsOf } from './arguments.ts';

// `npm run admin`: makes administrators of a deployment, or of the data folder of this machine, and lists them.

// What the domain's functions log about themselves is not what this command says. Read when they are loaded.
process.env[ENV.logLevel] = 'SILENT';

try {
  const order = argumentsOf(process.argv.slice(2));
  const { carryOut } = await import('./carry-out.ts');
  await carryOut(order, (text) => process.stdout.write(text));
} catch (error) {
  const { message, stack } = error as Error;
  process.stderr.write(`${error instanceof Refused ? message : stack}\n`);
  process.exitCode = 2;
}
