import { Aws, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnMicrovmImage, CfnNetworkConnector } from 'aws-cdk-lib/aws-lambda';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { machineImage } from '../machine-image.ts';
import type { Settings } from '../settings/index.ts';
import { acknowledge } from './acknowledge.ts';
import type { ArtelFunction } from './artel-function.ts';
import { SandboxNetwork } from './sandbox-network.ts';

/** Who may start machines, who may talk to those that others started, and who may only end them. */
export type Machines = Record<'grantStarting' | 'grantReaching' | 'grantEnding', (fn: ArtelFunction) => void>;

/** None behind the wall `light`, which runs nothing that goes on. */
export function machinesFor(scope: Construct, settings: Settings): Machines | undefined {
  if (settings.sandbox === 'light') return undefined;
  return settings.sandbox === 'machine' ? new SandboxMachines(scope, 'Machines', settings) : machinesHere;
}

/** Megabytes that a machine has at least; it may have four times as many for a while. */
const MEMORY = 2048;

/** What Lambda has to do with network interfaces in the subnets that a connector leads to. */
const INTERFACES = [
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
  'ec2:CreateTags',
];

/** Of AWS's own: the connectors that every account has. */
const managed = (name: string): string =>
  `arn:${Aws.PARTITION}:lambda:${Aws.REGION}:aws:network-connector:aws-network-connector:${name}`;

/**
 * The wall `machine`: an image, and the only way out of machines, which leads to subnets without one. Machines have no role. None is
 * there until a command needs it, so at rest this costs the storage of one snapshot.
 */
class SandboxMachines extends Construct implements Machines {
  readonly #image: CfnMicrovmImage;
  readonly #egress: CfnNetworkConnector;

  constructor(scope: Construct, id: string, { stage }: Settings) {
    super(scope, id);
    const name = `artel-${stage}-sandbox`;
    this.#egress = new CfnNetworkConnector(this, 'Egress', {
      name,
      operatorRole: this.#connecting().roleArn,
      configuration: {
        vpcEgressConfiguration: {
          associatedComputeResourceTypes: ['MicroVm'],
          networkProtocol: 'IPv4',
          ...new SandboxNetwork(this, 'Network').place,
        },
      },
    });
    const source = new Asset(this, 'Source', { path: machineImage() });
    this.#image = new CfnMicrovmImage(this, 'Image', {
      name,
      description: 'Machines that run the commands of agents',
      baseImageArn: `arn:${Aws.PARTITION}:lambda:${Aws.REGION}:aws:microvm-image:al2023-1`,
      baseImageVersion: '0',
      buildRoleArn: this.#building(source).roleArn,
      codeArtifact: { uri: source.s3ObjectUrl },
      cpuConfigurations: [{ architecture: 'ARM_64' }],
      resources: [{ minimumMemoryInMiB: MEMORY }],
      additionalOsCapabilities: [],
      // While it is built, and then only: each machine is started with the way out above.
      egressNetworkConnectors: [managed('INTERNET_EGRESS')],
      environmentVariables: [],
      hooks: {},
      logging: { disabled: true },
    });
  }

  /** A function may start machines, talk to them and end them. */
  grantStarting(fn: ArtelFunction): void {
    allowStarting(fn, { image: this.#image.attrImageArn, egress: this.#egress.attrArn });
  }

  /** A function may talk to machines, whoever started them. A right is about their image, and not about one of them. */
  grantReaching(fn: ArtelFunction): void {
    allowReaching(fn, this.#image.attrImageArn);
  }

  /** A function may end machines, whoever started them. */
  grantEnding(fn: ArtelFunction): void {
    allowEnding(fn, this.#image.attrImageArn);
  }

  #connecting(): Role {
    const role = this.#roleOfLambda('ConnectorRole');
    role.addToPolicy(new PolicyStatement({ actions: INTERFACES, resources: ['*'] }));
    acknowledge(role, { 'IAM5[Resource::*]': 'Lambda names no network interface before it has made it.' });
    return role;
  }

  #building(source: Asset): Role {
    const role = this.#roleOfLambda('BuildRole');
    const { s3BucketName, s3ObjectKey } = source;
    const object = `arn:${Aws.PARTITION}:s3:::${s3BucketName}/${s3ObjectKey}`;
    role.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: [object] }));
    return role;
  }

  /** Only for machines of this account. https://docs.aws.amazon.com/lambda/latest/dg/microvms-security.html */
  #roleOfLambda(id: string): Role {
    const ours = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    const lambda = new ServicePrincipal('lambda.amazonaws.com', { conditions: ours });
    const role = new Role(this, id, { assumedBy: lambda });
    role.assumeRolePolicy?.addStatements(new PolicyStatement({ principals: [lambda], actions: ['sts:TagSession'] }));
    return role;
  }
}

const allowStarting = (fn: ArtelFunction, { image, egress }: { image: string; egress: string }): void => {
  fn.addEnvironment('machineImage', image)
    .addEnvironment('machineEgress', egress)
    .allow(['lambda:RunMicrovm', 'lambda:CreateMicrovmAuthToken', 'lambda:TerminateMicrovm'], [image])
    // The way in is added by AWS to each machine, and has to be allowed all the same.
    .allow(['lambda:PassNetworkConnector'], [egress, managed('HTTP_INGRESS')]);
};

const allowReaching = (fn: ArtelFunction, image: string): void => {
  fn.allow(['lambda:CreateMicrovmAuthToken'], [image]);
};

const allowEnding = (fn: ArtelFunction, image: string): void => {
  fn.allow(['lambda:TerminateMicrovm'], [image]);
};

/** On one machine, where they are namespaces of it: names that lead nowhere else. */
const here = (rest: string): string => `arn:${Aws.PARTITION}:lambda:${Aws.REGION}:${Aws.ACCOUNT_ID}:${rest}`;
const machinesHere: Machines = {
  grantStarting: (fn) =>
    allowStarting(fn, { image: here('microvm-image:here'), egress: here('network-connector:nowhere') }),
  grantReaching: (fn) => allowReaching(fn, here('microvm-image:here')),
  grantEnding: (fn) => allowEnding(fn, here('microvm-image:here')),
};
