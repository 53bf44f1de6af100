/** The body of a refusal, and an error event. */
export const error = (type: string, text: string, details?: object) => ({
  type: 'error',
  error: { type, message: text, ...(details && { details }) },
  request_id: 'req_corpus',
});
