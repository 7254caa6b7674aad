import type { WinsockProvider } from '../domain/network-facts.js';
import { sanitizeLine } from '../host/sanitize.js';
import { runToExit } from './machine.js';
import type { Probe } from './probe.js';
import { startCode, wslWorks } from './wsl-works.js';

/** Providers in Winsock's catalog: those of a VPN or proxy can give wsl.exe sockets that it cannot use. */
export const winsockProbe: Probe<'winsock'> = {
  id: 'winsock',
  fact: 'winsock',
  after: [],
  elevation: 'none',
  usualMs: 1_000,
  timeoutMs: 15_000,
  async read(context) {
    const { exitCode, stdout } = await runToExit(context, 'netsh', ['winsock', 'show', 'catalog']);
    if (exitCode !== 0) throw new Error(`netsh winsock show catalog ended with ${exitCode}.`);
    return { providers: parseCatalog(stdout) };
  },
  findings({ providers }, known) {
    // They are there on many machines with a VPN; only one symptom is theirs (microsoft/WSL#4177, #5351).
    if (wslWorks(known) || startCode(known) !== notSocket) return [];
    return providers
      .filter(({ layered }) => layered)
      .map(({ id, name, path }) => ({
        id: 'winsock-layered-provider',
        probe: 'winsock',
        data: { name, path },
        evidence: `${id} ${name} · ${path}`,
      }));
  },
};

/** WSAEOPNOTSUPP: "the attempted operation is not supported for the type of object referenced". */
const notSocket = '0x8007273d';

/**
 * Labels are localised, the order of lines is not: description, provider id, path, catalog entry id … chain length last.
 * A chain of one is a base provider, none or several are layered. Name-space providers have no path and are left out.
 */
export function parseCatalog(stdout: string): readonly WinsockProvider[] {
  return stdout.split(/^-{5,}\s*$/m).flatMap((block) => {
    const values = block
      .split(/\r*\n/)
      .flatMap((line) => /^[^:：]{1,60}[:：]\s*(.*?)\s*$/.exec(line)?.[1] ?? []);
    const at = values.findIndex((value) => /^\{[0-9a-f-]{36}\}$/i.test(value));
    const [name, path, id] = [values[at - 1], values[at + 1], Number(values[at + 2])];
    const chain = Number(values.at(-1));
    if (at < 1 || name === undefined || path === undefined || !/[\\%]/.test(path)) return [];
    if (!Number.isInteger(id) || !Number.isInteger(chain)) return [];
    return [{ id, name: sanitizeLine(name), path: sanitizeLine(path), layered: chain !== 1 }];
  });
}
