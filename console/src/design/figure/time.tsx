import { signal } from '@preact/signals';
import { language } from '../../app/preferences/preferences.ts';
import { exact, relative } from './moment.ts';

/** The time of day that relative times on the page are told by; it moves on for all of them at once. */
export const now = signal(Date.now());
const STEP = 10_000;
setInterval(() => {
  if (!document.hidden) now.value = Date.now();
}, STEP);

/** A time, relative to now, with the exact one on hover. `at`: as the API says it. */
export const Time = ({ at }: { at: string | null | undefined }) => {
  if (!at) return null;
  const time = Date.parse(at);
  return (
    <time dateTime={at} title={exact(time, language.value)}>
      {relative(time, Math.max(now.value, Date.now() - STEP), language.value)}
    </time>
  );
};
