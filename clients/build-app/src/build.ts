import { type Artel, isGap, type SessionEvent } from '../../typescript/src/index.ts';
import type { Order } from './arguments.ts';
import { type Answers, decide } from './asking.ts';
import { storyteller } from './story.ts';

type Printing = { print: (line: string) => void; answers: Answers };
type Place = { project: string; build: string; session: string };

const MAX_NAME = 60;

/** A project for the wish, unless one is named. */
async function projectFor(artel: Artel, { project, wish }: Order): Promise<string> {
  if (project !== undefined) return project;
  const { id } = await artel.call('POST /my/projects', { body: { name: wish.slice(0, MAX_NAME) } });
  return id;
}

/** Has the team begin. */
export async function begin(artel: Artel, order: Order): Promise<Place> {
  const project = await projectFor(artel, order);
  const { wish: request, template, after } = order;
  const path = { project_id: project };
  const { build } =
    after === undefined
      ? await artel.call('POST /my/projects/{project_id}/builds', {
          path,
          body: { request, ...(template !== undefined && { template }) },
        })
      : await artel.call('POST /my/projects/{project_id}/builds/{run_id}/continue', {
          path: { ...path, run_id: after },
          body: { request },
        });
  return { project, build: build.id, session: build.session_id };
}

/** Tells the story of a build until it ends, and asks the person whatever the team asks. */
export async function follow(artel: Artel, { project, build, session }: Place, printing: Printing): Promise<void> {
  const chat = artel.chat(session, { project });
  const linesOf = storyteller();
  for (;;) {
    for await (const event of chat.events()) {
      if (isGap(event) || event.payload.run_id !== build) continue;
      for (const line of linesOf(event)) printing.print(line);
      const approval = approvalIn(event);
      if (approval !== undefined) await decide(artel, { project, approval, ...printing });
      if (event.event_type === 'run_completed') return;
    }
  }
}

const approvalIn = ({ event_type, payload }: SessionEvent): string | undefined =>
  event_type === 'approval_required' ? String(payload.approval_id) : undefined;
