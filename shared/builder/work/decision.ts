import { askPerson, findApproval } from '../../approvals/index.ts';
import type { Claim } from '../../bus/index.ts';
import { DAY } from '../../core/clock.ts';
import { Defect } from '../../core/errors.ts';
import type { LogEnd } from '../../events/index.ts';
import type { PersonAsked } from '../steps/errors.ts';
import type { StepRecord } from '../steps/record.ts';
import type { Verdict } from '../steps/steps.ts';

/** A person reads a specification at their own time. */
const TIME_TO_DECIDE = 3 * DAY;

/** The form of an edit. */
const SCHEMA = {
  type: 'object',
  properties: { content: { type: 'string', maxLength: 100_000 } },
  required: ['content'],
  additionalProperties: false,
};

/** Parks the task at a proposal. Nothing is under way, so the decision belongs to the step that comes next. `false`: the task is lost. */
export const parkAt = (
  claim: Claim,
  { step, proposal }: PersonAsked,
  { expectedEnd }: { expectedEnd: LogEnd | undefined },
): Promise<boolean> =>
  askPerson(
    claim,
    { about: 'proposal', risk: 'low', payload: { step, ...proposal }, schema: SCHEMA, timeout: TIME_TO_DECIDE },
    { expectedEnd },
  );

/** Records what the person decided as the step that asked for it, before anything else goes on. */
export const recordDecision = async (claim: Claim, record: StepRecord): Promise<void> => {
  const { decision, step } = claim.task;
  if (decision?.kind !== 'proposal' || decision.step !== step) return;
  const approval = await findApproval(claim.project, decision.approval);
  if (!approval) throw new Defect('The approval of a decision is gone.');
  const { step: name, content } = approval.payload;
  const verdict = verdictOf(decision, String(content));
  await record.once<Verdict>(String(name), async () => ({ result: verdict }));
  record.ahead(String(name));
};

type Decided = NonNullable<Claim['task']['decision']>;

const verdictOf = ({ status, reason, arguments: edited }: Decided, content: string): Verdict => {
  if (status === 'expired') return { verdict: 'expired' };
  if (status === 'rejected') return { verdict: 'rejected', reason: reason ?? 'The person gave no reason.' };
  const text = edited === undefined ? undefined : (JSON.parse(edited) as { content?: unknown }).content;
  return {
    verdict: 'approved',
    content: typeof text === 'string' ? text : content,
    ...(reason !== undefined && { reason }),
  };
};
