export const handler = async (event: unknown): Promise<unknown> => ({
  statusCode: 501,
  body: JSON.stringify({ seen: typeof event }),
});
