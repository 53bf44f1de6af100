import { Artel, type InputOf, type OutputOf } from '../../../../clients/typescript/src/index.ts';
import { API } from '../../app/place/base.ts';

type Public = 'POST /auth/register' | 'POST /auth/reset' | 'POST /auth/reset/complete' | 'POST /auth/confirm';

const anybody = new Artel({ url: API });

/** What somebody may ask who is not signed in. */
export const post = <R extends Public>(route: R, body: InputOf<R>['body']): Promise<OutputOf<R>> =>
  anybody.call(route, { body } as unknown as InputOf<R> & object);
