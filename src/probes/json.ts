/** Reads values out of what a PowerShell question answered, without trusting its shape. */

export type JsonRecord = Readonly<Record<string, unknown>>;

/** PowerShell 5.1 turns a list of one into the one, and a list of none into null: both are undone here. */
export function recordsOf(value: unknown): readonly JsonRecord[] {
  if (value === null || value === undefined) return [];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => {
    if (!isRecord(item)) throw new Error(`Expected an object, found ${shown(item)}.`);
    return item;
  });
}

export function textIn(record: JsonRecord, name: string): string {
  const value = record[name];
  if (typeof value !== 'string') throw new Error(`Expected text in ${name}, found ${shown(value)}.`);
  return value;
}

export function numberIn(record: JsonRecord, name: string): number {
  const value = record[name];
  if (typeof value !== 'number') throw new Error(`Expected a number in ${name}, found ${shown(value)}.`);
  return value;
}

/** Texts of a list, or of the one that PowerShell made of a list of one; empty ones left out. */
export function textsIn(record: JsonRecord, name: string): readonly string[] {
  const value = record[name];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.filter((item): item is string => typeof item === 'string' && item !== '');
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return (value === undefined ? 'nothing' : JSON.stringify(value)).slice(0, 80);
}
