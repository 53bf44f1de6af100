import { describe, expect, test } from 'vitest';
import { addressOf, placeAt } from '../../../../console/src/app/place/place.ts';

/* Requirements: WEB1. */

const at = (address: string, home = '/console') => placeAt(home, new URL(address, 'https://artel.example'));

describe('an address and its place', () => {
  test.each([
    ['/console', { screen: '', item: undefined, query: {} }],
    ['/console/', { screen: '', item: undefined, query: {} }],
    ['/console/chat/ses_1?project=prj_1', { screen: 'chat', item: 'ses_1', query: { project: 'prj_1' } }],
    ['/console/files/src%2Fmain%20page.ts', { screen: 'files', item: 'src/main page.ts', query: {} }],
    ['/console/files/100%', { screen: 'files', item: '100%', query: {} }],
    ['/elsewhere/chat', { screen: '', item: undefined, query: {} }],
  ])('%s', (address, place) => {
    expect(at(address)).toEqual(place);
  });

  test('behind a stage of the deployment the same places have other addresses', () => {
    expect(at('/dev/console/runs/run_1', '/dev/console')).toMatchObject({ screen: 'runs', item: 'run_1' });
    expect(addressOf('/dev/console', { screen: 'runs', item: 'run_1' })).toBe('/dev/console/runs/run_1');
  });

  test.each(['a/b', '../..', 'ä ö?&#', '%2F', 'javascript:alert(1)', '\u202Eevil'])(
    'an item named %j is the same after the way through an address',
    (item) => {
      const address = addressOf('/console', { screen: 'files', item, query: { view: item, none: undefined } });
      expect(at(address)).toEqual({ screen: 'files', item, query: { view: item } });
    },
  );

  test('what is undefined is left out of an address', () => {
    expect(addressOf('/console', { screen: '', query: { project: undefined } })).toBe('/console');
    expect(addressOf('/console', { screen: 'cost', query: { project: undefined, view: 'days' } })).toBe(
      '/console/cost?view=days',
    );
  });
});
