import type { CauseId } from '../domain/ids.js';
import { sanitizeLine } from '../host/sanitize.js';
import type { CodeFamily } from '../causes/code-pointers.js';
import { evidenceNames, switchFamilies } from './evidence-names.js';
import { findModes } from './find-modes.js';
import { findWslVersion } from './find-wsl-version.js';

/** Something in the text besides codes that speaks for a cause. */
export interface FoundEvidence {
  readonly cause: CauseId;
  /** Added to the cause's score where it counts. */
  readonly weight: number;
  /** As found. */
  readonly text: string;
  /** Kinds of failure that it can explain; it counts for nothing where the codes are of another kind. */
  readonly explains: readonly CodeFamily[];
  readonly isProgram?: true;
}

/**
 * Product, component and service names, GUIDs, settings: what no Windows translates. The strongest entry of each cause
 * comes first. Sources: causes.md sections 1, 3 and 4. Takes time linear in the length of the text.
 */
export function findEvidence(text: string): readonly FoundEvidence[] {
  const found = [...namesIn(text), ...servicesIn(text), ...settingsIn(text), ...versionsIn(text)];
  return found.sort((a, b) => b.weight - a.weight);
}

function* namesIn(text: string): Generator<FoundEvidence> {
  for (const { pattern, points, ...name } of evidenceNames) {
    const match = pattern.exec(text);
    if (match === null) continue;
    for (const point of points) yield { ...name, ...point, text: oneLine(match[0]) };
  }
}

/** Service names and `DISABLED`, `STOPPED` are constants of sc.exe and of .NET, not words of a language. */
const services: Readonly<Record<string, { disabled: CauseId; explains: readonly CodeFamily[] }>> = {
  netsetupsvc: { disabled: 'network-setup-service-disabled', explains: switchFamilies },
  sharedaccess: { disabled: 'ics-disabled', explains: ['disabled-service', 'rpc', 'generic'] },
  hns: { disabled: 'hns-not-running', explains: ['rpc', 'disabled-service', 'missing-service', 'generic'] },
  wslservice: { disabled: 'wsl-service-disabled', explains: ['disabled-service', 'rpc', 'generic'] },
  lxssmanager: { disabled: 'wsl-service-disabled', explains: ['disabled-service', 'rpc', 'generic'] },
  mpssvc: { disabled: 'firewall-service-disabled', explains: ['disabled-service', 'rpc', 'generic'] },
  bfe: { disabled: 'firewall-service-disabled', explains: ['disabled-service', 'rpc', 'generic'] },
  dhcp: {
    disabled: 'dhcp-client-disabled',
    explains: ['disabled-service', 'missing-service', 'rpc', 'generic'],
  },
  winmgmt: { disabled: 'wmi-provider-broken', explains: switchFamilies },
  vmcompute: {
    disabled: 'virtual-machine-platform-off',
    explains: ['hypervisor', 'missing-service', 'generic'],
  },
};

function* servicesIn(text: string): Generator<FoundEvidence> {
  const serviceNames = Object.keys(services).join('|');
  const sameLine = new RegExp(`\\b(${serviceNames})\\b[^\\n]{0,60}?\\bdisabled\\b`, 'gi');
  for (const match of text.matchAll(sameLine)) yield* disabledService(match[1] ?? '', match[0]);
  // sc.exe qc and query: one value a line, the name first.
  const block = /\bSERVICE_NAME\s{0,4}:\s{0,4}([A-Za-z]+)\b(?=([^]{0,400}))/g;
  for (const match of text.matchAll(block)) {
    const name = match[1] ?? '';
    const rest = (match[2] ?? '').split('SERVICE_NAME')[0] ?? '';
    const disabled = /\bSTART_TYPE\s{0,20}:\s{0,4}4\b/.exec(rest);
    if (disabled !== null) yield* disabledService(name, `${name} ${disabled[0]}`);
    if (name.toLowerCase() === 'hns' && /\bSTATE\s{0,20}:\s{0,4}1\b/.test(rest)) {
      yield { cause: 'hns-not-running', weight: 0.3, text: 'hns STATE : 1', explains: ['rpc', 'generic'] };
    }
  }
}

function* disabledService(name: string, text: string): Generator<FoundEvidence> {
  const service = services[name.toLowerCase()];
  if (service === undefined) return;
  yield { cause: service.disabled, weight: 0.55, text: oneLine(text), explains: service.explains };
}

/** What a pasted .wslconfig, or WSL's complaint about one (`<path>:<line>`), shows: wsl.md 1.2 and 1.6. */
function* settingsIn(text: string): Generator<FoundEvidence> {
  const mode = '(?:None|Nat|Bridged|Mirrored|VirtioProxy|Consomme)';
  const patterns = [
    { pattern: /\.wslconfig:\d{1,6}/i, weight: 0.5 },
    // A refused value is quoted by itself; the older advice quotes `wsl2.networkingMode=None`.
    { pattern: new RegExp(`['"‘’“”«»„]\\s?${mode}\\s?['"‘’“”«»].{0,160}\\.wslconfig`, 'i'), weight: 0.5 },
    { pattern: new RegExp(`\\.wslconfig.{0,160}['"‘’“”«»„]\\s?${mode}\\s?['"‘’“”«»]`, 'i'), weight: 0.5 },
    { pattern: /\bnetworkMode\s{0,8}=/i, weight: 0.4 },
    { pattern: /^[^\S\n]{0,8}(?:wsl2|experimental)\.[A-Za-z]+[^\S\n]{0,8}=/im, weight: 0.4 },
    { pattern: /^[^\S\n]{0,8}\[network(?:ing)?\][^\S\n]{0,8}$/im, weight: 0.4 },
  ];
  for (const { pattern, weight } of patterns) {
    const match = pattern.exec(text);
    if (match !== null) yield settings(weight, match[0]);
  }
  const key = /^[^\S\n]{0,8}networkingMode[^\S\n]{0,8}=[^\n]{0,60}/im.exec(text);
  if (key !== null && !/^[^\S\n]{0,8}\[(?:wsl2|experimental)\]/im.test(text.slice(0, key.index))) {
    yield settings(0.3, key[0]);
  }
  const refused = refusedMode(text);
  if (refused !== null && findModes(text).failed === null) yield settings(0.45, refused);
}

/**
 * WSL's warning that this Windows cannot do what the file asks for, and that NAT is used. Translations keep `NAT`, the build
 * number (`22631.4037`) and not always `Mirrored` (WSL#12029). The advice about a proxy on localhost names NAT as well.
 */
function refusedMode(text: string): string | null {
  const warning =
    /^[^\S\n]{0,8}wsl: (?![^\n]{0,200}(?:localhost|networkingMode))[^\n]{0,120}?(?:\bMirrored\b|(?<![A-Za-z])NAT(?![A-Za-z])|\b\d{5}\.\d{1,5}\b)[^\n]{0,60}/m;
  return warning.exec(text)?.[0] ?? null;
}

/** Collected logs give 0.0.0.0 where only the in-box WSL is there, which a store WSL replaced with success in WSL#11744. */
function* versionsIn(text: string): Generator<FoundEvidence> {
  const version = findWslVersion(text);
  if (!version?.startsWith('0.')) return;
  yield { cause: 'wsl-outdated', weight: 0.3, text: `WSL ${version}`, explains: switchFamilies };
}

function settings(weight: number, text: string): FoundEvidence {
  return { cause: 'wslconfig-invalid', weight, text: oneLine(text), explains: ['wslconfig'] };
}

function oneLine(text: string): string {
  return sanitizeLine(text.trim().replace(/\s+/g, ' ')).slice(0, 80);
}
