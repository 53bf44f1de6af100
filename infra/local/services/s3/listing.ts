import type { ObjectHead } from './object-store.ts';
import { element, elements } from './xml.ts';

/** `ListObjectsV2` over a bucket: keys in byte order, prefix, delimiter, pages of at most 1,000. */
export function listing(bucket: string, objects: ObjectHead[], query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const most = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  const token = query.get('continuation-token');
  const after = token ? Buffer.from(token, 'base64url').toString() : (query.get('start-after') ?? '');
  const folderOf = (key: string): string | undefined => {
    const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    return end < 0 ? undefined : key.slice(0, end + delimiter.length);
  };
  const rows = new Map<string, ObjectHead | undefined>();
  const heads = objects.filter(({ key }) => key.startsWith(prefix)).sort((left, right) => inBytes(left.key, right.key));
  for (const head of heads) {
    const folder = folderOf(head.key);
    const row = folder ?? head.key;
    if (inBytes(row, after) > 0) rows.set(row, folder === undefined ? head : undefined);
  }
  const page = [...rows].slice(0, most);
  const last = page.at(-1)?.[0];
  const more = rows.size > page.length;
  return element('ListBucketResult', [
    elements({ Name: bucket, Prefix: prefix, MaxKeys: most, KeyCount: page.length, IsTruncated: more }),
    delimiter && elements({ Delimiter: delimiter }),
    more && last ? elements({ NextContinuationToken: Buffer.from(last).toString('base64url') }) : '',
    ...page.map(([row, head]) => (head ? contents(head) : element('CommonPrefixes', [elements({ Prefix: row })]))),
  ]);
}

function contents({ key, etag, size, modified }: ObjectHead): string {
  const LastModified = new Date(modified).toISOString();
  return element('Contents', [elements({ Key: key, LastModified, ETag: etag, Size: size, StorageClass: 'STANDARD' })]);
}

function inBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
