import { isPlanning, promptOf } from '../../support/plans.ts';
import type { RecordedRequest } from '../../support/scripted-model.ts';

export type DraftedTask = { id: string; description: string; agent: string; depends_on?: string[] };

/** A plan as the planning model writes it down. */
export const drafted = (...tasks: DraftedTask[]): { text: string } => ({
  text: JSON.stringify({
    tasks: tasks.map(({ depends_on = [], ...task }) => ({ ...task, depends_on, expected_output: null })),
    uses_history: false,
  }),
});

type Answer = { text: string; finish?: 'length' } | { status: number };

/** A planner that gives these answers, one after the other, and keeps what it was asked. It repeats the last of them. */
export class Planner {
  readonly asked: string[] = [];
  readonly #answers: Answer[];

  constructor(...answers: Answer[]) {
    this.#answers = answers;
  }

  readonly answer = (request: RecordedRequest): Answer => {
    const answer = this.#answers[Math.min(this.asked.length, this.#answers.length - 1)];
    if (!isPlanning(request) || !answer) return { status: 400 };
    this.asked.push(promptOf(request));
    return answer;
  };
}
