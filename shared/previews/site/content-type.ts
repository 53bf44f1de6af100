import mime from 'mime';

/** Written in UTF-8, as everything here is that is text. */
const isText = (type: string): boolean => /^text\/|[/+](?:javascript|json|xml)$|^application\/manifest/.test(type);

/** By the ending of its name. */
export const contentTypeOf = (path: string): string => {
  const type = mime.getType(path) ?? 'application/octet-stream';
  return isText(type) ? `${type}; charset=utf-8` : type;
};

export const isPage = (path: string): boolean => mime.getType(path) === 'text/html';
