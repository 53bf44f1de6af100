import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { ArtelFunction } from './artel-function.ts';

/** Wakes a function each minute, the shortest period EventBridge has. */
export class EveryMinute extends Construct {
  constructor(scope: Construct, id: string, fn: ArtelFunction) {
    super(scope, id);
    new Rule(this, 'Default', {
      schedule: Schedule.rate(Duration.minutes(1)),
      // The next minute makes up for a missed one; a late retry would only come on top.
      targets: [new LambdaFunction(fn.lambda, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    });
  }
}
