import { Stack } from 'aws-cdk-lib';
import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ArtelFunction } from './artel-function.ts';

/**
 * Counts how often functions log a warning, by its exact text, a constant that the functions share. A metric exists from
 * the first such line on.
 */
export class LogLines extends Construct {
  readonly #functions: ArtelFunction[];

  constructor(scope: Construct, id: string, functions: ArtelFunction[]) {
    super(scope, id);
    this.#functions = functions;
  }

  count(name: string, line: string, options: MetricOptions): Metric {
    const filterPattern = FilterPattern.all(
      FilterPattern.stringValue('$.level', '=', 'WARN'),
      FilterPattern.stringValue('$.message', '=', line),
    );
    // No stage shares it with another, nor an account with a second deployment.
    const metricNamespace = Stack.of(this).stackName;
    const filters = this.#functions.map(
      (fn) =>
        new MetricFilter(this, name + fn.node.id, {
          logGroup: fn.lambda.logGroup,
          filterPattern,
          metricNamespace,
          metricName: name,
        }),
    );
    const [one] = filters;
    if (!one) throw new Error(`No function is watched for ${name}.`);
    return one.metric(options);
  }
}
