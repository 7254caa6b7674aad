import type { SecurityProduct } from '../domain/system-facts.js';
import { sanitizeLine } from '../host/sanitize.js';
import { readRegistryKey, readRegistryTree, runToExit, textOf } from './machine.js';
import type { Probe, ProbeContext } from './probe.js';
import { knownProducts, type KnownProduct } from './security-products.js';
import { parseState } from './services.js';
import { wslWorks } from './wsl-works.js';

const programs = [
  'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall',
  'HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall',
];

/** Security and VPN software whose drivers sit in the network (causes.md section 3, rank 2). */
export const securitySoftwareProbe: Probe<'securitySoftware'> = {
  id: 'security-software',
  fact: 'securitySoftware',
  after: [],
  elevation: 'none',
  usualMs: 2_000,
  timeoutMs: 20_000,
  async read(context) {
    const installed = await readInstalled(context);
    const products = await Promise.all(knownProducts.map((known) => readProduct(context, known, installed)));
    return { products: products.filter((product) => product !== null) };
  },
  findings({ products }, known) {
    if (wslWorks(known)) return [];
    return products.map(({ product, kind, installed, services }) => ({
      id: 'security-software',
      probe: 'security-software',
      data: { product, kind, version: installed?.version ?? null },
      evidence: [
        ...(installed === null ? [] : [`${installed.name} ${installed.version ?? ''}`.trim()]),
        ...services.map(({ name, running }) => `${name}: STATE ${running ? '4' : '1'}`),
      ].join(' · '),
    }));
  },
};

interface Program {
  readonly key: string;
  readonly name: string;
}

/** Names of everything installed for all users. */
async function readInstalled(context: ProbeContext): Promise<readonly Program[]> {
  const trees = await Promise.all(
    programs.map((key) => readRegistryTree(context, key, ['/v', 'DisplayName'])),
  );
  return trees.flatMap((tree) =>
    [...tree.values()].flatMap(({ name, values }) => {
      const shown = textOf({ values, subkeys: [] }, 'DisplayName');
      return shown === undefined ? [] : [{ key: name, name: shown }];
    }),
  );
}

async function readProduct(
  context: ProbeContext,
  { product, kind, services, installed }: KnownProduct,
  everything: readonly Program[],
): Promise<SecurityProduct | null> {
  const program = everything.find(({ name }) => installed.test(name));
  const states = await Promise.all(services.map((name) => readService(context, name)));
  const found = states.filter((state) => state !== null);
  if (program === undefined && found.length === 0) return null;
  const key = program === undefined ? undefined : await readRegistryKey(context, program.key);
  const version = sanitizeLine(textOf(key, 'DisplayVersion') ?? '');
  return {
    product,
    kind,
    services: found,
    installed:
      program === undefined
        ? null
        : { name: sanitizeLine(program.name), version: version === '' ? null : version },
  };
}

async function readService(
  context: ProbeContext,
  name: string,
): Promise<{ readonly name: string; readonly running: boolean } | null> {
  const { exitCode, stdout } = await runToExit(context, 'sc', ['query', name]);
  return exitCode === 0 ? { name, running: parseState(stdout) === 'running' } : null;
}
