import { PolicyRefused } from '../../chain/errors.ts';
import type { Hooks } from '../../chain/policy.ts';
import type { SettingOf } from '../settings.ts';
import { matchesAny } from '../wildcards.ts';

/** Allows only the listed models. */
export const modelsHooks = ({ allow }: SettingOf<'models'>): Hooks => ({
  onRequest: ({ model }) => {
    if (model !== undefined && matchesAny(model, allow)) return undefined;
    throw new PolicyRefused(`The model "${model ?? 'default'}" is not allowed here. Choose another one.`);
  },
});
