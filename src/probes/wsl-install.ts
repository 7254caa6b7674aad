import type { WslFact } from '../domain/facts.js';
import { isOlder } from '../wslconfig/keys.js';
import { readRegistryKey, textOf } from './machine.js';
import { Skip, type Probe } from './probe.js';
import { wslWorks } from './wsl-works.js';

/** Written by WSL's installer (wsl.md section 5); older packages write none. */
const installer = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss\\MSI';

/** Whether an interrupted update took files of WSL away (microsoft/WSL#40488, #40968). */
export const wslInstallProbe: Probe<'wslInstall'> = {
  id: 'wsl-install',
  fact: 'wslInstall',
  after: ['wsl'],
  elevation: 'none',
  usualMs: 300,
  timeoutMs: 10_000,
  async read({ known, ...context }) {
    if (known.wsl?.flavour === 'none') return new Skip({ code: 'no-wsl' });
    const folder = textOf(await readRegistryKey(context, installer), 'InstallLocation')?.replace(/\\+$/, '');
    if (folder === undefined || folder === '') return { folder: null, missing: [] };
    const missing: string[] = [];
    for (const file of filesOf(known.wsl)) {
      if (!(await context.host.files.exists(`${folder}\\${file}`))) missing.push(file);
    }
    return { folder, missing };
  },
  findings(fact, known) {
    // Which files belong there is known from few versions only, so a WSL that works is left in peace.
    if (fact.missing.length === 0 || wslWorks(known)) return [];
    const evidence = fact.missing.map((file) => `${fact.folder ?? ''}\\${file}`).join(', ');
    return [{ id: 'wsl-files-missing', probe: 'wsl-install', data: { files: fact.missing }, evidence }];
  },
};

function filesOf(wsl: WslFact | undefined): readonly string[] {
  const version = wsl?.version ?? null;
  const hasModules = version !== null && !isOlder(version, '2.7.0');
  return ['system.vhd', 'tools\\kernel', ...(hasModules ? ['tools\\modules.vhd'] : [])];
}
