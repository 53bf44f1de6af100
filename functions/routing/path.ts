import { Defect, NotFound } from '../../shared/core/errors.ts';

export type Segment = { name: string; variable: boolean };

const literal = /^[a-z0-9._-]+$/i;
const variable = /^\{([a-z][a-z0-9_]*)\}$/;

/** `/my/agents/{agent}` in segments; `/` is one without a name. A path that no request could match is a defect. */
export const segmentsOf = (path: string): Segment[] => {
  if (path === '/') return [{ name: '', variable: false }];
  if (!path.startsWith('/') || path.endsWith('/'))
    throw new Defect(`The route "${path}" must begin and not end with "/".`);
  return path
    .slice(1)
    .split('/')
    .map((text) => {
      const name = variable.exec(text)?.[1];
      if (name !== undefined) return { name, variable: true };
      if (!literal.test(text)) throw new Defect(`The route "${path}" has the invalid segment "${text}".`);
      return { name: text, variable: false };
    });
};

/** The path under which an operation per project is mounted for projects that are named. */
export const inNamedProject = (path: string): string => {
  if (!path.startsWith('/my/'))
    throw new Defect(`The operation at "${path}" cannot be per project: it is not under /my/.`);
  return `/my/projects/{project_id}${path.slice('/my'.length)}`;
};

/** Segments of a request's path, decoded. One trailing slash means nothing. */
export const requestSegments = (path: string): string[] => {
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  try {
    return trimmed.slice(1).split('/').map(decodeURIComponent);
  } catch (cause) {
    throw new NotFound('There is nothing at this path.', { cause });
  }
};
