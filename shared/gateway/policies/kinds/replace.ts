import type { DetectOptions } from '../../../pii/index.ts';
import type { Hooks } from '../../chain/policy.ts';
import { type PiiEngine, piiEngine } from '../../pii-engine.ts';
import { engineHooks, fixedReplacements } from '../engine-texts.ts';
import type { SettingOf } from '../settings.ts';
import { withTexts } from '../texts.ts';

type Rules = SettingOf<'replace'>['rules'];

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** The rules as patterns of the engine, which runs them in linear time. */
export const patternsOf = ({ customPattern }: PiiEngine, rules: Rules) =>
  rules.map(({ find, pattern, ignore_case }, index) =>
    customPattern({ name: `R${index}`, pattern: pattern ?? literal(find ?? ''), ignoreCase: ignore_case }),
  );

/** Settings stay the same objects while a container caches them, so their rules are compiled once. */
const compiledOptions = new WeakMap<Rules, DetectOptions>();

const optionsOf = (engine: PiiEngine, rules: Rules): DetectOptions => {
  const options = compiledOptions.get(rules) ?? { types: [], custom: patternsOf(engine, rules) };
  compiledOptions.set(rules, options);
  return options;
};

/** Replaces texts and patterns in requests, answers, or both. */
export const replaceHooks = async ({ rules, on }: SettingOf<'replace'>): Promise<Hooks> => {
  const engine = await piiEngine();
  const options = optionsOf(engine, rules);
  const replacements = fixedReplacements((type) => rules[Number(type.replace('CUSTOM_R', ''))]?.with ?? '');
  return {
    ...(on !== 'response' && {
      onRequest: (call) => withTexts(call, (text) => engine.redact(text, replacements, options).text),
    }),
    ...(on !== 'request' && engineHooks(engine, replacements, options)),
  };
};
