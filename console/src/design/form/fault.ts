import { filled, texts } from '../../texts/index.ts';

/** What the API's checks say of a field by themselves, and what is said of it here, with the part that tells how much or which. */
const KNOWN: readonly [RegExp, string, string][] = [
  [/^Too small: expected string to have >=(\d+)/, 'tooShort', 'least'],
  [/^Too big: expected string to have <=(\d+)/, 'tooLong', 'most'],
  [/^Too small: expected array to have >=(\d+)/, 'tooFew', 'least'],
  [/^Too big: expected array to have <=(\d+)/, 'tooMany', 'most'],
  [/^Too small: expected \w+ to be >=(-?[\d.]+)/, 'tooSmall', 'least'],
  [/^Too big: expected \w+ to be <=(-?[\d.]+)/, 'tooLarge', 'most'],
  [/^Invalid option: expected one of (.+)/, 'notListed', 'values'],
];

/** What is wrong with a field, in words of the page where it has some, or else the API's own. */
export const faultInWords = (message: string): string => {
  for (const [pattern, name, part] of KNOWN) {
    const value = pattern.exec(message)?.[1];
    const words = texts().approvals.faults[name];
    if (value !== undefined && words !== undefined) return filled(words, { [part]: value.replaceAll('|', ', ') });
  }
  return message;
};
