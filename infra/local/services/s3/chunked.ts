/**
 * The body of an `aws-chunked` upload: `<hex size>[;chunk-signature=…]\r\n<bytes>\r\n`, ended by a chunk of size 0 and trailers.
 * See "Signature Calculations for the Authorization Header: Transferring Payload in Multiple Chunks" in the S3 API reference.
 */
export function decodeChunked(encoded: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let position = 0;
  for (;;) {
    const lineEnd = encoded.indexOf('\r\n', position);
    const size = Number.parseInt(encoded.subarray(position, lineEnd).toString('latin1'), 16);
    if (lineEnd < 0 || Number.isNaN(size)) throw new Error('malformed aws-chunked body');
    if (size === 0) return Buffer.concat(chunks);
    const start = lineEnd + 2;
    chunks.push(encoded.subarray(start, start + size));
    position = start + size + 2;
  }
}
