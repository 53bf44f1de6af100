import type { Hooks } from '../chain/policy.ts';
import { PolicyRefused } from '../chain/refusal.ts';
import type { SettingOf } from './settings.ts';
import { fitsAny } from './wildcards.ts';

/** Only the listed models are asked. */
export const modelsHooks = ({ allow }: SettingOf<'models'>): Hooks => ({
  onRequest: ({ model }) => {
    if (model !== undefined && fitsAny(model, allow)) return undefined;
    throw new PolicyRefused(`The model "${model ?? 'default'}" is not allowed here. Choose another one.`);
  },
});
