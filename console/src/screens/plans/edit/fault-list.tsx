import { Button } from '../../../design/form/button.tsx';
import { counted, filled, texts } from '../../../texts/index.ts';
import type { Draft } from './draft.ts';
import type { Fault } from './faults.ts';

/** What has to be mended before the plan can be sent, each with a way to it. */
export const FaultList = ({
  faults,
  draft,
  onSelect,
}: {
  faults: readonly Fault[];
  draft: Draft;
  onSelect: (index: number) => void;
}) => {
  const { plans } = texts();
  return (
    <div class="faults" role="status">
      {faults.length === 0 ? (
        <p class="hint">{plans.noFaults}</p>
      ) : (
        <>
          <p>{counted(faults.length, plans.faultCount)}</p>
          <ul>
            {faults.map(({ code, index, values }, at) => (
              <li key={at}>
                {index !== undefined && (
                  <Button kind="quiet" onClick={() => onSelect(index)}>
                    <span dir="auto">{draft[index]?.id || plans.unnamed}</span>
                  </Button>
                )}{' '}
                <span dir="auto">{filled(plans.faults[code] ?? code, values)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
