import { language } from '../../../app/preferences/preferences.ts';

/** A share of one, in per cent. */
export const percent = (share: number): string =>
  new Intl.NumberFormat(language.value, { style: 'percent', maximumFractionDigits: 1 }).format(share);
