import { Annotations, App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundle } from './bundle.ts';
import { refuseLarge } from './bundle-sizes.ts';
import { compose, FEATURE_FLAGS } from './compose.ts';
import { configuredSettings, isStage, missingIn, STAGES } from './settings/index.ts';

/** What the CDK CLI runs: `cdk deploy --all -c stage=staging`. A finding of cdk-nag fails it before anything is deployed. */
const app = new App({ postCliContext: FEATURE_FLAGS, analyticsReporting: false, stackTraces: false });
const stage: unknown = app.node.tryGetContext('stage');
if (!isStage(stage)) throw new Error(`Give a stage: -c stage=${STAGES.join('|')}, not "${String(stage)}".`);

const bundles = bundle();
refuseLarge(bundles.bytes);
const settings = configuredSettings(stage);
if (settings.sandbox === 'process')
  throw new Error(
    'The setting "sandbox" is "process", which is a wall of one machine. Deploy with "light" or "machine".',
  );
const { service } = compose(app, settings, bundles);
for (const { setting, without } of missingIn(settings))
  Annotations.of(service).addWarningV2(`artel:${setting}`, `${setting} is not set in artel.config.json: ${without}.`);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
