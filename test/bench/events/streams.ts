import type { Room } from './audience.ts';

type Line = { event_id?: number; timestamp: string };

/** So many clients that follow one session as NDJSON; resolves once each was sent its first line. */
export const followAll = async (
  { artel, who, session, hearing }: Room,
  followers: number,
): Promise<{ leave: () => void }> => {
  const leaving = new AbortController();
  const follow = async (begun: () => void): Promise<void> => {
    const own = hearing.client();
    const answer = await fetch(`${artel.cloud.url}/my/chat/${session}/events`, {
      headers: { authorization: `Bearer ${who.token}` },
      signal: leaving.signal,
    });
    if (answer.status !== 200 || !answer.body) throw new Error(`${answer.status}: ${await answer.text()}`);
    let rest = '';
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hearing.note(own, line.length + 1, [JSON.parse(line) as Line]);
      begun();
    }
  };
  const begin = (): Promise<void> =>
    new Promise((resolve, reject) => {
      follow(resolve).catch((error: unknown) => (leaving.signal.aborted ? undefined : reject(error)));
    });
  await Promise.all(Array.from({ length: followers }, begin));
  return { leave: () => leaving.abort() };
};
