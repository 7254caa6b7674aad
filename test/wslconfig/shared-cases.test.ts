import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWslconfig } from '../../src/wslconfig/read.js';

interface SharedCase {
  readonly name: string;
  readonly contentBase64: string;
  readonly opened: boolean;
  readonly networkingMode: string;
  readonly set: Record<string, { line: number; raw: string; valid: boolean }>;
  readonly warnings: readonly { line: number; id: string }[];
}

const path = new URL('../../../shared/data/wslconfig-cases.json', import.meta.url);
const present = existsSync(path);
// The file is a fixture whose shape is stated above.
const cases = present ? (JSON.parse(readFileSync(path, 'utf8')) as readonly SharedCase[]) : [];

describe.skipIf(!present)('reading agrees with WSL on the shared cases', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const reading = readWslconfig(Buffer.from(one.contentBase64, 'base64'));
    expect({
      opened: reading.opened,
      networkingMode: reading.networkingMode,
      set: reading.set,
      warnings: reading.warnings,
    }).toEqual({
      opened: one.opened,
      networkingMode: one.networkingMode,
      set: one.set,
      warnings: one.warnings,
    });
  });
});
