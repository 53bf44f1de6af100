import type * as z from 'zod';
import { jsonInText } from '../../core/json-in-text.ts';
import type { BuildSteps, Proposal, Verdict } from '../steps/steps.ts';
import { propose, type Work } from './work.ts';

/** Tries of a person whose edit has faults. */
const MAX_EDITS = 3;

type Asked<Output> = {
  name: string;
  proposal: Omit<Proposal, 'content'>;
  output: Output;
  form: z.ZodType<Output>;
  /** What is wrong with an edit beside its form. */
  faultsIn?: (output: Output) => string[];
};

const NO_JSON = 'It is not JSON, as what was shown is.';

const faultsOf = ({ issues }: z.ZodError): string[] =>
  issues.map(({ path, message }) => `${path.join('.') || 'edit'}: ${message}`);

export type Agreed<Output> = { output: Output } | Exclude<Verdict, { verdict: 'approved' }>;

/** Shows something with a form as JSON, which the person may edit. An edit with faults is shown again with them. */
export const proposeJson = async <Output>(
  steps: BuildSteps,
  work: Work,
  { name, proposal, output, form, faultsIn = () => [] }: Asked<Output>,
): Promise<Agreed<Output>> => {
  const written = JSON.stringify(output, null, 2);
  let shown = { ...proposal, content: written };
  for (let count = 1; ; count += 1) {
    const verdict = await propose(steps, work, { name: `${name}/${count}`, ...shown, at: 'milestone' });
    if (verdict.verdict !== 'approved') return verdict;
    if (verdict.content === written) return { output };
    const json = jsonInText(verdict.content, (value) => form.safeParse(value).success);
    const read = form.safeParse(json);
    const faults = read.success ? faultsIn(read.data) : json === undefined ? [NO_JSON] : faultsOf(read.error);
    if (read.success && faults.length === 0) return { output: read.data };
    if (count === MAX_EDITS) return { verdict: 'rejected', reason: `The edit has faults: ${faults.join(' ')}` };
    shown = {
      ...shown,
      title: `${proposal.title} (your edit has faults: ${faults.slice(0, 5).join(' ')})`,
      content: verdict.content,
    };
  }
};
