import { log } from '../../observability/log.ts';
import { handOver, type Mail, sendsMail } from '../../platform/mail.ts';

/**
 * Mails what follows a change that is done. The change stands if its mail cannot be handed over now: an operator is told,
 * and whoever waits for a link can ask for another one.
 */
export const postAfterwards = async (mail: Mail): Promise<void> => {
  if (!sendsMail()) return;
  try {
    await handOver(mail);
  } catch (error) {
    log.error('mail not handed over', { error: error as Error });
  }
};
