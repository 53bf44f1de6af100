import { allAudit } from '../audit/index.ts';
import { type Clock, isoTime, systemClock } from '../core/clock.ts';
import type { ProjectScope, UserScope } from '../core/scope.ts';
import { listApiKeys, profileOf, userOf } from '../identity/index.ts';
import { listCharges, publicCharge } from '../limits/index.ts';
import { listWebhooks, readNotifications } from '../notifications/index.ts';
import { listProjects } from '../projects/index.ts';
import { listUsage } from '../usage/index.ts';
import { linesOfProject } from './export-project.ts';
import { EXPORT_VERSION, type Line } from './line.ts';
import { everyOne } from './pages.ts';

/** Days of usage are texts that sort as they are: from the first one there can be. */
const EVER = { since: '2000-01-01', until: '9999-12-31' };

/** Everything that is a person's, one thing a line, without secrets: of those and of API keys only what the interface shows. */
export const exportUser = (user: UserScope, clock: Clock = systemClock): AsyncGenerator<string> =>
  framed(linesOfUser(user, clock), clock);

/** One project. */
export const exportProject = (project: ProjectScope, clock: Clock = systemClock): AsyncGenerator<string> =>
  framed(linesOfProject(project), clock);

/** The first line says what this is, the last how many lines of each kind there were: without it, an export is not whole. */
async function* framed(lines: AsyncGenerator<Line>, clock: Clock): AsyncGenerator<string> {
  yield text({ kind: 'export', value: { version: EXPORT_VERSION, at: isoTime(clock.now()) } });
  const counts: Record<string, number> = {};
  for await (const line of lines) {
    counts[line.kind] = (counts[line.kind] ?? 0) + 1;
    yield text(line);
  }
  yield text({ kind: 'end', value: { counts } });
}

const text = (line: Line): string => `${JSON.stringify(line)}\n`;

async function* linesOfUser(user: UserScope, clock: Clock): AsyncGenerator<Line> {
  const profile = await profileOf(user);
  const { default_project_id, email_confirmed_at, issuer } = profile;
  yield { kind: 'profile', value: { ...userOf(profile), default_project_id, email_confirmed_at, issuer } };
  for await (const key of everyOne((page) => listApiKeys(user, page))) yield { kind: 'api_key', value: key };
  // Not their secrets, nor what was delivered: the events are in the logs.
  for await (const webhook of everyOne((page) => listWebhooks(user, page))) yield { kind: 'webhook', value: webhook };
  const { email } = await readNotifications(user);
  if (email.events.length > 0) yield { kind: 'notifications', value: { email: { events: email.events } } };
  for await (const { id } of everyOne((page) => listProjects(user, page))) yield* linesOfProject(user.inProject(id));
  for (const usage of await listUsage(user, EVER)) yield { kind: 'usage', value: usage };
  for await (const charge of everyOne((page) => listCharges(user, page)))
    yield { kind: 'charge', value: publicCharge(charge) };
  for await (const { attempted: _, ...entry } of allAudit(user, { now: clock.now() }))
    yield { kind: 'audit', value: entry };
}
