import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { MemoryTable } from '../constructs/memory-table.ts';
import { PlatformSecrets } from '../constructs/platform-secrets.ts';
import { UserObjects } from '../constructs/user-objects.ts';
import { UserSecretsKey } from '../constructs/user-secrets-key.ts';
import { UserTable } from '../constructs/user-table.ts';
import { hasMemoryTable, type Settings } from '../settings/index.ts';

/** Everything that must not be lost. It changes rarely, and does not depend on the service. */
export class DataStack extends Stack {
  readonly table: UserTable;
  readonly objects: UserObjects;
  readonly secrets: PlatformSecrets;
  readonly userSecretsKey: UserSecretsKey;
  /** Absent where a Qdrant holds the memories. */
  readonly memories: MemoryTable | undefined;

  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { settings: Settings }) {
    super(scope, id, { ...props, terminationProtection: settings.keepData });
    this.table = new UserTable(this, 'Table', settings);
    this.objects = new UserObjects(this, 'Objects', settings);
    this.secrets = new PlatformSecrets(this, 'Secrets', settings);
    this.userSecretsKey = new UserSecretsKey(this, 'UserSecretsKey', settings);
    this.memories = hasMemoryTable(settings) ? new MemoryTable(this, 'Memories', settings) : undefined;
    // Always, or a deployment that leaves its Qdrant would take back an export that its service still imports.
    this.exportValue(this.secrets.vectors.secretArn);
  }
}
