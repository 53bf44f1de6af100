import { before } from '../context.ts';
import { SCORE, type Sink } from '../types.ts';

const withPassword = /:\/\/[^\s/?#@:"'<>]{0,128}:[^\s/?#"'<>]{1,256}@[^\s"'<>`|\\^{}]{1,1024}/y;
const scheme = /(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+.-]{1,20}$/;
const trailing = /[.,;:!?)\]]+$/;

/** `scheme://user:password@host…` around the colon at `colon`: the whole address, as the host goes with the password. */
export const findUrlCredentials = (text: string, colon: number, sink: Sink): number => {
  withPassword.lastIndex = colon;
  if (!withPassword.test(text)) return colon;
  const name = scheme.exec(before(text, colon, 22));
  if (name === null) return colon;
  const found = text.slice(colon - name[0].length, withPassword.lastIndex);
  const end = withPassword.lastIndex - (trailing.exec(found)?.[0].length ?? 0);
  sink('URL_CREDENTIALS', colon - name[0].length, end, SCORE.shape);
  return end;
};
