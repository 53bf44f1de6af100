import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1. */

const here = inArtel();
type Named = { id: string; name: string };
const named = async <T = Named>(path: string): Promise<T[]> =>
  (await here.alice.call<{ items: T[] }>('GET', path)).body.items;

describeInBrowser('the projects of a person in the console', (browser) => {
  test('one is made, switched to, set up, filled from another one’s file, renamed, and deleted once its name is typed', async () => {
    await here.alice.call('POST', '/my/agents', { name: 'traveller', system_prompt: 'You travel.' });
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, '/projects');
    await page.getByRole('link', { name: 'Default', exact: true }).click();
    await page.getByRole('button', { name: 'Export and import' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as a file' }).click(),
    ]);
    const file = await readFile(await download.path());

    await page.getByRole('link', { name: 'Projects', exact: true }).last().click();
    await page.getByRole('button', { name: 'New project' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Harbour <b>');
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { level: 1, name: 'Harbour <b>' }).waitFor();
    const made = (await named('/my/projects')).find(({ name }) => name === 'Harbour <b>');
    expect(new URL(page.url()).searchParams.get('project')).toBe(made?.id);
    expect(await page.getByLabel('Project', { exact: true }).inputValue()).toBe(made?.id);

    await page.getByRole('button', { name: 'Settings for plans' }).click();
    await page.getByLabel('Tasks at once').fill('51');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    // It is said once, beside the field.
    await page.getByRole('alert').getByText('Correct the marked fields').waitFor();
    expect(await page.getByText('It may be at most 50.').count()).toBe(1);
    expect(await page.getByLabel('Tasks at once').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Tasks at once').fill('2');
    // Another tab would take with it what was typed.
    page.once('dialog', (dialog) => void dialog.dismiss());
    await page.getByRole('button', { name: 'Overview' }).click();
    await page.getByLabel('Cost of a run').fill('');
    await page.getByLabel('Let calls of low risk go on unasked').uncheck();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    const config = await here.alice.call('GET', `/my/projects/${made?.id}/orchestrator/config`);
    expect(config.body).toMatchObject({
      max_parallel: 2,
      budget_per_run: null,
      auto_approve_low_risk: false,
      max_tasks: 50,
    });

    await page.getByRole('button', { name: 'Export and import' }).click();
    const export_ = { name: 'project.ndjson', mimeType: 'application/x-ndjson', buffer: file };
    await page.getByLabel('File of an export').setInputFiles(export_);
    await page.getByRole('button', { name: 'Import a file' }).click();
    await page.getByText(/Imported: .*agent: 1/).waitFor();
    expect((await named(`/my/projects/${made?.id}/agents`)).map(({ name }) => name)).toEqual(['traveller']);

    await page.getByRole('button', { name: 'Overview' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Quay');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Quay' }).waitFor();
    await page.getByLabel('Project', { exact: true }).selectOption({ label: 'Quay' });
    await page.getByRole('link', { name: 'Quay' }).click();

    await page.getByRole('button', { name: 'Delete the project' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete the project' });
    expect(await dialog.getByRole('button', { name: 'Delete the project' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Type Quay to confirm').fill('Quay');
    await dialog.getByRole('button', { name: 'Delete the project' }).click();
    await page.getByRole('heading', { level: 1, name: 'Projects' }).waitFor();
    // What is looked at is the default project again.
    expect(new URL(page.url()).searchParams.get('project')).toBeNull();
    await expect.poll(async () => (await named('/my/projects')).map(({ name }) => name)).not.toContain('Quay');
    expect(problems).toEqual([]);
  });
});
