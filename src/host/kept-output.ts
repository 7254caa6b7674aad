/** What is kept of one stream: the last bytes and lines, so that a flood cannot fill the memory. */
export interface KeptOutput {
  addBytes(bytes: Uint8Array): void;
  addLine(text: string): void;
  take(): { readonly text: string; readonly bytes: Uint8Array };
}

/** Keeps up to `limit` bytes, and lines of up to `limit` UTF-16 units in all; the oldest go first, whole. */
export function createKeptOutput(limit = 8 * 1024 * 1024): KeptOutput {
  const bytes = createRing<Uint8Array>(limit, (chunk) => chunk.length);
  const lines = createRing<string>(limit, (line) => line.length + 1);
  return {
    addBytes: (chunk) => {
      bytes.add(Uint8Array.from(chunk));
    },
    addLine: (text) => {
      lines.add(text);
    },
    take: () => ({ text: lines.items().join('\n'), bytes: Buffer.concat(bytes.items()) }),
  };
}

function createRing<T>(limit: number, sizeOf: (item: T) => number) {
  let kept: T[] = [];
  let first = 0;
  let size = 0;
  return {
    add(item: T) {
      kept.push(item);
      size += sizeOf(item);
      while (size > limit && first < kept.length - 1) {
        const oldest = kept[first];
        if (oldest !== undefined) size -= sizeOf(oldest);
        first += 1;
      }
      // Dropped items are let go in batches: one at a time would copy the array for each.
      if (first > 1024 && first > kept.length / 2) {
        kept = kept.slice(first);
        first = 0;
      }
    },
    items: () => kept.slice(first),
  };
}
