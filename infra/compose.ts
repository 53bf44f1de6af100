import { type App, DefaultStackSynthesizer } from 'aws-cdk-lib';
import type { Bundles } from './bundle.ts';
import { dataStackName, type Settings } from './settings/index.ts';
import { DataStack } from './stacks/data-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';

/** Where CDK's defaults are those of an older version. */
export const FEATURE_FLAGS = {
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:checkSecretUsage': true,
  '@aws-cdk/core:explicitStackTags': true,
  // The service imports from the data stack, so CloudFormation refuses to delete exports in use.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
};

/** The whole system for one stage: no account, region or name is fixed, so it deploys wherever the credentials point. */
export function compose(app: App, settings: Settings, bundles: Bundles): { data: DataStack; service: ServiceStack } {
  const { stage } = settings;
  const shared = () => ({
    settings,
    tags: { 'artel:stage': stage },
    // The CLI checks the bootstrap version itself; without the rule the template is only what is deployed.
    synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
  });
  const data = new DataStack(app, dataStackName(stage), {
    ...shared(),
    description: `Artel (${stage}): what must not be lost`,
  });
  const service = new ServiceStack(app, `artel-${stage}-service`, {
    ...shared(),
    bundles,
    data,
    description: `Artel (${stage}): functions, APIs, queues`,
  });
  return { data, service };
}
