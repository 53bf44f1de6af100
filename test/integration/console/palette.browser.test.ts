import { expect, test, vi } from 'vitest';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB2. */

const here = inArtel();
vi.setConfig({ testTimeout: 120_000 });

describeInBrowser('going anywhere by a few letters', (browser) => {
  test('what is not among the newest is found as well: it is said how far was looked, and looked further for what is typed', async () => {
    const tina = await here.artel.register('tina');
    const begin = (title: string) => tina.call('POST', '/my/chat/sessions', { title });
    await begin('Deep in the archive');
    // In any order, but after it.
    for (let at = 0; at < 51; at += 10)
      await Promise.all(Array.from({ length: 10 }, (_, index) => begin(`Talk ${at + index}`)));
    const page = await browser.page();
    const problems = problemsOf(page, tina.url);
    await signInAt(page, tina, '/agents');
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Go to' });
    await palette.getByText('Looked through: the newest 50 chats.').waitFor();
    const input = palette.getByRole('combobox', { name: 'Where to?' });
    // Of what is known already, what fits is there at once, and nothing is read.
    await input.fill('talk');
    await palette
      .getByRole('option', { name: /^Talk 5\d/ })
      .first()
      .waitFor();
    await input.fill('archive');
    await palette.getByRole('option', { name: /^Deep in the archive/ }).waitFor();
    expect(await palette.getByRole('option').count()).toBe(1);
    await palette.getByText('Looked through').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Deep in the archive', level: 1 }).waitFor();
    expect(problems).toEqual([]);
  });
});
