import { type ChainSetting, type PolicySetting, rankOf, type SettingOf } from '../settings.ts';
import type { OwnPolicies } from './settings.ts';

/**
 * The chain of one person: what is imposed on them, and what they set themselves, which can only add to it.
 *
 *     imposed, but pii and dedup ── own that only read ── pii ── own that change texts ── dedup ── answers
 *
 * Everything imposed gets each text exactly as it would without the person's own policies: those before it only read, and
 * those that change texts come after. They put in nothing but a fixed mark, so what was taken out does not come back. An own
 * `pii` is not a second one, which would take the first one's placeholders for a person's words: it adds to what is found.
 *
 * Of `answers` there is one: the imposed one, if there is any.
 *
 * `offered` names the imposed policies that are the person's to switch off.
 */
export const tightened = (
  imposed: readonly PolicySetting[],
  own: OwnPolicies,
  offered: readonly string[],
): ChainSetting[] => {
  const isOff = ({ name }: PolicySetting): boolean => offered.includes(name) && own.switched_off.includes(name);
  const standing = imposed.filter((one) => one.enabled && !isOff(one));
  const added = own.policies.filter(({ enabled }) => enabled).map((one) => ({ ...one, name: `own:${one.name}` }));
  return [
    ...standing.filter((one) => rankOf(one) === 0),
    ...added.filter((one) => rankOf(one) === 0 && !changesTexts(one)),
    ...together(standing.find(isPii), added.find(isPii)),
    ...added.filter(changesTexts),
    ...standing.filter(({ kind }) => kind === 'dedup'),
    ...[standing.find(isAnswers) ?? added.find(isAnswers)].filter((one) => one !== undefined),
  ];
};

const changesTexts = (one: PolicySetting): boolean =>
  one.kind === 'replace' || (one.kind === 'secrets' && one.action === 'mask');

const isAnswers = (one: PolicySetting): one is SettingOf<'answers'> => one.kind === 'answers';

const isPii = (one: PolicySetting): one is SettingOf<'pii'> => one.kind === 'pii';

const together = (imposed: SettingOf<'pii'> | undefined, own: SettingOf<'pii'> | undefined): ChainSetting[] => {
  if (imposed && own) return [{ ...imposed, also: own }];
  return [imposed, own].filter((one) => one !== undefined);
};
