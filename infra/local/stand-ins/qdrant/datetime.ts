const form = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** Microseconds since 1970 of an RFC 3339 date and its looser spellings (no time, no zone = UTC); undefined if it is none. */
export function microseconds(text: string): number | undefined {
  const parts = form.exec(text.trim());
  if (!parts) return undefined;
  const [, date, time = '00:00', fraction = '', zone = 'Z'] = parts;
  const colon = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const milliseconds = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}${colon}`);
  if (Number.isNaN(milliseconds)) return undefined;
  return milliseconds * 1000 + Number(fraction.slice(0, 6).padEnd(6, '0'));
}
