import type { ArtelFunction } from './artel-function.ts';

/** Allows a function to invoke the pusher for pushes to many connections. */
export function grantPusher(fn: ArtelFunction, pusher: ArtelFunction): void {
  fn.addEnvironment('pusherFunction', pusher.lambda.functionName).allow(
    ['lambda:InvokeFunction'],
    [pusher.lambda.functionArn],
  );
}
