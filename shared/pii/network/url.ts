import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { IDEOGRAPHS } from './ideographs.ts';

/** An ideograph next to an address ends it. */
const withPassword = new RegExp(
  `://[^\\s/?#@:"'<>${IDEOGRAPHS}]{0,128}:[^\\s/?#"'<>${IDEOGRAPHS}]{1,256}@[^\\s"'<>\`|\\\\^{}${IDEOGRAPHS}]{1,1024}`,
  'y',
);
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

/** The path of such an address is all that it takes to post there. */
const webhook =
  /:\/\/(?:hooks\.slack\.com\/(?:services|workflows)|discord(?:app)?\.com\/api\/webhooks)\/([\w/-]{20,200})/y;

export const findWebhook = (text: string, colon: number, sink: Sink): void => {
  webhook.lastIndex = colon;
  const path = webhook.exec(text)?.[1];
  if (path !== undefined) sink('KEY', webhook.lastIndex - path.length, webhook.lastIndex, SCORE.shape);
};
