import type { Hooks } from '../chain/policy.ts';
import type { DetectOptions } from '../pii/index.ts';
import { type PiiEngine, piiEngine } from '../pii-engine.ts';
import { engineHooks, fixedReplacements } from './engine-texts.ts';
import type { SettingOf } from './settings.ts';
import { withTexts } from './texts.ts';

type Rules = SettingOf<'replace'>['rules'];

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** The rules as patterns of the engine, which runs them in time that grows with the text alone. */
export const patternsOf = ({ customPattern }: PiiEngine, rules: Rules) =>
  rules.map(({ find, pattern, ignore_case }, at) =>
    customPattern({ name: `R${at}`, pattern: pattern ?? literal(find ?? ''), ignoreCase: ignore_case }),
  );

/** Texts and patterns that become other texts, in what is asked, in what is answered, or both. */
export const replaceHooks = async ({ rules, on }: SettingOf<'replace'>): Promise<Hooks> => {
  const engine = await piiEngine();
  const options: DetectOptions = { types: [], custom: patternsOf(engine, rules) };
  const replacements = fixedReplacements((type) => rules[Number(type.replace('CUSTOM_R', ''))]?.with ?? '');
  return {
    ...(on !== 'response' && {
      onRequest: (call) => withTexts(call, (text) => engine.redact(text, replacements, options).text),
    }),
    ...(on !== 'request' && engineHooks(engine, replacements, options)),
  };
};
