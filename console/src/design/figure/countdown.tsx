import { useEffect, useState } from 'preact/hooks';
import { language } from '../../app/preferences/preferences.ts';
import { filled, texts } from '../../texts/index.ts';
import { duration, exact } from './moment.ts';

const SECOND = 1_000;
const HOUR = 60 * 60 * SECOND;
const DAY = 24 * HOUR;
/** From here on it is said in another colour, and in words, that little time is left. */
const SOON = 60 * SECOND;

/** `2 days`, in the words of the language. */
const inUnit = (count: number, unit: 'day' | 'hour'): string =>
  new Intl.NumberFormat(language.value, { style: 'unit', unit, unitDisplay: 'long' }).format(count);

/** Of what is far away, the days and hours. */
const inDays = (milliseconds: number): string => {
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  return [inUnit(Math.floor(milliseconds / DAY), 'day'), ...(hours > 0 ? [inUnit(hours, 'hour')] : [])].join(' ');
};

/** How long there is left until a time, to the second; of a time that is days away, to the hour. `at`: as the API says it. */
export const Countdown = ({ at }: { at: string }) => {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, []);
  const { approvals } = texts();
  const end = Date.parse(at);
  const left = end - now;
  if (left <= 0) return <span class="countdown over">{approvals.over}</span>;
  const said =
    left < DAY
      ? filled(left < SOON ? approvals.soon : approvals.left, { time: duration(Math.ceil(left / SECOND) * SECOND) })
      : filled(approvals.left, { time: inDays(left) });
  return (
    <time class={left < SOON ? 'countdown soon' : 'countdown'} dateTime={at} title={exact(end, language.value)}>
      {said}
    </time>
  );
};
