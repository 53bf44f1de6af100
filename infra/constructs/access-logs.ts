import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Settings } from '../settings/index.ts';
import { acknowledge } from './acknowledge.ts';

const PUSH_TO_LOGS = 'service-role/AmazonAPIGatewayPushToCloudWatchLogs';

/**
 * Where the two APIs log who called what. API Gateway writes with one role for the whole account and region; it is set here
 * and stays when the stack goes, because another stage in the account may rely on it.
 */
export class AccessLogs extends Construct {
  readonly rest: LogGroup;
  readonly socket: LogGroup;
  /** The resource that a logging stage depends on. */
  readonly account: CfnAccount;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName(PUSH_TO_LOGS)],
    });
    role.applyRemovalPolicy(RemovalPolicy.RETAIN);
    acknowledge(role, {
      [`IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${PUSH_TO_LOGS}]`]:
        'The policy AWS names for this one account-wide role; no code of ours ever assumes it.',
    });
    this.account = new CfnAccount(this, 'Account', { cloudWatchRoleArn: role.roleArn });
    this.account.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const group = (name: string) =>
      new LogGroup(this, name, {
        retention: settings.logRetentionDays,
        removalPolicy: settings.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      });
    this.rest = group('Rest');
    this.socket = group('Socket');
  }
}
