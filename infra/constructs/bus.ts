import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ArtelFunction } from './artel-function.ts';

/** Longer than the longest consumer runs (five minutes), so that no message comes back while it is being worked on. */
const VISIBILITY = Duration.minutes(6);
/** Receives count lost leases and throttles, not failures of a task: those are counted in the store. */
const MAX_RECEIVES = { agents: 10, timers: 10, webhooks: 10 };
/** The maximum SQS allows: time to look at what went wrong. */
const KEEP_DEAD = Duration.days(14);

/** The queues that speed things up, and those of messages that could not be handled. */
export class Bus extends Construct {
  readonly agents: Queue;
  readonly timers: Queue;
  readonly webhooks: Queue;
  readonly deadAgents: Queue;
  readonly deadTimers: Queue;
  readonly deadWebhooks: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const queue = (name: string, more: ConstructorParameters<typeof Queue>[2]) =>
      new Queue(this, name, {
        encryption: QueueEncryption.SQS_MANAGED,
        enforceSSL: true,
        visibilityTimeout: VISIBILITY,
        ...more,
      });
    this.deadAgents = queue('DeadAgents', { retentionPeriod: KEEP_DEAD });
    this.deadTimers = queue('DeadTimers', { retentionPeriod: KEEP_DEAD });
    this.deadWebhooks = queue('DeadWebhooks', { retentionPeriod: KEEP_DEAD });
    this.agents = queue('Agents', {
      deadLetterQueue: { queue: this.deadAgents, maxReceiveCount: MAX_RECEIVES.agents },
    });
    this.timers = queue('Timers', {
      deadLetterQueue: { queue: this.deadTimers, maxReceiveCount: MAX_RECEIVES.timers },
    });
    this.webhooks = queue('Webhooks', {
      deadLetterQueue: { queue: this.deadWebhooks, maxReceiveCount: MAX_RECEIVES.webhooks },
    });
  }

  /** What is told outside: whoever appends an event may have to say so. */
  grantTelling(fn: ArtelFunction): void {
    fn.addEnvironment('webhooksQueue', this.webhooks.queueUrl).allow(['sqs:SendMessage'], [this.webhooks.queueArn]);
  }

  /** Several at a time, since each may wait ten seconds for somebody's server. */
  feedWebhooks(fn: ArtelFunction, maxConcurrency: number): void {
    fn.lambda.addEventSource(
      new SqsEventSource(this.webhooks, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency }),
    );
  }

  /** Both queues: a function that makes tasks runnable may also have to delay one. */
  grantSend(fn: ArtelFunction): void {
    fn.addEnvironment('agentsQueue', this.agents.queueUrl)
      .addEnvironment('timersQueue', this.timers.queueUrl)
      .allow(['sqs:SendMessage'], [this.agents.queueArn, this.timers.queueArn]);
  }

  /** How much is waiting. */
  grantDepth(fn: ArtelFunction): void {
    fn.addEnvironment('agentsQueue', this.agents.queueUrl).allow(['sqs:GetQueueAttributes'], [this.agents.queueArn]);
  }

  /** One message an invocation: a run takes minutes, and one run's failure must not repeat another's. */
  feedAgents(fn: ArtelFunction, maxConcurrency: number): void {
    fn.lambda.addEventSource(
      new SqsEventSource(this.agents, { batchSize: 1, reportBatchItemFailures: true, maxConcurrency }),
    );
  }

  /** Without a batching window, so that a hint arrives as soon as it was sent: people wait for what it starts. */
  feedTimers(fn: ArtelFunction, maxConcurrency: number): void {
    fn.lambda.addEventSource(
      new SqsEventSource(this.timers, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency }),
    );
  }

  feedDeadAgents(fn: ArtelFunction): void {
    fn.lambda.addEventSource(new SqsEventSource(this.deadAgents, { batchSize: 10, reportBatchItemFailures: true }));
  }
}
