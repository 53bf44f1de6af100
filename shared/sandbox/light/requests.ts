import { SECOND } from '../../core/clock.ts';
import { EgressError, type EgressFetch } from '../../egress/index.ts';
import type { Command } from '../contract.ts';
import type { WebAnswer, WebRequest } from './messages.ts';

const MEGABYTE = 1024 * 1024;
/** Of one command; each has it run again. */
export const MAX_REQUESTS = 10;
/** All answers of a command travel into the sandbox together. */
const LIMITS = { maxBytes: MEGABYTE / 4, timeoutMs: 20 * SECOND };

/** `timeMs`: what the command has left. */
type Sender = { fetch: EgressFetch; command: Pick<Command, 'grants' | 'signal'>; timeMs: number };

/** Sends a request of a command, if a person granted its host. Redirects are for the command to follow: each is a request. */
export const answerTo = async (request: WebRequest, { fetch, command, timeMs }: Sender): Promise<WebAnswer> => {
  const { grants, signal } = command;
  const url = URL.parse(request.url);
  if (!url || !grants.hosts.includes(url.hostname))
    return { refused: `Nobody has agreed to requests to ${hostIn(url)}.` };
  try {
    const { method, headers, body } = request;
    const init = { method, headers, signal, redirect: 'manual' as const, ...(body !== undefined && { body }) };
    const limits = { ...LIMITS, timeoutMs: Math.max(1, Math.min(LIMITS.timeoutMs, timeMs)) };
    const response = await fetch(url, init, limits);
    return {
      status: response.status,
      statusText: response.statusText,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
      url: url.href,
    };
  } catch (error) {
    if (error instanceof EgressError) return { refused: error.message };
    throw error;
  }
};

const hostIn = (url: URL | null): string => (url ? url.hostname : 'this address');
