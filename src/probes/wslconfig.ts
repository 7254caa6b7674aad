import type { NetworkingMode, WslconfigFact } from '../domain/facts.js';
import type { Finding } from '../domain/findings.js';
import { sha256Of } from '../domain/hash.js';
import type { MachinePaths } from '../host/host.js';
import { readWslconfig } from '../wslconfig/read.js';
import { dwordOf, readRegistryKey, type RegistryKey } from './machine.js';
import type { Probe } from './probe.js';

const policies = 'HKLM\\Software\\Policies\\WSL';

/** The person's .wslconfig as WSL reads it, and the policy that overrules it. */
export const wslconfigProbe: Probe<'wslconfig'> = {
  id: 'wslconfig',
  fact: 'wslconfig',
  after: ['wsl'],
  elevation: 'none',
  usualMs: 300,
  timeoutMs: 10_000,
  async read(context) {
    const path = wslconfigPath(context.host.paths);
    const [bytes, key] = await Promise.all([
      context.host.files.read(path),
      readRegistryKey(context, policies),
    ]);
    return {
      path,
      policy: readPolicy(key),
      ...(bytes === undefined ? noFile : readFile(bytes, context.known.wsl?.version ?? null)),
    };
  },
  findings: (fact) => findTroubles(fact),
};

/** In the profile of the token, not %USERPROFILE% (wsl.md 1.1). */
export const wslconfigPath = (paths: Pick<MachinePaths, 'profile'>): string => `${paths.profile}\\.wslconfig`;

/** The mode with which WSL is expected to start: the policy decides where the file may not or does not. */
export function expectedMode(fact: WslconfigFact): NetworkingMode {
  const policyMode = fact.policy.defaultMode ?? 'Nat';
  if (fact.line === null) return policyMode;
  return fact.policy.userModeAllowed || fact.networkingMode === 'None' ? fact.networkingMode : policyMode;
}

type FileReading = Omit<WslconfigFact, 'path' | 'policy'>;

const noFile: FileReading = {
  exists: false,
  sha256: null,
  networkingMode: 'Nat',
  line: null,
  warnings: [],
};

function readFile(bytes: Uint8Array, wslVersion: string | null): FileReading {
  const reading = readWslconfig(bytes, wslVersion === null ? {} : { wslVersion });
  const mode = reading.set['wsl2.networkingMode'];
  return {
    exists: true,
    sha256: sha256Of(bytes),
    networkingMode: reading.networkingMode,
    line: mode?.valid === true ? mode.line : null,
    warnings: reading.opened
      ? reading.warnings.map(({ line, id }) => ({ line, id }))
      : [{ line: 0, id: 'MessageFailedToOpenConfigFile' }],
  };
}

/** wsl.md section 5: 2 (bridged) is ignored, a missing or odd value means allowed. */
function readPolicy(key: RegistryKey | undefined): WslconfigFact['policy'] {
  const modes: Readonly<Record<number, NetworkingMode>> = {
    0: 'None',
    1: 'Nat',
    3: 'Mirrored',
    4: 'VirtioProxy',
  };
  const mode = dwordOf(key, 'DefaultNetworkingMode');
  return {
    defaultMode: mode === undefined ? null : (modes[mode] ?? null),
    userModeAllowed: dwordOf(key, 'AllowNetworkingModeUserSetting') !== 0,
  };
}

function findTroubles(fact: WslconfigFact): readonly Finding[] {
  const findings: Finding[] = [];
  if (fact.warnings.length > 0) {
    const lines = [...new Set(fact.warnings.map(({ line }) => line))];
    const evidence = fact.warnings.map(({ line, id }) => `${fact.path}:${line} ${id}`).join(', ');
    findings.push({ id: 'wslconfig-warnings', probe: 'wslconfig', data: { lines }, evidence });
  }
  const mode = expectedMode(fact);
  // A mode that an administrator set for everybody is no departure.
  if (fact.line !== null && (mode === 'None' || mode === 'VirtioProxy')) {
    findings.push({
      id: 'network-mode-bypassed',
      probe: 'wslconfig',
      data: { mode },
      evidence: `${fact.path}:${fact.line} networkingMode=${mode}`,
    });
  }
  return findings;
}
