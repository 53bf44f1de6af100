import { Code } from '../../../design/show/code.tsx';
import { Markdown } from '../../../design/show/markdown.tsx';
import { Table } from '../../../design/show/table.tsx';
import { visible } from '../../../design/show/visible.ts';
import { filled, texts } from '../../../texts/index.ts';
import type { Readable } from './proposal.ts';

/** What is proposed, to be read. Parts are drawn where they are chosen. */
export const ProposalText = ({ title, what }: { title: string; what: Exclude<Readable, { form: 'parts' }> }) => {
  const t = texts().builds;
  switch (what.form) {
    case 'plan':
      return (
        <ol class="list">
          {what.tasks.map((task) => (
            <li key={task.id}>
              <code>{task.id}</code> <span dir="auto">{task.title}</span>
              {(task.depends_on?.length ?? 0) > 0 && (
                <p class="hint">{filled(t.dependsOn, { tasks: task.depends_on?.join(', ') ?? '' })}</p>
              )}
            </li>
          ))}
        </ol>
      );
    case 'architecture':
      return (
        <>
          <Markdown text={what.overview} />
          <Table
            label={t.files}
            rows={what.files}
            keyOf={({ path }) => path}
            columns={[
              { title: t.file, cell: ({ path }) => <code>{path}</code> },
              { title: t.purpose, cell: ({ purpose }) => <span dir="auto">{purpose}</span> },
            ]}
          />
          {what.test !== '' && (
            <p>
              {t.testedBy} <code>{what.test}</code>
            </p>
          )}
        </>
      );
    case 'code':
      return <Code label={title} text={visible(what.text)} />;
    default:
      return <Markdown text={what.text} />;
  }
};
