import { projects } from '../../app/project/project.ts';
import { Choices } from '../../design/form/choices.tsx';
import { Select, TextField } from '../../design/form/field.tsx';
import { eventChoices } from '../../texts/events.ts';
import { texts } from '../../texts/index.ts';
import { type Draft, PERMISSIONS } from './draft.ts';

export type FieldsProps = {
  draft: Draft;
  onChange: (draft: Draft) => void;
  errors: Readonly<Record<string, string>>;
  /** The project of a webhook that is there stays what it is. */
  hasFixedProject?: boolean;
};

export const WebhookFields = ({ draft, onChange, errors, hasFixedProject = false }: FieldsProps) => {
  const { webhooks, common } = texts();
  const change = (part: Partial<Draft>): void => onChange({ ...draft, ...part });
  const mayWrite = draft.project !== '';
  const choosable = (projects.value ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <TextField
        label={webhooks.address}
        hint={webhooks.addressHint}
        type="url"
        value={draft.url}
        onInput={(url) => change({ url })}
        error={errors.url}
        placeholder="https://"
        autocomplete="off"
        maxLength={2_000}
        isRequired
      />
      <TextField
        label={common.name}
        value={draft.name}
        onInput={(name) => change({ name })}
        error={errors.name}
        autocomplete="off"
        maxLength={100}
      />
      <Choices
        label={webhooks.told}
        choices={eventChoices()}
        chosen={draft.events}
        onChange={(events) => change({ events })}
        error={errors.events}
      />
      {!hasFixedProject && (
        <Select
          label={common.project}
          hint={webhooks.projectHint}
          value={draft.project}
          options={[{ value: '', label: webhooks.allProjects }, ...choosable]}
          onInput={(project) => change({ project, ...(project === '' && { permissions: [] }) })}
          error={errors.project_id}
        />
      )}
      <Choices
        label={webhooks.permissions}
        hint={mayWrite ? webhooks.permissionsHint : webhooks.permissionsNeedProject}
        choices={PERMISSIONS.map((value) => ({ value, label: webhooks.permissionNames[value] ?? value }))}
        chosen={draft.permissions}
        isDisabled={!mayWrite}
        onChange={(permissions) => change({ permissions })}
        error={errors.permissions}
      />
    </>
  );
};
