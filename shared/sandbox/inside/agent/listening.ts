import { once } from 'node:events';
import { connect } from 'node:net';

/** Whether a program accepts connections on this port of the machine. It is asked nothing. */
export async function isListening(port: number): Promise<boolean> {
  const socket = connect({ host: '127.0.0.1', port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    // Refused: nothing is there, or not yet.
    return false;
  } finally {
    socket.destroy();
  }
}
