import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from 'jose';

type Algorithm = 'RS256' | 'PS256' | 'ES256';
export type IssuerKey = { kid: string; alg: Algorithm; secret: CryptoKey; published: JWK };
type Signing = { key?: IssuerKey; header?: Partial<JWTHeaderParameters> };

/** A small OpenID Connect provider: its discovery document, its keys, and whatever tokens a test wants of it. */
export type OidcIssuer = {
  url: string;
  /** Of the first key. */
  key: IssuerKey;
  /** What the key set holds now. */
  published: JWK[];
  /** The paths that were asked for. */
  asked: string[];
  /** Answers instead, with whatever a broken issuer answers. */
  answer: ((path: string, response: ServerResponse) => boolean) | undefined;
  newKey(kid: string, alg?: Algorithm): Promise<IssuerKey>;
  /** A token with these claims beside the usual ones; `undefined` leaves one out. */
  token(claims?: Record<string, unknown>, signing?: Signing): Promise<string>;
  claims(claims?: Record<string, unknown>): Record<string, unknown>;
  stop(): Promise<void>;
};

export const AUDIENCE = 'https://artel.example/api';

const newKey = async (kid: string, alg: Algorithm = 'RS256'): Promise<IssuerKey> => {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, secret: privateKey, published: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
};

export const startOidcIssuer = async (): Promise<OidcIssuer> => {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    issuer.asked.push(path);
    if (issuer.answer?.(path, response)) return;
    const documents: Record<string, unknown> = {
      '/.well-known/openid-configuration': { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` },
      '/keys': { keys: issuer.published },
    };
    response.writeHead(path in documents ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(documents[path] ?? {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const key = await newKey('first');
  const claims = (more: Record<string, unknown> = {}) => {
    const now = Math.floor(Date.now() / 1_000);
    const usual = { iss: issuer.url, sub: 'alice', aud: AUDIENCE, jti: crypto.randomUUID(), iat: now, exp: now + 300 };
    return Object.fromEntries(Object.entries({ ...usual, ...more }).filter(([, value]) => value !== undefined));
  };
  const issuer: OidcIssuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    published: [key.published],
    asked: [],
    answer: undefined,
    newKey,
    claims,
    token: async (more, { key: signing = key, header = {} } = {}) =>
      await new SignJWT(claims(more))
        .setProtectedHeader({ alg: signing.alg, typ: 'JWT', kid: signing.kid, ...header })
        .sign(signing.secret),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return issuer;
};
