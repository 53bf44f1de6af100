import type { ThreadSettings } from './messages.ts';

/** The context object of the Node.js runtime, as far as Node 24 has it (no callbacks). */
export function contextFor(settings: ThreadSettings, requestId: string, deadline: number) {
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: settings.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: settings.functionArn,
    logGroupName: `/aws/lambda/${settings.functionName}`,
    logStreamName: 'local',
    memoryLimitInMB: String(settings.memory),
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}
