import { signal } from '@preact/signals';
import type { components, SessionEvent } from '../../../../clients/typescript/src/index.ts';
import { gathered } from '../../api/gathered.ts';
import { filled, texts } from '../../texts/index.ts';
import { dismissAbout, notices, notify } from '../frame/notices.ts';
import { artel } from '../person/session.ts';
import { href, place } from '../place/route.ts';
import { project } from './project.ts';

/** How many approvals of the project wait for the person, at most as many as a page holds. */
export const pendingApprovals = signal(0);

/** Milliseconds between two looks, for chats that nobody has open. An open one tells at once: `hearOfApprovals`. */
const LOOK_EVERY = 20_000;
/** Milliseconds in which what is heard is gathered: a log begins by telling all that was asked in it for a day. */
const GATHERED_FOR = 60;

type Asked = Pick<components['schemas']['Approval'], 'id' | 'run_id' | 'session_id'>;

let told = new Set<string>();
let isFirst = true;
/** Those of which the notice tells that is shown, or was. */
let noticed: readonly string[] = [];
const ABOUT = 'approvals';

/** The page that is open shows it anyway: its chat, its run, or itself. */
const isInView = ({ id, run_id, session_id }: Asked): boolean => {
  const { item } = place.value;
  return item !== undefined && [id, run_id, session_id].includes(item);
};

/** One notice tells of all that is asked; it goes when all of it is decided. */
const tell = (asked: readonly string[]): void => {
  const hasNews = asked.some((id) => !noticed.includes(id));
  const isShown = notices.value.some(({ about }) => about === ABOUT);
  if (asked.length === 0) dismissAbout(ABOUT);
  else if (hasNews || (isShown && asked.length < noticed.length)) {
    const to = href({ screen: 'approvals', ...(asked.length === 1 && { item: asked[0] }) });
    notify(filled(texts().approvals.asked, { count: asked.length }), { kind: 'attention', to, about: ABOUT });
  }
  noticed = asked;
};

let open: AbortController | undefined;

/** Looks now; an earlier look that is still open would tell of a time before. A notice tells of those that were not there before. */
export const lookForApprovals = async (): Promise<void> => {
  const at = project.value;
  open?.abort();
  const mine = new AbortController();
  open = mine;
  const { items } = await artel().call('GET /my/projects/{project_id}/approvals', {
    path: { project_id: at },
    query: { status: 'pending', limit: 100 },
    signal: mine.signal,
  });
  if (at !== project.value || open !== mine) return;
  pendingApprovals.value = items.length;
  const fresh = items.filter((one) => !isFirst && !told.has(one.id) && !isInView(one));
  tell(items.map(({ id }) => id).filter((id) => noticed.includes(id) || fresh.some((one) => one.id === id)));
  told = new Set(items.map(({ id }) => id));
  isFirst = false;
};

// What could not be asked now is asked the next time.
const tryToLook = (): void => void lookForApprovals().catch(() => undefined);
const lookSoon = gathered(tryToLook, GATHERED_FOR);

/** Takes what a page hears of a chat or a run: something may be asked now, or decided. */
export const hearOfApprovals = ({ event_type }: Pick<SessionEvent, 'event_type'>): void => {
  if (event_type === 'approval_required' || event_type === 'approval_resolved') lookSoon();
};

/** Looks from time to time while the page is visible, and when it comes back into view. Returns how to stop. */
export const watchApprovals = (): (() => void) => {
  isFirst = true;
  told = new Set();
  tell([]);
  pendingApprovals.value = 0;
  const look = (): void => {
    if (!document.hidden) tryToLook();
  };
  look();
  const timer = setInterval(look, LOOK_EVERY);
  document.addEventListener('visibilitychange', look);
  return () => {
    open?.abort();
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
};
