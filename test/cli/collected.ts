import type { Output } from '../../src/cli/output.js';

/** An output that keeps what it is told. */
export interface Collected extends Output {
  readonly lines: readonly string[];
  readonly objects: readonly { readonly schema: string }[];
}

export function collectOutput(json: boolean): Collected {
  const lines: string[] = [];
  const objects: { readonly schema: string }[] = [];
  return {
    json,
    width: 80,
    lines,
    objects,
    line: (text = '') => void lines.push(text),
    progress: () => undefined,
    object: (value) => void objects.push(value),
  };
}
