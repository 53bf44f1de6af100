/** Where the deployment's paths begin for clients: `/dev` at a stage's own address, nothing behind a domain. */
export const BASE: string = document.querySelector<HTMLMetaElement>('meta[name="artel-base"]')?.content ?? '';

/** The address of the REST API. */
export const API: string = `${location.origin}${BASE}`;

/** Every address of the console begins with it. */
export const HOME = `${BASE}/console`;
