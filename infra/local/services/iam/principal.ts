/** One statement of a role's policies, resolved: no intrinsics left. Plain data, so that it crosses to a worker thread. */
export type Statement = {
  effect: 'Allow' | 'Deny';
  actions: string[];
  resources: string[];
  notActions?: string[];
  notResources?: string[];
  conditions?: Record<string, Record<string, string | string[]>>;
};

/** A role and the access key its function signs with: the key names the caller of every SDK call. */
export type Principal = {
  accessKeyId: string;
  secretAccessKey: string;
  roleName: string;
  roleArn: string;
  statements: Statement[];
};
