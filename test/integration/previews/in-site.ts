import { beforeAll, expect } from 'vitest';
import { type InArtel, inArtel } from '../../support/in-artel.ts';
import type { TableItem } from '../../support/operator.ts';

export type Preview = { id: string; url: string; version: number | 'newest'; expires_at: string; state: string };

export const PAGE = '<!doctype html><html><head><title>One</title></head><body>One</body></html>';
export const PICTURE = Buffer.from(Array.from({ length: 300 }, (_, index) => index % 256));

export type InSite = InArtel & {
  /** `/my/projects/<id>` of alice's website. */
  base: string;
  newProject(): Promise<string>;
  /** The version it makes. */
  write(changes: object[], at?: string): Promise<number>;
  publish(more?: object, at?: string): Promise<Preview>;
  /** The item of a preview, if there is one. */
  itemsOf(preview: Preview): Promise<TableItem[]>;
  capturedPartition(): string;
};

export const below = (preview: Preview, path: string): string => `${preview.url}${path}`;

/** A system in which alice has a project with a website in the folder `site`, and a file that is none of it. */
export const inSite = (): InSite => {
  const here = inArtel() as InSite;
  here.newProject = async () => {
    const { body } = await here.alice.call<{ id: string }>('POST', '/my/projects', { name: 'site' });
    return `/my/projects/${body.id}`;
  };
  here.write = async (changes, at = here.base) =>
    (await here.alice.call<{ version: number }>('POST', `${at}/files`, { changes })).body.version;
  here.publish = async (more = {}, at = here.base) => {
    const { status, body } = await here.alice.call<{ preview: Preview }>('POST', `${at}/previews`, more);
    expect(status).toBe(201);
    return body.preview;
  };
  const project = () => `${here.alice.id}#PRJ#${here.base.split('/').at(-1)}`;
  here.capturedPartition = () => `CAPTURED#${project()}`;
  here.itemsOf = async ({ id }) =>
    (await here.operator.partition(`USER#${project()}`)).filter(({ sk }) => sk === `PREVIEW#${id}`);
  beforeAll(async () => {
    here.base = await here.newProject();
    await here.write([
      { path: 'site/index.html', content: PAGE },
      { path: 'site/docs/index.html', content: PAGE.replaceAll('One', 'Docs') },
      { path: 'site/app.js', content: 'console.log(1);\n' },
      { path: 'site/picture.png', content: PICTURE.toString('base64'), encoding: 'base64' },
      { path: 'site/.env', content: 'SECRET=1\n' },
      { path: 'secret.txt', content: 'not of the site' },
    ]);
  });
  return here;
};
