import { Aws, type Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  type CfnStateMachine,
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Settings } from '../settings/index.ts';
import { acknowledge } from './acknowledge.ts';
import type { ArtelFunction } from './artel-function.ts';
import { type CalledFunction, planDefinition } from './plan-definition.ts';

export type PlanMachineProps = { settings: Settings; planner: ArtelFunction; plans: ArtelFunction };

/**
 * Coordinates plans. It holds nothing that the table does not hold too: an execution that is lost, or removed with the stack,
 * is replaced by one of the next generation.
 */
export class PlanMachine extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { settings, planner, plans }: PlanMachineProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: settings.logRetentionDays,
      removalPolicy: settings.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const role = this.#roleFor([planner, plans]);
    const definition = planDefinition({ planner: called(planner), plans: called(plans), partition: Aws.PARTITION });
    this.machine = new StateMachine(this, 'Default', {
      // Express workflows end after five minutes and have no task tokens.
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(Stack.of(this).toJsonString(definition)),
      role,
      // There is nothing to log but ids, and task tokens, with which a reader of the log could answer for a plan.
      logs: { destination: logGroup, level: LogLevel.ALL, includeExecutionData: false },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(this.machine, {
      SF2: 'Nothing here is traced by X-Ray: the run id stands in the name of the execution and in every line of the functions.',
    });
  }

  /** Starts executions, looks whether they are alive, stops them, and answers those that wait. */
  grantDriving(fn: ArtelFunction): void {
    const { stateMachineArn, stateMachineName } = this.machine;
    const executions = `execution:${stateMachineName}:*`;
    fn.addEnvironment('planMachine', stateMachineArn)
      .allow(['states:StartExecution', 'states:SendTaskSuccess', 'states:SendTaskFailure'], [stateMachineArn])
      .allow(
        ['states:DescribeExecution', 'states:StopExecution'],
        [`arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:${executions}`],
      );
    const machine = Stack.of(this).getLogicalId(this.machine.node.defaultChild as CfnStateMachine);
    acknowledge(fn.role, {
      [`IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<${machine}.Name>:*]`]:
        'Executions of this one machine, which are named by runs: those exist only at run time.',
    });
  }

  /** May run these functions and, as the machine's construct adds, have its log delivered. */
  #roleFor(functions: ArtelFunction[]): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    const resources = functions.map((fn) => fn.lambda.functionArn);
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources }));
    acknowledge(role, {
      'IAM5[Resource::*]': 'Actions of CloudWatch Logs on log deliveries, for which AWS knows no resources.',
    });
    return role;
  }
}

function called({ name, lambda }: ArtelFunction): CalledFunction {
  const { timeout }: { timeout?: Duration } = lambda;
  if (!timeout) throw new Error(`The function ${name} has no time-out to derive its call's from.`);
  return { arn: lambda.functionArn, timeoutSeconds: timeout.toSeconds() };
}
