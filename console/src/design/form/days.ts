/** A day of a date field, `2026-11-29`, as the moment it begins at where the person is; `undefined` where none is chosen. */
export const dayStart = (day: string): string | undefined => moment(day, 0);

/** The last moment of it. */
export const dayEnd = (day: string): string | undefined => moment(day, 1);

const moment = (day: string, later: 0 | 1): string | undefined => {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return undefined;
  // Not 24 hours: some days have more or fewer.
  return new Date(new Date(year, month - 1, date + later).getTime() - later).toISOString();
};
