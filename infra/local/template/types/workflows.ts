import { arn } from '../account.ts';
import { givenOr, type Named } from '../names.ts';
import { type ResourceType, TAGS } from '../type.ts';

const machineName = (named: Named) => givenOr(named, 'StateMachineName', 80);
const machineArn = (named: Named) => arn('states', `stateMachine:${machineName(named)}`);

export const WORKFLOW_TYPES: Record<string, ResourceType> = {
  'AWS::StepFunctions::StateMachine': {
    properties: ['DefinitionString', 'RoleArn', 'StateMachineName', 'StateMachineType'],
    inert: {
      ...TAGS,
      EncryptionConfiguration: 'executions stay in memory',
      LoggingConfiguration: 'executions that fail are written to the log of the functions',
      TracingConfiguration: 'X-Ray exists only in AWS',
    },
    ref: machineArn,
    attributes: { Arn: machineArn, Name: machineName, StateMachineRevisionId: () => 'INITIAL' },
  },
};
