import { beforeAll, beforeEach, expect, test } from 'vitest';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';
import { isPlanning, planOf, sendPlan, taskFor, taskIn, team } from '../../support/plans.ts';

/* Requirements: WEB1. */

const here = inArtel();

let session: string;

const drawn = [
  { ...taskFor('research'), expected_output: null },
  { ...taskFor('draft', ['research'], 'ben'), expected_output: null },
  { ...taskFor('review', ['draft']), expected_output: null },
];

beforeAll(async () => {
  ({ session } = await team(here.alice, ['ann', 'ben']));
});

beforeEach(() => here.artel.model.always({ text: 'Done, as **asked**.' }));

/** Above so many tasks a person is asked. */
const askAbove = (max_tasks: number) =>
  here.alice.call('PUT', '/my/orchestrator/config', { approval: { max_tasks }, max_tasks: 200 });

type Figures = { boxes: number; steps: { drawn: number; at: number }[]; long: [number, number][] };

describeInBrowser('a plan in the console', (browser) => {
  test('a wish becomes a plan that is edited, approved and followed to its end; a cycle is shown and not sent', async () => {
    await askAbove(0);
    here.artel.model.script({ text: JSON.stringify({ tasks: drawn }), when: isPlanning });
    let finish = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    here.artel.model.script({ text: 'A draft.', gate, when: (request) => taskIn(request) === 'Write it down' });
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, '/plans');
    await page.getByText('There are no plans yet.').waitFor();
    const sent = await here.alice.call<{ run: { id: string } }>('POST', `/my/chat/${session}/message`, {
      content: 'Write a report about ferries',
    });
    const run = sent.body.run.id;
    await page.goto(`${here.artel.cloud.url}/console/plans/${run}`);
    await page.getByRole('heading', { name: 'May this plan begin?' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Write a report about ferries');
    await page.getByRole('link', { name: 'Approvals' }).getByText('1', { exact: true }).waitFor();

    // The first task is to wait for the last: a cycle.
    await page.getByRole('button', { name: 'Edit the plan' }).click();
    await page.getByRole('button', { name: /^research,/ }).click();
    await page.getByRole('checkbox', { name: 'review' }).check();
    const approve = page.getByRole('button', { name: 'Approve with these changes' });
    const faults = page.getByRole('main').locator('.faults');
    await faults.getByText('These tasks wait for each other: research → review → draft → research').waitFor();
    expect(await page.locator('.link.back').count()).toBe(1);
    expect(await page.locator('.box.wrong').count()).toBe(3);
    expect(await approve.isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'review' }).uncheck();
    await faults.getByText('The plan is valid.').waitFor();

    // With the keyboard: to the next task on the right.
    await page.getByRole('button', { name: /^research,/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByLabel('Brief').fill('');
    await faults.getByText('The brief is empty: the agent would not know what to do.').waitFor();
    await page.getByLabel('Brief').fill('Write it down');
    await page.getByLabel('Name', { exact: true }).fill('writing');
    await page.getByRole('button', { name: /^review,/ }).click();
    expect(await page.getByRole('checkbox', { name: 'writing' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Remove this task' }).click();
    await approve.click();
    await page.getByText('The plan begins.').waitFor();

    // Live: nothing is loaded again by hand.
    await page.getByRole('button', { name: /^writing, running/ }).waitFor();
    await page.getByRole('button', { name: /^research, completed/ }).click();
    const panel = page.getByRole('complementary', { name: 'Task research' });
    await panel.getByText('The task is done').waitFor();
    await panel.locator('strong', { hasText: 'asked' }).waitFor();
    expect(await page.locator('.count').count()).toBe(0);
    finish();
    await page.getByRole('button', { name: /^writing, completed/ }).waitFor();
    await page.getByText('2 of 2 tasks done').waitFor();
    await page.getByRole('button', { name: 'Cancel the plan' }).waitFor({ state: 'detached' });
    const { state, tasks } = await planOf(here.alice, run);
    expect(state).toBe('completed');
    expect(tasks.map(({ id, depends_on, result }) => [id, depends_on, result])).toEqual([
      ['research', [], 'Done, as **asked**.'],
      ['writing', ['research'], 'A draft.'],
    ]);

    // The address keeps the task, and the list has the same as the graph.
    await page.getByRole('button', { name: 'List', exact: true }).click();
    expect(new URL(page.url()).searchParams.get('task')).toMatch(/^tsk_/);
    const items = page.getByRole('list', { name: 'List' }).getByRole('listitem');
    expect(await items.count()).toBe(2);
    expect(await items.nth(1).textContent()).toContain('After research');
    expect(problems).toEqual([]);
  });

  test('a plan that is rejected with a reason is drawn up again', async () => {
    await askAbove(0);
    const again = ['shorter', 'last'].map((id) => ({ ...taskFor(id), expected_output: null }));
    here.artel.model.script({ text: JSON.stringify({ tasks: drawn }), when: isPlanning });
    here.artel.model.script({ text: JSON.stringify({ tasks: again }), when: isPlanning });
    const other = await here.alice.call<{ id: string }>('POST', '/my/chat/sessions', {});
    const sent = await here.alice.call<{ run: { id: string } }>('POST', `/my/chat/${other.body.id}/message`, {
      content: 'Write another report, about bridges',
    });
    const page = await browser.page();
    await signInAt(page, here.alice, `/plans/${sent.body.run.id}`);
    await page.getByRole('button', { name: 'Reject the plan' }).click();
    await page.getByLabel('Reason').fill('Two tasks are enough.');
    await page.getByRole('button', { name: 'Reject and plan again' }).click();
    await page.getByRole('button', { name: /^shorter,/ }).waitFor();
    const asked = here.artel.model.requests.filter(isPlanning).at(-1);
    expect(JSON.stringify(asked?.body)).toContain('Two tasks are enough.');
    await page.getByRole('button', { name: 'Approve the plan' }).click();
    await page.getByRole('button', { name: /^shorter, completed/ }).waitFor();
  });

  test('two hundred tasks are drawn in steps, and none keeps the page from answering for long', async ({
    annotate,
  }) => {
    await askAbove(0);
    const tasks = Array.from({ length: 200 }, (_, index) =>
      taskFor(
        `t${index}`,
        index < 10 ? [] : [`t${index - 10}`, `t${Math.floor(index / 10) * 10 - 10 + ((index * 3) % 10)}`],
      ),
    ).map((task) => ({ ...task, depends_on: [...new Set(task.depends_on)] }));
    const other = await here.alice.call<{ id: string }>('POST', '/my/chat/sessions', {});
    const { body } = await sendPlan(here.alice, other.body.id, tasks);
    const page = await browser.page();
    await page.addInitScript(`
      window.longTasks = [];
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) window.longTasks.push([startTime, duration]);
      }).observe({ type: 'longtask', buffered: true });
      window.steps = [];
      new MutationObserver(() => {
        const drawn = Number(document.querySelector('svg[data-drawn]')?.dataset.drawn ?? 0);
        const last = window.steps.at(-1)?.drawn ?? 0;
        if (drawn > last) window.steps.push({ drawn, at: performance.now() });
      }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-drawn'] });`);
    await signInAt(page, here.alice, '/plans');
    const link = `/console/plans/${body.run.id}`;
    await page.locator(`a[href$="${link}"]`).waitFor();
    const start = await page.evaluate<number>('performance.now()');
    await page.locator(`a[href$="${link}"]`).click();
    await page.locator('svg[data-drawn="200"]').waitFor();
    const { boxes, steps, long } = await page.evaluate<Figures>(`({
      boxes: document.querySelectorAll('.graph .box').length,
      steps: window.steps,
      long: window.longTasks.filter(([at]) => at > ${start}),
    })`);
    expect(boxes).toBe(200);
    // How long a step takes is this machine's affair, what is in it is ours.
    const sizes = steps.map(({ drawn }, index) => drawn - (steps[index - 1]?.drawn ?? 0));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20);
    const took = Math.round((steps.at(-1)?.at ?? 0) - (steps[0]?.at ?? 0));
    await annotate(`200 tasks were drawn in ${steps.length} steps and ${took} ms; tasks over 50 ms: ${long.length}`);
    await page.getByRole('button', { name: /^t0,/ }).focus();
    await page.keyboard.press('End');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toMatch(/^t199,/);
    // One box is in the order of the Tab key.
    expect(await page.locator('.graph .box[tabindex="0"]').count()).toBe(1);
    await here.alice.call('POST', `/my/runs/${body.run.id}/cancel`);
  });
});
