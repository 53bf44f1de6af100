import { ACCOUNT, arn } from '../account.ts';
import { givenOr, type Named, physicalName } from '../names.ts';
import { type ResourceType, TAGS } from '../type.ts';

const queueName = (named: Named) => givenOr(named, 'QueueName', 80);
const ruleName = (named: Named) => givenOr(named, 'Name');

export const MESSAGING_TYPES: Record<string, ResourceType> = {
  'AWS::SQS::Queue': {
    properties: [
      'DelaySeconds',
      'MaximumMessageSize',
      'MessageRetentionPeriod',
      'QueueName',
      'ReceiveMessageWaitTimeSeconds',
      'RedrivePolicy',
      'VisibilityTimeout',
    ],
    inert: {
      ...TAGS,
      KmsMasterKeyId: 'messages stay in memory',
      RedriveAllowPolicy: 'the template alone says who redrives where',
      SqsManagedSseEnabled: 'messages stay in memory',
    },
    ref: (named) => `https://sqs.${ACCOUNT.region}.${ACCOUNT.urlSuffix}/${ACCOUNT.id}/${queueName(named)}`,
    attributes: { Arn: (named) => arn('sqs', queueName(named)), QueueName: queueName },
  },
  'AWS::Events::Rule': {
    properties: ['Name', 'ScheduleExpression', 'State', 'Targets'],
    inert: { ...TAGS, Description: 'text for people' },
    ref: ruleName,
    attributes: { Arn: (named) => arn('events', `rule/${ruleName(named)}`) },
  },
  'AWS::Scheduler::Schedule': {
    properties: ['Name', 'ScheduleExpression', 'State', 'Target'],
    inert: {
      Description: 'text for people',
      FlexibleTimeWindow: 'local timers are exact',
      GroupName: 'names are unique without it',
      ScheduleExpressionTimezone: 'only rate() expressions run here',
    },
    ref: ruleName,
    attributes: { Arn: (named) => arn('scheduler', `schedule/default/${ruleName(named)}`) },
  },
  'AWS::SNS::Topic': {
    properties: ['TopicName'],
    inert: { ...TAGS, DisplayName: 'text for people', KmsMasterKeyId: 'nothing is published here' },
    ref: (named) => arn('sns', physicalName(named)),
    attributes: { TopicArn: (named) => arn('sns', physicalName(named)), TopicName: (named) => physicalName(named) },
  },
};
