import { Aws, Duration } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { ALARMING_LINES } from '../../shared/core/alarming-lines.ts';
import type { ArtelFunction } from './artel-function.ts';
import type { Bus } from './bus.ts';
import { LogLines } from './log-lines.ts';

type Watched = {
  bus: Bus;
  rest: RestApi;
  worker: ArtelFunction;
  sweeper: ArtelFunction;
  /** Those that call models. */
  callers: ArtelFunction[];
  rotator: ArtelFunction;
  mailer: ArtelFunction;
  plan: StateMachine;
};
type Rule = { metric: IMetric; atLeast?: number; below?: number; periods?: number; silenceIsBad?: boolean };

const FIVE_MINUTES = { period: Duration.minutes(5) };
const SUM = { ...FIVE_MINUTES, statistic: Stats.SUM };
const MOST = { ...FIVE_MINUTES, statistic: Stats.MAXIMUM };

/** What a person has to know about. Each alarm's name is a section of `alarms.md`: what it means, where to look, what to do. */
export class Alarms extends Construct {
  readonly #topic: Topic | undefined;

  constructor(scope: Construct, id: string, { address, ...watched }: Watched & { address: string | undefined }) {
    super(scope, id);
    this.#topic = address ? this.#notify(address) : undefined;
    for (const [name, rule] of Object.entries(rulesFor(this, watched))) this.#add(name, rule);
  }

  #add(name: string, { metric, atLeast, below, periods = 1, silenceIsBad = false }: Rule): void {
    const props: AlarmProps = {
      metric,
      threshold: atLeast ?? below ?? 0,
      comparisonOperator:
        atLeast === undefined
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `What to do: infra/constructs/alarms.md, section ${name}`,
    };
    const alarm = new Alarm(this, name, props);
    if (this.#topic) alarm.addAlarmAction(new SnsAction(this.#topic));
  }

  #notify(address: string): Topic {
    const topic = new Topic(this, 'Topic', { enforceSSL: true });
    topic.addSubscription(new EmailSubscription(address));
    // A topic with a policy has lost the one that let its own account publish.
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');
    topic.grantPublish(cloudWatch.withConditions({ StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } }));
    return topic;
  }
}

function rulesFor(
  scope: Construct,
  { bus, rest, worker, sweeper, callers, rotator, mailer, plan }: Watched,
): Record<string, Rule> {
  const lines = new LogLines(scope, 'Lines', callers);
  const completedSweeps = new MathExpression({
    expression: 'runs - failures',
    usingMetrics: { runs: sweeper.lambda.metricInvocations(SUM), failures: sweeper.lambda.metricErrors(SUM) },
    ...FIVE_MINUTES,
  });
  return {
    // Their consumer takes them within seconds, so the queue's length would show nothing; and SQS does not count messages
    // it moves to a dead-letter queue itself as sent.
    DeadAgentMessages: { metric: bus.deadAgents.metricNumberOfMessagesReceived(SUM), atLeast: 1 },
    DeadTimerMessages: { metric: bus.deadTimers.metricApproximateNumberOfMessagesVisible(MOST), atLeast: 1 },
    DeadWebhookMessages: { metric: bus.deadWebhooks.metricApproximateNumberOfMessagesVisible(MOST), atLeast: 1 },
    // A message waits only when every worker is taken.
    WorkWaits: { metric: bus.agents.metricApproximateAgeOfOldestMessage(MOST), atLeast: 600, periods: 2 },
    WorkersFail: { metric: worker.lambda.metricErrors(SUM), atLeast: 5 },
    // Not aborted ones, as every cancelled plan is, nor those that ended after a day: the next generation continues.
    PlansFail: { metric: plan.metricFailed(SUM), atLeast: 3 },
    SweeperStands: { metric: completedSweeps, below: 1, periods: 2, silenceIsBad: true },
    // Events that Lambda gives up after three attempts, or after six hours in which there was no room for one.
    // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html#async-invocation-metrics
    MailsAreLost: { metric: mailer.lambda.metric('AsyncEventsDropped', SUM), atLeast: 1 },
    KeysDoNotRotate: { metric: rotator.lambda.metricErrors(SUM), atLeast: 1 },
    SessionBlocksNearlyFull: {
      metric: lines.count('SessionBlocksNearlyFull', ALARMING_LINES.sessionBlocksNearlyFull, SUM),
      atLeast: 1,
    },
    BlockSessionsNearlyFull: {
      metric: lines.count('BlockSessionsNearlyFull', ALARMING_LINES.blockSessionsNearlyFull, SUM),
      atLeast: 1,
    },
    // A level of the cache that fails once is tried again within seconds.
    CacheLevelIsSkipped: {
      metric: lines.count('CacheLevelIsSkipped', ALARMING_LINES.cacheLevelSkipped, SUM),
      atLeast: 5,
    },
    CacheHitsCollapse: {
      metric: lines.count('CacheHitsCollapse', ALARMING_LINES.cacheHitsCollapsed, SUM),
      atLeast: 3,
    },
    CacheTurnsOver: { metric: lines.count('CacheTurnsOver', ALARMING_LINES.cacheTurnsOver, SUM), atLeast: 3 },
    RequestsFail: { metric: rest.metricServerError(SUM), atLeast: 5 },
  };
}
