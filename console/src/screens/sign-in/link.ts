export type Link = { kind: 'confirm' | 'reset' | 'invitation'; token: string };

/** What a link of a mail is for. It stands behind the `#`, which browsers send to nobody. */
export const linkIn = (hash: string): Link | undefined => {
  const [, kind, token] = /^#(confirm|reset|invitation)=([\w.~-]+)$/.exec(hash) ?? [];
  return kind && token ? { kind: kind as Link['kind'], token } : undefined;
};
