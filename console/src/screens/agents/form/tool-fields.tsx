import { everyPage } from '../../../api/all.ts';
import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { project } from '../../../app/project/project.ts';
import { Button } from '../../../design/form/button.tsx';
import { Checkbox } from '../../../design/form/field.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { texts } from '../../../texts/index.ts';
import { BUILTINS, type Builtin, type Draft, isServer, newServer } from './draft.ts';
import { ServerFields } from './server-fields.tsx';

type Tools = Draft['tools'];
type Props = { tools: Tools; onChange: (tools: Tools) => void; errors: Readonly<Record<string, string>> };

/** The built-in tools and the servers that the agent may use. */
export const ToolFields = ({ tools, onChange, errors }: Props) => {
  const { agents } = texts();
  const path = { project_id: project.value };
  const secrets = useResource((signal) =>
    everyPage((cursor) =>
      artel().call('GET /my/projects/{project_id}/secrets', { path, query: { cursor, limit: 100 }, signal }),
    ),
  );
  const toggle = (name: Builtin, isChosen: boolean) =>
    onChange(isChosen ? [...tools, name] : tools.filter((tool) => tool !== name));
  return (
    <Section title={agents.tools}>
      <fieldset class="agent-builtins">
        <legend>{agents.builtins}</legend>
        {BUILTINS.map((name) => (
          <Checkbox
            key={name}
            label={name}
            hint={agents.toolNames[name]}
            isChecked={tools.includes(name)}
            onChange={(isChosen) => toggle(name, isChosen)}
          />
        ))}
      </fieldset>
      {errors.tools && <p class="field-error">{errors.tools}</p>}
      <h3>{agents.servers}</h3>
      <p class="hint">{agents.serversHint}</p>
      {tools.map((tool, index) =>
        isServer(tool) ? (
          <ServerFields
            key={tool.key}
            server={tool}
            secrets={secrets.data.value?.map(({ name }) => name) ?? []}
            path={`tools.${index}`}
            errors={errors}
            onChange={(changed) => onChange(tools.map((one) => (one === tool ? changed : one)))}
            onRemove={() => onChange(tools.filter((one) => one !== tool))}
          />
        ) : null,
      )}
      <div>
        <Button onClick={() => onChange([...tools, newServer()])}>{agents.addServer}</Button>
      </div>
    </Section>
  );
};
