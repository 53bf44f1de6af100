import { Fn } from 'aws-cdk-lib';
import { CfnSecurityGroup, CfnSubnet, CfnVPC } from 'aws-cdk-lib/aws-ec2';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { ArtelFunction } from './artel-function.ts';

/** What Lambda itself has to do with the function's role to put it into a network, and what the function must not. */
const INTERFACES = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
];

/**
 * Subnets from which nothing leads anywhere: no gateway, no NAT, no endpoint of any service, and a security group that lets nothing
 * out. All of it costs nothing. Lambda carries calls, answers and log lines past it.
 */
export class SandboxNetwork extends Construct {
  readonly #subnets: CfnSubnet[];
  readonly #group: CfnSecurityGroup;

  get place(): { subnetIds: string[]; securityGroupIds: string[] } {
    return {
      subnetIds: this.#subnets.map(({ attrSubnetId }) => attrSubnetId),
      securityGroupIds: [this.#group.attrGroupId],
    };
  }

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const vpc = new CfnVPC(this, 'Vpc', {
      cidrBlock: '10.0.0.0/24',
      enableDnsSupport: false,
      enableDnsHostnames: false,
    });
    this.#subnets = ['10.0.0.0/25', '10.0.0.128/25'].map(
      (cidrBlock, at) =>
        new CfnSubnet(this, `Subnet${at}`, {
          vpcId: vpc.attrVpcId,
          cidrBlock,
          availabilityZone: Fn.select(at, Fn.getAzs()),
          mapPublicIpOnLaunch: false,
        }),
    );
    this.#group = new CfnSecurityGroup(this, 'Nothing', {
      groupDescription: 'Lets nothing in and nothing out',
      vpcId: vpc.attrVpcId,
      // Without any rule AWS adds one that lets everything out.
      securityGroupEgress: [{ ipProtocol: '-1', cidrIp: '127.0.0.1/32', description: 'Nowhere' }],
    });
    acknowledge(vpc, { VPC7: 'There is no way out of this network, and so no traffic to be recorded.' });
  }

  /** Puts a function into it. The rights that Lambda needs for that are taken from the code that runs in it. */
  holds(fn: ArtelFunction): void {
    const resource = fn.lambda.node.defaultChild as CfnFunction;
    resource.vpcConfig = this.place;
    fn.allow(INTERFACES, ['*']);
    fn.role.addToPolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        actions: INTERFACES,
        resources: ['*'],
        // Of calls that come from code of a function; those that Lambda makes for itself have none.
        conditions: { Null: { 'lambda:SourceFunctionArn': 'false' } },
      }),
    );
    // A function cannot be created before its role has these rights.
    resource.node.addDependency(fn.role);
    acknowledge(fn.role, {
      'IAM5[Resource::*]': 'Lambda names no network interface before it has made it; the code itself may not.',
    });
  }
}
