import type { DetectOptions } from '../../../pii/index.ts';
import type { Hooks } from '../../chain/policy.ts';
import { type PiiEngine, piiEngine } from '../../pii-engine.ts';
import { engineHooks, fixedReplacements } from '../engine-texts.ts';
import type { SettingOf } from '../settings.ts';
import { withTexts } from '../texts.ts';

type Rules = SettingOf<'replace'>['rules'];

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** The rules as patterns of the engine, which runs them in time that grows with the text alone. */
export const patternsOf = ({ customPattern }: PiiEngine, rules: Rules) =>
  rules.map(({ find, pattern, ignore_case }, at) =>
    customPattern({ name: `R${at}`, pattern: pattern ?? literal(find ?? ''), ignoreCase: ignore_case }),
  );

/** Settings stay the same objects for as long as a container knows them: their rules are made ready once. */
const ready = new WeakMap<Rules, DetectOptions>();

const optionsOf = (engine: PiiEngine, rules: Rules): DetectOptions => {
  const options = ready.get(rules) ?? { types: [], custom: patternsOf(engine, rules) };
  ready.set(rules, options);
  return options;
};

/** Texts and patterns that become other texts, in what is asked, in what is answered, or both. */
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
