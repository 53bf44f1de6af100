import { readdirSync, readFileSync } from 'node:fs';

const types = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', png: 'image/png' };

/** The files of one folder by the path they are asked by. They are read once, so no request names a file of the disk. */
export function staticFiles(folder) {
  const files = readdirSync(folder).map((name) => {
    const type = types[name.split('.').at(-1)] ?? 'application/octet-stream';
    return [`/${name}`, { type: `${type}; charset=utf-8`, content: readFileSync(`${folder}/${name}`) }];
  });
  const byPath = new Map(files);
  return (path) => byPath.get(path === '/' ? '/index.html' : path);
}
