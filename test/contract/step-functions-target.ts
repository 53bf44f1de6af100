import { EventEmitter, once } from 'node:events';
import { Authorizer } from '../../infra/local/services/iam/authorizer.ts';
import { operatorPrincipal } from '../../infra/local/services/iam/roles.ts';
import { startServices } from '../../infra/local/services/protocol/server.ts';
import { stepFunctionsService } from '../../infra/local/services/step-functions/service.ts';
import { StepFunctions } from '../../infra/local/services/step-functions/step-functions.ts';
import { assemble } from '../../infra/local/template/assembly.ts';
import { say } from '../support/reporting/say.ts';

export type StepFunctionsTarget = {
  url: string;
  machineArn: string;
  /** What leads an SDK client here. */
  environment: Record<string, string>;
  stepFunctions: StepFunctions;
  /** The token the execution of that name has handed out. */
  tokenOf(executionName: string): Promise<string>;
  stop(): Promise<void>;
};

const DEFINITION = {
  StartAt: 'Wait for an answer',
  States: {
    'Wait for an answer': {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Parameters: {
        FunctionName: 'waiter',
        Payload: { 'name.$': '$$.Execution.Name', 'token.$': '$$.Task.Token' },
      },
      End: true,
    },
  },
};

/** One state machine that hands out a token and waits, behind the protocol the SDK speaks. */
export async function startTarget(): Promise<StepFunctionsTarget> {
  const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } };
  const waiter = { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'waiter' } };
  const plan = {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: { DefinitionString: JSON.stringify(DEFINITION), RoleArn: { 'Fn::GetAtt': ['role', 'Arn'] } },
  };
  const { resources } = assemble({ contract: { Resources: { role, waiter, plan } } });
  const tokens = new Map<string, string>();
  const handedOut = new EventEmitter();
  const stepFunctions = new StepFunctions({
    resources,
    call: async (_machine, _functionName, payload) => {
      const { name, token } = payload as { name: string; token: string };
      tokens.set(name, token);
      handedOut.emit(name);
      return null;
    },
    log: () => undefined,
  });
  const operator = operatorPrincipal();
  const services = await startServices({
    services: { states: stepFunctionsService(stepFunctions, new Authorizer([operator])) },
    onCall: () => undefined,
    log: say,
  });
  return {
    url: services.url,
    machineArn: stepFunctions.machines[0]!.arn,
    environment: {
      AWS_ENDPOINT_URL_SFN: services.url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: operator.accessKeyId,
      AWS_SECRET_ACCESS_KEY: operator.secretAccessKey,
    },
    stepFunctions,
    tokenOf: async (name) => {
      if (!tokens.has(name)) await once(handedOut, name);
      return tokens.get(name)!;
    },
    stop: async () => {
      await stepFunctions.stop();
      await services.stop();
    },
  };
}
