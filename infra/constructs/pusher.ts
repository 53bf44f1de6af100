import type { ArtelFunction } from './artel-function.ts';

/** Lets a function hand a push to many connections over to the pusher. */
export function grantPusher(fn: ArtelFunction, pusher: ArtelFunction): void {
  fn.addEnvironment('pusherFunction', pusher.lambda.functionName).allow(
    ['lambda:InvokeFunction'],
    [pusher.lambda.functionArn],
  );
}
