import { arn } from '../account.ts';
import { givenOr, physicalName } from '../names.ts';
import { type ResourceType, TAGS } from '../type.ts';

export const LAMBDA_TYPES: Record<string, ResourceType> = {
  'AWS::Lambda::Function': {
    properties: [
      'Code',
      'Environment',
      'FunctionName',
      'Handler',
      'MemorySize',
      'ReservedConcurrentExecutions',
      'Role',
      'Runtime',
      'Timeout',
    ],
    inert: {
      ...TAGS,
      Architectures: 'functions run on the architecture of this machine',
      Description: 'text for people',
      EphemeralStorage: 'functions see the disk of this machine',
      LoggingConfig: 'all functions write to one log file',
      RecursiveLoop: 'nothing here stops functions that call each other in a circle',
      TenancyConfig: 'its processes serve one user each',
      VpcConfig: 'there are no networks here',
      SnapStart: 'threads start quickly without it',
      TracingConfig: 'X-Ray exists only in AWS',
    },
    ref: (named) => givenOr(named, 'FunctionName'),
    attributes: { Arn: (named) => arn('lambda', `function:${givenOr(named, 'FunctionName')}`) },
  },
  'AWS::Lambda::Permission': {
    properties: ['Action', 'FunctionName', 'Principal', 'SourceArn', 'SourceAccount'],
    ref: physicalName,
  },
  'AWS::Lambda::EventSourceMapping': {
    properties: [
      'BatchSize',
      'Enabled',
      'EventSourceArn',
      'FunctionName',
      'FunctionResponseTypes',
      'MaximumBatchingWindowInSeconds',
      'ScalingConfig',
    ],
    inert: TAGS,
    ref: physicalName,
  },
  'AWS::Lambda::EventInvokeConfig': {
    properties: ['FunctionName', 'MaximumRetryAttempts', 'Qualifier', 'DestinationConfig'],
    inert: { MaximumEventAgeInSeconds: 'events wait here for seconds, never for hours' },
    ref: physicalName,
  },
};
