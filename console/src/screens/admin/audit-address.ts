export type AuditFilter = { user: string; action: string; since: string | undefined; until: string | undefined };

/** The path of an export of audit trails; what is empty is not asked for. */
export const auditPath = ({ user, action, since, until }: AuditFilter): string => {
  const asked = Object.entries({ user_id: user, action, since, until }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  const search = new URLSearchParams(asked).toString();
  return search ? `/admin/audit?${search}` : '/admin/audit';
};
