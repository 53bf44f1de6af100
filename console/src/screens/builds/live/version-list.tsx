import { href } from '../../../app/place/route.ts';
import { filled, texts } from '../../../texts/index.ts';
import type { BuildVersion } from '../api.ts';

/** The versions that a build made, each with what it changed. */
export const VersionList = ({ versions }: { versions: readonly BuildVersion[] }) => {
  const t = texts().builds;
  const [first, last] = [versions[0]?.version, versions.at(-1)?.version];
  if (first === undefined || last === undefined) return <p class="hint">{t.noVersions}</p>;
  return (
    <>
      <ul class="list">
        {versions.map(({ version, reason }) => (
          <li key={version}>
            <a href={href({ screen: 'files', item: String(version) })}>{filled(t.versionName, { version })}</a>{' '}
            <span dir="auto">{reason}</span>
          </li>
        ))}
      </ul>
      {first > 1 && last > first && (
        <a href={href({ screen: 'files', item: String(last), query: { from: String(first - 1) } })}>{t.allChanges}</a>
      )}
    </>
  );
};
