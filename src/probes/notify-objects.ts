import type { NotifyObject, NotifyObjectsFact } from '../domain/network-facts.js';
import { sanitizeLine } from '../host/sanitize.js';
import { expandPath, readRegistryKey, readRegistryTree, textOf, type RegistryTree } from './machine.js';
import type { Probe, ProbeContext } from './probe.js';
import { wslWorks } from './wsl-works.js';

/** Every network component of Windows and of others, by class and component (key layout unverified, commands.md section 1). */
const network = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Network';
const classes = 'HKLM\\SOFTWARE\\Classes\\CLSID';
/** VMware's bridge, which has a check of its own. */
const vmware = '{3d09c1ca-2bcc-40b7-b9bb-3f3ec143a87b}';

/** Network components of whatever vendor whose notify object is gone: Windows calls it whenever it installs a component. */
export const notifyObjectsProbe: Probe<'notifyObjects'> = {
  id: 'notify-objects',
  fact: 'notifyObjects',
  after: [],
  elevation: 'none',
  usualMs: 2_000,
  timeoutMs: 20_000,
  async read(context): Promise<NotifyObjectsFact> {
    const registered = classesIn(await readRegistryTree(context, network, ['/v', 'ClsID']));
    const found = await Promise.all(registered.map((each) => readObject(context, each)));
    const known = found.filter((each) => each !== null);
    return { count: known.length, dead: known.filter(({ exists }) => !exists).map(({ object }) => object) };
  },
  findings: ({ dead }, known) =>
    wslWorks(known)
      ? []
      : dead.map(({ component, dll }) => ({
          id: 'notify-object-dll-missing',
          probe: 'notify-objects',
          data: { component, dll },
          evidence: `${component}: InprocServer32 = ${dll}`,
        })),
};

interface Registered {
  readonly clsid: string;
  /** The component's key, above `Ndi`. */
  readonly key: string;
}

/** One for each class, VMware's left out. */
export function classesIn(tree: RegistryTree): readonly Registered[] {
  const all = [...tree.values()].flatMap(({ name, values }): readonly Registered[] => {
    const clsid = textOf({ values, subkeys: [] }, 'ClsID')?.toLowerCase();
    if (clsid === undefined || !/^\{[0-9a-f-]{36}\}$/.test(clsid) || clsid === vmware) return [];
    return [{ clsid, key: name.replace(/\\Ndi$/i, '') }];
  });
  return all.filter(({ clsid }, index) => all.findIndex((other) => other.clsid === clsid) === index);
}

/** Null where the class names no DLL: nothing can be said of it. */
async function readObject(
  context: ProbeContext,
  { clsid, key }: Registered,
): Promise<{ readonly object: NotifyObject; readonly exists: boolean } | null> {
  const server = textOf(await readRegistryKey(context, `${classes}\\${clsid}\\InprocServer32`), '') ?? '';
  if (server === '') return null;
  const { windows, system32 } = context.host.paths;
  const expanded = expandPath(server, windows);
  // A name alone is looked for where Windows keeps its own.
  const dll = expanded.includes('\\') ? expanded : `${system32}\\${expanded}`;
  if (await context.host.files.exists(dll))
    return { object: { component: clsid, dll: sanitizeLine(dll) }, exists: true };
  const component = await readRegistryKey(context, key);
  const name = sanitizeLine(textOf(component, 'ComponentId') ?? textOf(component, 'Description') ?? '');
  return { object: { component: name === '' ? clsid : name, dll: sanitizeLine(dll) }, exists: false };
}
