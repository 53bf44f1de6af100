import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type LocalMail = {
  from: string;
  to: string[];
  subject: string;
  text: string;
  headers?: Record<string, string>;
};
export type OnMail = (mail: LocalMail) => void;

/** How many mails are kept in memory. */
const KEPT = 500;

/** Where mails end that SES would deliver: in memory, and each as a text file in a folder if there is one. */
export class Outbox {
  readonly #folder: string | undefined;
  readonly #also: OnMail | undefined;
  readonly #mails: LocalMail[] = [];
  #sent = 0;

  constructor(folder: string | undefined, also?: OnMail) {
    this.#folder = folder;
    this.#also = also;
    if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** The newest last. */
  get mails(): readonly LocalMail[] {
    return this.#mails;
  }

  /** Takes a mail and gives the id it is known by. */
  add(mail: LocalMail, now: number): string {
    this.#sent += 1;
    const id = `${new Date(now).toISOString().replaceAll(':', '-')}-${this.#sent}`;
    this.#mails.push(mail);
    this.#mails.splice(0, this.#mails.length - KEPT);
    if (this.#folder !== undefined) writeFileSync(join(this.#folder, `${id}.txt`), written(mail), { mode: 0o600 });
    this.#also?.(mail);
    return id;
  }
}

/** A mail as a person reads it. */
export const written = ({ from, to, subject, text, headers = {} }: LocalMail): string => {
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`);
  return `From: ${from}\nTo: ${to.join(', ')}\nSubject: ${subject}\n${more.join('')}\n${text}`;
};
