/**
 * The registry of a world: keys that follow from its state (services, TCP/IP, Winsock, WSL, Windows' own version) and
 * keys that are stored. Names are compared without regard to case; the default value's name is ''.
 */
import { derivedKeys, writeDerived, removeDerived } from './registry-derived.js';
import type { RegistryValue, World } from './world.js';

export type RegistryKeys = Record<string, Record<string, RegistryValue>>;

const roots: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKCR: 'HKEY_CLASSES_ROOT',
  HKU: 'HKEY_USERS',
};

/** With the root's full name and no trailing backslash; undefined where the root is unknown. */
export function fullKey(key: string): string | undefined {
  const [root = '', ...rest] = key.replace(/\\+$/, '').split('\\');
  const upper = root.toUpperCase();
  const full = roots[upper] ?? Object.values(roots).find((name) => name === upper);
  return full === undefined ? undefined : [full, ...rest].join('\\');
}

/** Every key with its values, as `reg query` would find them. */
export function allKeys(world: World): RegistryKeys {
  const keys = derivedKeys(world);
  for (const [key, values] of Object.entries(world.registry)) {
    const known = nameIn(keys, key) ?? key;
    keys[known] = { ...keys[known], ...values };
  }
  return keys;
}

/** The keys of one subtree, the key itself first; none where it does not exist. A parent of a key exists too. */
export function subtree(world: World, key: string): RegistryKeys {
  const wanted = key.toLowerCase();
  const found = Object.entries(allKeys(world)).filter(
    ([name]) => name.toLowerCase() === wanted || name.toLowerCase().startsWith(`${wanted}\\`),
  );
  if (found.length === 0) return {};
  const own = found.find(([name]) => name.toLowerCase() === wanted) ?? [key, {}];
  return Object.fromEntries([own, ...found.filter((entry) => entry !== own)]);
}

export function valueOf(values: Record<string, RegistryValue>, name: string): RegistryValue | undefined {
  const known = nameIn(values, name);
  return known === undefined ? undefined : values[known];
}

/** Writes a value, creating the key. Values that are state of the machine change that state. */
export function writeValue(world: World, key: string, name: string, value: RegistryValue): void {
  if (writeDerived(world, key, name, value)) return;
  const known = nameIn(world.registry, key) ?? key;
  const values = (world.registry[known] ??= {});
  values[nameIn(values, name) ?? name] = value;
}

/** Creates the key without values. */
export function createKey(world: World, key: string): void {
  if (nameIn(world.registry, key) === undefined) world.registry[key] = {};
}

export function removeValue(world: World, key: string, name: string): boolean {
  const place = nameIn(world.registry, key) ?? key;
  const values = world.registry[place];
  const known = values === undefined ? undefined : nameIn(values, name);
  if (values === undefined || known === undefined) return false;
  world.registry[place] = Object.fromEntries(Object.entries(values).filter(([each]) => each !== known));
  return true;
}

/** Removes a key with everything below it. */
export function removeKey(world: World, key: string): boolean {
  const before = Object.keys(subtree(world, key)).length;
  const wanted = key.toLowerCase();
  world.registry = Object.fromEntries(
    Object.entries(world.registry).filter(
      ([name]) => name.toLowerCase() !== wanted && !name.toLowerCase().startsWith(`${wanted}\\`),
    ),
  );
  removeDerived(world, key);
  return before > 0;
}

/** VMware's bridge registers itself here (causes.md section 3, rank 1). */
export const bridgeNotifyObject =
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\CLSID\\{3d09c1ca-2bcc-40b7-b9bb-3f3ec143a87b}';

/** DLLs of the registered network notify objects. */
export function notifyObjectDlls(world: World): string[] {
  const values = subtree(world, `${bridgeNotifyObject}\\InprocServer32`);
  const value = Object.values(values)[0]?.[''];
  return value?.type === 'REG_SZ' || value?.type === 'REG_EXPAND_SZ' ? [value.data] : [];
}

/** What Windows starts once at the next sign-in of the person: name and command line, in no certain order. */
export function runOnceValues(world: World): readonly (readonly [string, string])[] {
  const values = Object.values(subtree(world, runOnceFullKey))[0] ?? {};
  return Object.entries(values).flatMap(([name, value]) =>
    value.type === 'REG_SZ' || value.type === 'REG_EXPAND_SZ' ? [[name, value.data] as const] : [],
  );
}
export const runOnceFullKey = 'HKEY_CURRENT_USER\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce';

function nameIn(record: Record<string, unknown>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.keys(record).find((known) => known.toLowerCase() === wanted);
}
