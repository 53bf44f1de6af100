import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { SuggestingField } from '../../../design/form/suggesting-field.tsx';
import { texts } from '../../../texts/index.ts';

type Props = { value: string; onInput: (value: string) => void; error: string | undefined };

/** The models that the person may use are offered; where they cannot be asked for, a name can still be typed. */
export const ModelField = (props: Props) => {
  const { agents } = texts();
  const models = useResource((signal) => artel().call('GET /v1/models', { signal }));
  return (
    <SuggestingField
      {...props}
      label={agents.model}
      hint={agents.modelHint}
      placeholder={agents.modelDefault}
      suggestions={models.data.value?.data.map(({ id }) => id) ?? []}
    />
  );
};
