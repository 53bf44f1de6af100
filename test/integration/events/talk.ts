import { WebSocket } from 'ws';

/** A socket that is spoken to by hand: each text sent gets the reply with its `ref`. */
export const talk = async (address: string, headers: Record<string, string> = {}) => {
  const socket = new WebSocket(address, { headers });
  const replies = new Map<number, (reply: Record<string, unknown>) => void>();
  const events: { event_type: string; event_id: number }[] = [];
  socket.on('message', (data) => {
    const said = JSON.parse(String(data));
    if (typeof said.reply === 'number') replies.get(said.reply)?.(said);
    else events.push(said);
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  let ref = 0;
  const say = (body: Record<string, unknown>): Promise<Record<string, unknown>> => {
    ref += 1;
    const mine = ref;
    const reply = new Promise<Record<string, unknown>>((resolve) => replies.set(mine, resolve));
    socket.send(JSON.stringify({ ...body, ref: mine }));
    return reply;
  };
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return { say, events, closed, leave: () => socket.terminate() };
};
