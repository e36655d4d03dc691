import type { IncomingMessage } from 'node:http';

/** The whole body, or nothing if it is longer than `most` bytes. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= most) chunks.push(chunk); // what is too long is read to its end, so that the client hears the answer
  }
  return length <= most ? Buffer.concat(chunks) : undefined;
}
