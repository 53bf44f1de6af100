import { language } from '../../app/preferences/preferences.ts';

/** US dollars as the API counts them. Small sums keep the digits that say something. */
export const money = (dollars: number): string => {
  const digits =
    dollars === 0 || Math.abs(dollars) >= 1 ? 2 : Math.min(6, 2 - Math.floor(Math.log10(Math.abs(dollars))));
  return new Intl.NumberFormat(language.value, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits: Math.max(2, digits),
  }).format(dollars);
};

export const Money = ({ dollars }: { dollars: number }) => <span class="number">{money(dollars)}</span>;
