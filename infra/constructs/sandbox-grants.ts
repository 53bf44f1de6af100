import type { Settings } from '../settings/index.ts';
import type { ArtelFunction } from './artel-function.ts';

/** Allows a function to have commands run behind the wall that the settings choose. */
export function grantCommands(fn: ArtelFunction, sandbox: ArtelFunction, { sandbox: wall }: Settings): void {
  fn.addEnvironment('sandboxWall', wall);
  if (wall !== 'light') return;
  fn.addEnvironment('sandboxFunction', sandbox.lambda.functionName).allow(
    ['lambda:InvokeFunction'],
    [sandbox.lambda.functionArn],
  );
}
