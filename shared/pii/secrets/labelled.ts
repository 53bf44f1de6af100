import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';

/** The name in front of `=` or `:` says that a secret follows: `aws_secret_access_key=`, `"apiKey": "`, `пароль:`. */
const secretName =
  /(?:(?:api|access|secret|private|auth|encryption|signing|account|client|master|service|shared|app)[-_. ]?key|secret|token|passw(?:or)?d|passwd|pwd|passphrase|credentials?|парол[ья]|токен|ключ(?: api| доступа)?|секрет)["'\]]?[ \t]{0,3}$/i;
const namesSecret = /[yntds lkеяйнчь"'\] ]/i;
const value = /[ \t]{0,3}["'`]?(?:Bearer |Basic )?([A-Za-z0-9_\-+/=.~!@#$%^&*]{6,512})/y;
const password = /парол|pass|pwd/i;
/** Code, paths and stand-ins that follow such names as often as secrets do. */
const noSecret =
  /^(?:[a-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$|\$|process\.|os\.|env\.|\/|https?$|x{4,}|\*{3,}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|your[-_]|example|test$|null|undefined|true|false|none)/i;

const trimmed = (text: string): string => text.replace(/[.,!]+$/, '');

const isSecret = (found: string, isPassword: boolean): boolean => {
  if (noSecret.test(found)) return false;
  const digits = /\d/.test(found);
  const letters = /[A-Za-z]/.test(found);
  if (isPassword) return letters && (digits || /[!@#$%^&*]/.test(found));
  return found.length >= 12 && letters && digits && new Set(found).size >= 6;
};

/** A secret behind the `=` or `:` at `at`, told by its name alone. Answers the end of the secret, or `at`. */
export const findLabelledSecret = (text: string, at: number, sink: Sink): number => {
  if (!namesSecret.test(text[at - 1] ?? '')) return at;
  const label = before(text, at, 40);
  if (!secretName.test(label)) return at;
  value.lastIndex = at + 1;
  const found = value.exec(text)?.[1];
  if (found === undefined) return at;
  const secret = trimmed(found);
  if (!isSecret(secret, password.test(label.slice(-14)))) return at;
  const start = value.lastIndex - found.length;
  sink('KEY', start, start + secret.length, SCORE.context);
  return start + secret.length;
};

const bearer = /(?:bearer|basic)[ \t]{1,3}([A-Za-z0-9\-._~+/]{16,2048}={0,2})/iy;

/** `Bearer …` and `Basic …` at `at` (RFC 6750, RFC 7617). */
export const findBearer = (text: string, at: number, sink: Sink): void => {
  bearer.lastIndex = at;
  const found = bearer.exec(text)?.[1];
  if (found === undefined || !/\d/.test(found) || !/[A-Za-z]/.test(found)) return;
  const secret = trimmed(found);
  const start = bearer.lastIndex - found.length;
  sink('KEY', start, start + secret.length, SCORE.context);
};

const botToken = /:[\w-]{34,36}(?![\w-])/y;

/** `123456789:AA…`: the bot's number stands before the colon at `at`. */
export const findBotToken = (text: string, at: number, sink: Sink): void => {
  botToken.lastIndex = at;
  if (!botToken.test(text)) return;
  const number = /(?<![\w-])\d{8,10}$/.exec(before(text, at, 12));
  if (number) sink('KEY', at - number[0].length, botToken.lastIndex, SCORE.shape);
};
