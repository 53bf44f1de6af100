import { afterEach, describe, expect, test } from 'vitest';
import { ArtelError } from '../../../../clients/typescript/src/index.ts';
import { action } from '../../../../console/src/api/action.ts';
import { whenSignInEnds } from '../../../../console/src/api/ended.ts';

/* Requirements: WEB1. */

const refused = (status: number, error_code: string): ArtelError =>
  new ArtelError(status, { error_code, detail: 'No.' }, new Headers());

afterEach(() => whenSignInEnds(() => undefined));

describe('something to be done', () => {
  test('is done once, however often it is asked for meanwhile', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    let calls = 0;
    const saving = action(() => {
      calls += 1;
      return promise;
    });
    const [first, second] = [saving.run(), saving.run()];
    expect(saving.isBusy.value).toBe(true);
    resolve('saved');
    expect([await first, await second, calls, saving.isBusy.value]).toEqual(['saved', undefined, 1, false]);
  });

  test('says what went wrong until it is tried again', async () => {
    let isRefused = true;
    const saving = action(async () => {
      if (isRefused) throw refused(409, 'conflict');
    });
    await saving.run();
    expect(saving.problem.value).toMatchObject({ code: 'conflict', status: 409, detail: 'No.' });
    expect(saving.isBusy.value).toBe(false);
    isRefused = false;
    await saving.run();
    expect(saving.problem.value).toBeUndefined();
  });

  test.each([
    [401, 'unauthorized', 1],
    [401, 'wrong_password', 0],
    [403, 'forbidden', 0],
  ])('%i %s ends the sign-in %i times', async (status, code, times) => {
    let ends = 0;
    whenSignInEnds(() => {
      ends += 1;
    });
    await action(async () => {
      throw refused(status, code);
    }).run();
    expect(ends).toBe(times);
  });
});
