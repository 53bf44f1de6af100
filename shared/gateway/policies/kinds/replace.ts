import { hash } from 'node:crypto';
import type { DetectOptions } from '../../../pii/index.ts';
import type { Hooks, PolicyContext } from '../../chain/policy.ts';
import { type PiiEngine, piiEngine } from '../../pii-engine.ts';
import { engineHooks, fixedReplacements } from '../engine-texts.ts';
import { remembering } from '../remembered.ts';
import type { SettingOf } from '../settings.ts';
import { withTexts } from '../texts.ts';

type Rules = SettingOf<'replace'>['rules'];

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** The rules as patterns of the engine, which runs them in linear time. */
export const patternsOf = ({ customPattern }: PiiEngine, rules: Rules) =>
  rules.map(({ find, pattern, ignore_case }, index) =>
    customPattern({ name: `R${index}`, pattern: pattern ?? literal(find ?? ''), ignoreCase: ignore_case }),
  );

type Compiled = { options: DetectOptions; work: string };

/** Settings stay the same objects while a container caches them, so their rules are compiled once. */
const known = new WeakMap<Rules, Compiled>();

const compiled = (engine: PiiEngine, rules: Rules): Compiled => {
  const one = known.get(rules) ?? {
    options: { types: [], custom: patternsOf(engine, rules) },
    work: `replace 1 ${hash('sha256', JSON.stringify(rules), 'base64url')}`,
  };
  known.set(rules, one);
  return one;
};

/** Replaces texts and patterns in requests, answers, or both. */
export const replaceHooks = async (
  { rules, on }: SettingOf<'replace'>,
  { scope: { userId: owner } }: Pick<PolicyContext, 'scope'>,
): Promise<Hooks> => {
  const engine = await piiEngine();
  const { options, work } = compiled(engine, rules);
  const find = remembering((text) => engine.detect(text, options), { owner, work });
  const replacements = fixedReplacements((type) => rules[Number(type.replace('CUSTOM_R', ''))]?.with ?? '');
  return {
    ...(on !== 'response' && {
      onRequest: (call) => withTexts(call, (text) => engine.replaceFound(text, find(text), replacements)),
    }),
    ...(on !== 'request' && engineHooks(engine, replacements, options)),
  };
};
