import { sanitizeLine } from '../host/sanitize.js';
import { expandPath, readRegistryKey, textOf } from './machine.js';
import type { Probe, ProbeContext } from './probe.js';

/** "VMware Bridge notifier object" (microsoft/WSL#9016, #12055, #10089; Mullvad checks the same key). */
const notifyObject = 'HKLM\\SOFTWARE\\Classes\\CLSID\\{3d09c1ca-2bcc-40b7-b9bb-3f3ec143a87b}\\InprocServer32';

const products = [
  'HKLM\\SOFTWARE\\VMware, Inc.\\VMware Workstation',
  'HKLM\\SOFTWARE\\VMware, Inc.\\VMware Player',
  'HKLM\\SOFTWARE\\WOW6432Node\\VMware, Inc.\\VMware Workstation',
  'HKLM\\SOFTWARE\\WOW6432Node\\VMware, Inc.\\VMware Player',
];

/** The most fertile check for 0x80041002: a notify object whose DLL is gone blocks every new virtual switch. */
export const vmwareBridgeProbe: Probe<'vmwareBridge'> = {
  id: 'vmware-bridge',
  fact: 'vmwareBridge',
  after: [],
  elevation: 'none',
  usualMs: 500,
  timeoutMs: 15_000,
  async read(context) {
    const [key, vmwareInstalled] = await Promise.all([
      readRegistryKey(context, notifyObject),
      isVmwareInstalled(context),
    ]);
    const registered = textOf(key, '');
    if (registered === undefined || registered === '') return { dll: null, dllExists: null, vmwareInstalled };
    const dll = expandPath(registered, context.host.paths.windows);
    return { dll: sanitizeLine(dll), dllExists: await context.host.files.exists(dll), vmwareInstalled };
  },
  findings(fact) {
    if (fact.dll === null || fact.dllExists !== false) return [];
    return [
      {
        id: 'vmware-bridge-dll-missing',
        probe: 'vmware-bridge',
        data: { dll: fact.dll, vmwareInstalled: fact.vmwareInstalled },
        evidence: `{3d09c1ca-…}\\InprocServer32 = ${fact.dll}`,
      },
    ];
  },
};

/** A product's key stays behind after some uninstallers; only one that names its folder counts. */
async function isVmwareInstalled(context: ProbeContext): Promise<boolean> {
  const keys = await Promise.all(products.map((product) => readRegistryKey(context, product)));
  return keys.some((key) => (textOf(key, 'InstallPath') ?? textOf(key, 'InstallPath64') ?? '') !== '');
}
