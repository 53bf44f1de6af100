import type { components } from '../../../../../clients/typescript/src/index.ts';
import { language } from '../../../app/preferences/preferences.ts';
import { texts } from '../../../texts/index.ts';
import { Comparison } from './comparison.tsx';

type Change = components['schemas']['OwnPolicyReplacement'];
type Finding = components['schemas']['PolicyFinding'];
export type TraceOf = { changes: readonly Change[]; findings: readonly Finding[]; truncated: boolean };

const phaseName = (phase: string): string => texts().policies.phases[phase] ?? phase;

/** What each policy changed, one after the other. */
const Changes = ({ changes }: { changes: readonly Change[] }) => {
  const { policies } = texts();
  return (
    <ol class="policy-steps">
      {changes.map(({ policy, phase, place, before, after }, at) => (
        <li key={at}>
          <h3>
            <span dir="auto">{policy}</span> · {phaseName(phase)} · <code>{place}</code>
          </h3>
          {before === undefined || after === undefined ? (
            <p class="hint">{policies.withheld}</p>
          ) : (
            <Comparison before={before} after={after} />
          )}
        </li>
      ))}
    </ol>
  );
};

const Findings = ({ findings }: { findings: readonly Finding[] }) => {
  const { policies } = texts();
  const percent = new Intl.NumberFormat(language.value, { style: 'percent' });
  return (
    <ul class="list" aria-label={policies.found}>
      {findings.map(({ policy, phase, what, place, probability, reason }, at) => (
        <li key={at}>
          <strong dir="auto">{policy}</strong> · {phaseName(phase)} · <code>{what}</code>
          {place && ` · ${place}`}
          {probability !== undefined && ` · ${percent.format(probability)}`}
          {reason && (
            <p class="hint" dir="auto">
              {reason}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
};

/** What policies changed and found in one call. */
export const Trace = ({ changes, findings, truncated }: TraceOf) => {
  const { policies } = texts();
  return (
    <>
      {changes.length > 0 ? <Changes changes={changes} /> : <p>{policies.nothingChanged}</p>}
      {findings.length > 0 && <Findings findings={findings} />}
      {truncated && <p class="hint">{policies.truncated}</p>}
    </>
  );
};
