import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

export type Verdict = 'valid' | 'possible' | 'no';

const MAX_CACHED = 4096;
const verdicts = new Map<string, Verdict>();

/** What the numbering plans say of the digits. Remembered, as the same number tends to come again. */
export const verdict = (digits: string, country?: CountryCode): Verdict => {
  const key = `${country ?? ''}${digits}`;
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  const number = parsePhoneNumberFromString(digits, country);
  const found = number?.isValid() ? 'valid' : number?.isPossible() ? 'possible' : 'no';
  if (verdicts.size >= MAX_CACHED) verdicts.clear();
  verdicts.set(key, found);
  return found;
};
