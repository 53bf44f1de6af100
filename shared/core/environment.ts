/**
 * Names of every environment variable the functions read. `infra` writes them, `shared/platform` reads them;
 * neither spells a name itself. Endpoints of the AWS services are the SDK's own `AWS_ENDPOINT_URL_*`.
 */
export const ENV = {
  /** Name of the one DynamoDB table. */
  table: 'ARTEL_TABLE',
  /** Name of the bucket for values too large for an item. */
  bucket: 'ARTEL_BUCKET',
  /** `dev`, `staging` or `prod`. */
  stage: 'ARTEL_STAGE',
  /** URL of the SQS queue that carries `(task, wake)` to the workers. */
  agentsQueue: 'ARTEL_AGENTS_QUEUE_URL',
  /** URL of the SQS queue for delayed hints (retries, approval warnings). */
  timersQueue: 'ARTEL_TIMERS_QUEUE_URL',
  /** URL of the SQS queue for what is told outside: sessions to look at, deliveries to attempt. */
  webhooksQueue: 'ARTEL_WEBHOOKS_QUEUE_URL',
  /** ARN of the secret with the token signing keys: `{"keys": [<private JWK>, …]}`, newest first, at most two. */
  signingKeysSecret: 'ARTEL_SIGNING_KEYS_SECRET_ARN',
  /**
   * ARN of the secret with the model providers: `{"kind"?, "base_url", "api_key", "model"?, "embedding_model"?,
   * "timeouts"?, "upstreams"?, "fallbacks"?}`; its fields are described in `shared/gateway/settings/upstreams.ts`.
   */
  providerSecret: 'ARTEL_PROVIDER_SECRET_ARN',
  /** Name of the table that holds memories and their vectors; absent where a Qdrant does. */
  memoryTable: 'ARTEL_MEMORY_TABLE',
  /** Sizes of the vectors that table has an index for, separated by commas. */
  vectorSizes: 'ARTEL_VECTOR_SIZES',
  /** ARN of the secret with the vector store: `{"url", "api_key"?}`. */
  vectorsSecret: 'ARTEL_VECTORS_SECRET_ARN',
  /** ARN of the state machine that coordinates plans. */
  planMachine: 'ARTEL_PLAN_MACHINE',
  /** HTTPS address of the WebSocket API's `@connections`. */
  socketEndpoint: 'ARTEL_SOCKET_ENDPOINT',
  /** ARN of the image that machines for commands are started from. */
  machineImage: 'ARTEL_MACHINE_IMAGE_ARN',
  /** ARN of the connector that is the only way out of these machines. It leads to subnets without one. */
  machineEgress: 'ARTEL_MACHINE_EGRESS_ARN',
  /** Address clients open their WebSocket at. */
  socketUrl: 'ARTEL_SOCKET_URL',
  /** Name of the function that pushes to many connections. */
  pusherFunction: 'ARTEL_PUSHER_FUNCTION',
  /** Name of the function that sends mails; absent where the deployment sends none. */
  mailerFunction: 'ARTEL_MAILER_FUNCTION',
  /** `light`, `process` or `machine`: the wall that commands run behind. */
  sandboxWall: 'ARTEL_SANDBOX_WALL',
  /** Name of the function that runs commands behind the wall `light`. */
  sandboxFunction: 'ARTEL_SANDBOX_FUNCTION',
  /** Path of a `node_modules` of this machine that commands of the wall `process` find; absent where there is none. */
  sandboxDependencies: 'ARTEL_SANDBOX_DEPENDENCIES',
  /** Address that mails come from. */
  mailFrom: 'ARTEL_MAIL_FROM',
  /** Page that links in mails lead to; what they are for follows in the fragment. */
  linkPage: 'ARTEL_LINK_PAGE',
  /** Page at which mails about events are ended; who and which follows in the query. */
  unsubscribePage: 'ARTEL_UNSUBSCRIBE_PAGE',
  /** Who may register: `open`, `invited` or `closed`. */
  registration: 'ARTEL_REGISTRATION',
  /** `true` where nobody signs in before their e-mail address is confirmed. */
  confirmEmail: 'ARTEL_CONFIRM_EMAIL',
  /** Origins that browsers may call from, separated by commas, or `*`. */
  allowedOrigins: 'ARTEL_ALLOWED_ORIGINS',
  /** Model an agent uses that names none, unless the provider secret says otherwise. */
  defaultModel: 'ARTEL_DEFAULT_MODEL',
  /** Model for embeddings, unless the provider secret says otherwise. */
  embeddingModel: 'ARTEL_EMBEDDING_MODEL',
  /** What the memory of a container keeps, as JSON: `{"strategy", "entries", "megabytes", "seconds"}`. */
  cache: 'ARTEL_CACHE',
  /** `tenant` or `collection`: how the memories of agents are kept apart, unless the vectors secret says. */
  memoryIsolation: 'ARTEL_MEMORY_ISOLATION',
  /** Longest wait for a model's first byte, and between two of its bytes, in milliseconds. */
  modelTimeout: 'ARTEL_MODEL_TIMEOUT_MS',
  /** `on` or `off`: whether personal data is replaced in prompts while no administrator has stored policies. */
  piiRedaction: 'ARTEL_PII_REDACTION',
  /** ARN of the KMS key that seals the secrets users store. */
  dataKey: 'ARTEL_DATA_KEY_ARN',
  /** Hosts, with or without a port, that tools may reach whatever their address, separated by commas. */
  allowedHosts: 'ARTEL_ALLOWED_HOSTS',
  /** Addresses of this service itself, whose hosts tools may never call, separated by commas. */
  ownAddresses: 'ARTEL_OWN_ADDRESSES',
  /** What the deployment's settings change of the tiers, as JSON. */
  tiers: 'ARTEL_TIERS',
  /** Address that previews are shown at, without a token. */
  previewAddress: 'ARTEL_PREVIEW_ADDRESS',
  /** Where a preview's token stands in its address: `host`, before the host name, or `path`, before the path. */
  previewToken: 'ARTEL_PREVIEW_TOKEN',
  /** Longest wait for a program behind a preview to begin its answer, in milliseconds. */
  programTimeout: 'ARTEL_PROGRAM_TIMEOUT_MS',
  /** Issuers whose tokens are accepted besides the service's own, as JSON: `shared/core/issuers.ts`. */
  issuers: 'ARTEL_ISSUERS',
  /** SHA-256, in hexadecimal, of the key that figures can be read with; absent: administrators only. */
  scrapeKeyHash: 'ARTEL_SCRAPE_KEY_SHA256',
  /** Days that entries of audit trails are kept. */
  auditRetention: 'ARTEL_AUDIT_RETENTION_DAYS',
  /** `DEBUG`, `INFO`, `WARN`, `ERROR` or `SILENT`. */
  logLevel: 'ARTEL_LOG_LEVEL',
} as const;
