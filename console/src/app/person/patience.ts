import { relative } from '../../design/figure/moment.ts';
import { filled, texts } from '../../texts/index.ts';
import { dismissAbout, notify } from '../frame/notices.ts';
import { language } from '../preferences/preferences.ts';

const ABOUT = 'patience';
/** Seconds that pass without a word. */
const UNNOTICED = 2;

let over: ReturnType<typeof setTimeout> | undefined;

/**
 * A `fetch` that says why nothing comes while the service has too many requests of this person: the client asks again by itself
 * as soon as it may, and until then a page would only stand there.
 */
export const patientFetch =
  (send: typeof fetch = (input, init) => fetch(input, init)): typeof fetch =>
  async (input, init) => {
    const answer = await send(input, init);
    const seconds = answer.status === 429 ? Number(answer.headers.get('retry-after') ?? 0) : 0;
    if (seconds > UNNOTICED) sayUntil(seconds * 1_000);
    return answer;
  };

const sayUntil = (wait: number): void => {
  clearTimeout(over);
  const when = relative(wait, 0, language.value);
  notify(filled(texts().common.tooMany, { when }), { kind: 'attention', about: ABOUT });
  over = setTimeout(() => dismissAbout(ABOUT), wait);
};
