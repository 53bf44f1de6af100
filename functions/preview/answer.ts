import type { Clock } from '../../shared/core/clock.ts';
import {
  type Asked,
  capture,
  findInSite,
  followPreview,
  LIVE_SCRIPT,
  reportIn,
  type Shown,
  shownAt,
} from '../../shared/previews/index.ts';
import { fileAnswer } from './file.ts';
import { programAnswer } from './program/answer.ts';
import type { Answer } from './reply.ts';
import type { PreviewRequest } from './request.ts';

/**
 * For a token that leads nowhere, a preview that is over, and a file that is not there: all alike, so that nobody learns which
 * it was.
 */
export const NOTHING: Answer = {
  status: 404,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><meta charset="utf-8"><title>Nothing here</title><p>There is nothing here.\n',
};

/** Below it lies what is not of the project. */
const OWN = '/__artel/';
const isRead = ({ method }: PreviewRequest): boolean => method === 'GET' || method === 'HEAD';
const script = { 'content-type': 'text/javascript; charset=utf-8' };
const ROBOTS: Answer = {
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'User-agent: *\nDisallow: /\n',
};

export const answerTo = async (request: PreviewRequest, clock: Clock): Promise<Answer> => {
  const { asked } = request;
  const shown = asked && (await shownAt(asked.token, clock));
  if (!asked || !shown) return NOTHING;
  if (asked.path.startsWith(OWN)) return ownAnswer(request, { asked, shown }, clock);
  if (asked.path === '/robots.txt' && isRead(request)) return ROBOTS;
  // A service worker would go on showing a preview in this browser once it is over.
  if (request.headers['service-worker'] !== undefined) return NOTHING;
  if (shown.preview.program) return programAnswer(request, { asked, shown }, clock);
  if (!isRead(request)) return NOTHING;
  const asPage = request.headers.accept?.includes('text/html') ?? false;
  const file = await findInSite(shown, asked.path, { asPage });
  const answer = file && (await fileAnswer(file, request, { prefix: asked.prefix, follows: isFollowing(shown) }));
  return answer ?? NOTHING;
};

const isFollowing = ({ preview }: Shown): boolean => preview.version === 'newest';

const ownAnswer = async (
  request: PreviewRequest,
  { asked, shown }: { asked: Asked; shown: Shown },
  clock: Clock,
): Promise<Answer> => {
  switch (`${isRead(request) ? 'GET' : request.method} ${asked.path.slice(OWN.length)}`) {
    case 'GET live.js':
      return { status: 200, headers: script, body: LIVE_SCRIPT };
    case 'GET events': {
      const version = /^\d{1,9}$/.exec(request.query.get('version') ?? '0')?.[0] ?? '0';
      return {
        status: 200,
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
        stream: (tools) => followPreview(shown, Number(version), tools),
      };
    }
    case 'POST errors': {
      const report = reportIn(request.body.toString());
      // Whether it was kept is nobody's business who sends it.
      if (report) await capture(shown, report, clock);
      return { status: report ? 204 : 400 };
    }
    default:
      return NOTHING;
  }
};
