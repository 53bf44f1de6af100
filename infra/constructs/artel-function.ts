import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
  TenancyConfig,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ENV } from '../../shared/core/environment.ts';
import type { Bundles } from '../bundle.ts';
import type { Settings } from '../settings/index.ts';

export type FunctionProps = {
  /** Folder under `functions/`. */
  name: string;
  bundles: Bundles;
  settings: Settings;
  memory: number;
  timeoutSeconds: number;
  reservedConcurrency?: number | undefined;
  /**
   * Lambda ends a chain "function → queue → same function" after sixteen rounds, taking it for a mistake. Where such a chain
   * is the design (a finished task starts the next in its lane) the function says so; its length is bounded in the store.
   */
  feedsItself?: boolean;
  /** In a network of its own, and with an environment for each user, whom each call names. */
  apart?: { holds(fn: ArtelFunction): void };
};

type Conditions = Record<string, Record<string, string | string[]>>;

/** One Lambda function with its own role, which may write its own log and nothing else until something is granted. */
export class ArtelFunction extends Construct {
  readonly name: string;
  readonly lambda: Lambda;
  readonly role: Role;

  constructor(scope: Construct, props: FunctionProps) {
    super(scope, pascalCase(props.name));
    const { settings } = props;
    this.name = props.name;
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new LogGroup(this, 'Logs', {
      retention: settings.logRetentionDays,
      removalPolicy: settings.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    // `Default` keeps logical ids short: `AgentWorker…`.
    this.lambda = new Lambda(this, 'Default', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(assetOf(props)),
      handler: 'index.handler',
      role: this.role,
      memorySize: props.memory,
      timeout: Duration.seconds(props.timeoutSeconds),
      reservedConcurrentExecutions: props.reservedConcurrency,
      recursiveLoop: props.feedsItself ? RecursiveLoop.ALLOW : undefined,
      tenancyConfig: props.apart && TenancyConfig.PER_TENANT,
      logGroup,
      // The functions write JSON themselves; this makes the platform's own lines JSON too.
      loggingFormat: LoggingFormat.JSON,
      // Lambda drops JSON lines below its own level, which is INFO by default.
      applicationLogLevelV2: ApplicationLogLevel[settings.logLevel],
      environment: {
        [ENV.stage]: settings.stage,
        [ENV.logLevel]: settings.logLevel,
        ...(Object.keys(settings.tiers).length > 0 && { [ENV.tiers]: JSON.stringify(settings.tiers) }),
      },
    });
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);
    props.apart?.holds(this);
  }

  /** Sets a variable by its name in `ENV`. */
  addEnvironment(name: keyof typeof ENV, value: string): this {
    this.lambda.addEnvironment(ENV[name], value);
    return this;
  }

  allow(actions: string[], resources: string[], conditions?: Conditions): this {
    this.role.addToPolicy(new PolicyStatement({ actions, resources, ...(conditions && { conditions }) }));
    return this;
  }
}

function assetOf({ name, bundles }: FunctionProps): string {
  const folder = bundles.folders[name];
  if (!folder) throw new Error(`functions/${name}/handler.ts does not exist.`);
  return folder;
}

const pascalCase = (name: string): string => name.replace(/(^|-)([a-z])/g, (_, _dash, letter) => letter.toUpperCase());
