import { DEFAULTS } from './defaults.ts';
import { overridesFor } from './file.ts';
import { withUnpricedModels } from './own-models.ts';
import { checked, type Overrides, type Settings, type Stage } from './schema.ts';

export { missingIn } from './missing.ts';
export { withUnpricedModels } from './own-models.ts';
export { checked, isStage, type Settings, STAGES, type Stage } from './schema.ts';

/** A stage's defaults, changed by each of the overrides in turn. */
export const settingsFor = (stage: Stage, overrides: Overrides[] = []): Settings =>
  checked(overrides.reduce<Settings>(changed, DEFAULTS[stage]));

/** A stage as this checkout deploys it: its defaults and what `artel.config.json` changes of them. */
export const configuredSettings = (stage: Stage): Settings => settingsFor(stage, overridesFor(stage));

/** Lists are replaced whole; `throttle`, `memory` and `cache` keep what is not named. */
const changed = (settings: Settings, { throttle, memory, cache, ...rest }: Overrides): Settings => ({
  ...settings,
  ...rest,
  throttle: { ...settings.throttle, ...throttle },
  memory: { ...settings.memory, ...memory },
  cache: { ...settings.cache, ...cache },
});

/** Who is mailed to on a single machine: nobody, everything ends in a folder. */
const LOCAL_SENDER = 'artel@localhost.localdomain';

/** A stage as it runs on one machine: everything at one port of it and previews at another, mails in a folder, any model, and a Qdrant of its own. */
export const onOneMachine = (settings: Settings): Settings => ({
  ...settings,
  domain: undefined,
  // Browsers lead every name below `localhost` to this machine.
  previews: { domain: 'localhost' },
  vectorStore: settings.vectorStore ?? 'qdrant',
  tiers: withUnpricedModels(settings.tiers),
  mail: { ...settings.mail, from: settings.mail?.from ?? LOCAL_SENDER },
});

/** Whether memories are in a table of the deployment's own. */
export const hasMemoryTable = ({ vectorStore }: Settings): boolean => vectorStore !== 'qdrant';

/** The stack that holds what must not be lost. */
export const dataStackName = (stage: Stage): string => `artel-${stage}-data`;
