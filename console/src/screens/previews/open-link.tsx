import { texts } from '../../texts/index.ts';
import { isWebAddress } from './addresses.ts';

/** Opens a preview in a tab of its own: it has another origin, and may not be framed here. */
export const OpenLink = ({ url, isMain }: { url: string | undefined; isMain?: boolean }) => {
  const t = texts().previews;
  if (url === undefined || !isWebAddress(url)) return <span class="hint">{t.addressGone}</span>;
  return (
    <a class={isMain ? 'button main' : undefined} href={url} target="_blank" rel="noopener noreferrer">
      {t.open}
    </a>
  );
};
