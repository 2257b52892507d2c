/** Bytes that travel inside a script. */

/** Undoes base64 and gzip. */
export async function unpack(text: string): Promise<ArrayBuffer> {
  const characters = atob(text);
  const packed = new Uint8Array(characters.length);
  // A plain loop: the callback of Uint8Array.from takes many times as long, on the page's own thread.
  for (let i = 0; i < packed.length; ++i) packed[i] = characters.charCodeAt(i);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
