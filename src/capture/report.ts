/** A masked diagnosis as Markdown, in the order of the form of microsoft/WSL for bugs. */
import type { Diagnosis } from '../domain/diagnosis.js';
import type { EventRecord, Facts } from '../domain/facts.js';
import type { Finding, ProbeResult } from '../domain/findings.js';
import type { CauseId } from '../domain/ids.js';
import { describeFinding } from '../text/findings.js';
import { en } from '../text/en.js';
import type { Text } from '../text/text.js';
import type { CapturedHost } from './capture.js';

/**
 * The report. Diagnosis and host have to be masked before (`Masker.value`, or a replay of a capture). The body is English,
 * as the WSL team reads it; what is said to its sender stands above, in `text`.
 */
export function report(diagnosis: Diagnosis, host: CapturedHost, text: Text): string {
  const { facts } = diagnosis;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Windows Version', [windowsVersion(facts, host)]],
    ['WSL Version', [wslVersion(facts)]],
    ['Are you using WSL 1 or WSL 2?', wslGeneration(facts)],
    ['Kernel Version', [facts.wsl?.kernel ?? 'unknown']],
    ['Distro Version', distros(facts)],
    ['Other Software', otherSoftware(facts)],
    ['Repro Steps', reproSteps(facts)],
    ['Expected Behavior', ['WSL starts, and the distro has network access.']],
    ['Actual Behavior', actualBehavior(diagnosis)],
    ['Diagnostic Logs', logs(diagnosis, host)],
  ];
  const words = text.capture.report;
  const notes = host.kind === 'simulated' ? [words.simulated, ...words.note] : words.note;
  return [
    ...notes.flatMap((note) => [`> ${note}`, '>']).slice(0, -1),
    '',
    ...sections.flatMap(([title, lines]) => [`### ${title}`, '', ...lines, '']),
    '<sub>Written by wsl-netfix-tui. Names, SIDs, addresses, proxies and keys are made up; equal ones were equal.</sub>',
    '',
  ].join('\n');
}

function windowsVersion({ windows }: Facts, host: CapturedHost): string {
  if (windows === undefined) return host.windows === null ? 'unknown' : inline(host.windows.build);
  const { build, revision, edition, displayVersion, architecture } = windows;
  return inline(
    `10.0.${build}.${revision} (${[edition, displayVersion, architecture, host.language].filter(Boolean).join(', ')})`,
  );
}

function wslVersion({ wsl }: Facts): string {
  if (wsl === undefined) return 'unknown';
  if (wsl.flavour === 'none') return 'not installed';
  // The form asks for zeros where there is no `wsl.exe --version`.
  return wsl.flavour === 'inbox' ? '0.0.0.0 (in-box)' : inline(wsl.version ?? 'unknown');
}

/** What is known to sit in the network or beside it; the sender adds what only they know. */
function otherSoftware({ securitySoftware, runningSoftware, vmwareBridge }: Facts): readonly string[] {
  const products = (securitySoftware?.products ?? []).map(
    ({ product, installed }) => `- ${inline([product, installed?.version].filter(Boolean).join(' '))}`,
  );
  const programs = (runningSoftware?.programs ?? []).map(({ process }) => `- ${inline(process)} (running)`);
  const vmware = vmwareBridge?.vmwareInstalled === true ? ['- VMware'] : [];
  return [
    ...products,
    ...vmware,
    ...programs,
    ...(products.length + vmware.length + programs.length > 0 ? [''] : []),
    complete('VPN, antivirus, VMware, VirtualBox, Docker Desktop: names and versions'),
  ];
}

function wslGeneration({ distros: fact, wslStart }: Facts): readonly string[] {
  const used =
    fact?.distros.find(({ name }) => name === wslStart?.distro) ??
    fact?.distros.find((each) => each.isDefault);
  return [2, 1].map((version) => `- [${used?.version === version ? 'x' : ' '}] WSL ${version}`);
}

function distros({ distros: fact }: Facts): readonly string[] {
  if (fact === undefined) return ['unknown'];
  if (fact.distros.length === 0) return ['none installed'];
  return fact.distros.map(
    ({ name, version, state, isDefault }) =>
      `- ${inline(name)} (WSL ${version}, ${state}${isDefault ? ', default' : ''})`,
  );
}

function reproSteps({ wslStart, wslconfig }: Facts): readonly string[] {
  const mode =
    wslconfig === undefined ? 'unknown' : wslconfig.line === null ? 'not set' : wslconfig.networkingMode;
  const distro = wslStart?.distro ?? null;
  return [
    `1. \`networkingMode\` in \`.wslconfig\`: ${inline(mode)}`,
    `2. \`wsl.exe${distro === null ? '' : ` -d ${distro.replaceAll('`', '')}`}\``,
    `3. ${complete('what else you did, and since when it fails')}`,
  ];
}

function actualBehavior({ facts, health, findings }: Diagnosis): readonly string[] {
  const start = facts.wslStart;
  const printed = start === undefined || start.printed.length === 0 ? [] : fenced(start.printed);
  const said = findings.filter(({ probe }) => probe === 'wsl-start').map(sentence);
  const states: Readonly<Record<Diagnosis['health'], string>> = {
    healthy: 'The diagnosis found nothing wrong.',
    broken: 'WSL cannot set up its network.',
    'working-by-fallback': 'WSL works, but not with the network that was asked for.',
    unknown: 'The diagnosis could not tell.',
  };
  const codes =
    start === undefined
      ? []
      : [`Exit code ${start.exitCode ?? 'none'}, ${start.codePath ?? start.hresult ?? 'no error code'}`];
  return [
    ...[states[health], ...said, ...codes.map((code) => `${code}.`)].map((line) => `- ${line}`),
    ...printed,
  ];
}

function logs({ probes, causes, facts }: Diagnosis, host: CapturedHost): readonly string[] {
  const elevated = host.elevated === null ? 'unknown' : host.elevated ? 'yes' : 'no';
  return [
    complete('attach the archive that collect-wsl-logs.ps1 wrote'),
    '',
    '**Findings**',
    '',
    ...orNone(
      probes.flatMap(({ result }) => ('findings' in result ? result.findings.flatMap(findingLines) : [])),
    ),
    '',
    '**Causes considered** (score: findings for / against)',
    '',
    ...orNone(
      causes.map(({ id, likelihood, for: pro, against }) => {
        const name = causeNames[id]?.name ?? id;
        return `- ${id}, ${name}: ${likelihood.toFixed(2)} (${pro.join(', ') || '–'} / ${against.join(', ') || '–'})`;
      }),
    ),
    '',
    `**Probes** (elevated: ${elevated})`,
    '',
    '| probe | result | reading |',
    '|---|---|---|',
    ...probes.map(
      ({ id, result }) => `| ${id} | ${cell(outcome(result))} | ${cell(reading(id, facts, result))} |`,
    ),
    ...eventLines([...(facts.vmmsEvents?.events ?? []), ...(facts.hnsEvents?.events ?? [])]),
  ];
}

/** A cause may be known by its id alone. */
const causeNames: Partial<Record<CauseId, { readonly name: string }>> = en.causes;

/** What only the sender knows. */
const complete = (what: string): string => `_(please complete: ${what})_`;

const sentence = (finding: Finding): string => describeFinding(en.findings, finding);

function findingLines(finding: Finding): readonly string[] {
  return [
    `- ${sentence(finding)} (${finding.id})`,
    ...fenced(finding.evidence.split('\n')).map((line) => (line === '' ? line : `  ${line}`)),
  ];
}

function outcome(result: ProbeResult): string {
  switch (result.status) {
    case 'ok':
    case 'finding':
      return result.status;
    case 'skipped':
      return `skipped: ${en.probes.skipped(result.reason)}`;
    case 'timed-out':
      return `no answer after ${Math.round(result.afterMs / 1000)} s`;
    case 'crashed':
      return result.lost === undefined
        ? `crashed: ${result.message}`
        : en.probes.lost(result.lost.question, result.lost.why);
  }
}

function reading(id: Diagnosis['probes'][number]['id'], facts: Facts, result: ProbeResult): string {
  return 'findings' in result ? en.probes.probes[id].reading(facts) : '';
}

/** Newest first; the rest of a week tells no more. */
const mostEvents = 10;

function eventLines(events: readonly EventRecord[]): readonly string[] {
  const telling = events.filter(({ codes, level }) => codes.length > 0 || (level > 0 && level <= 2));
  const newest = telling.toSorted((a, b) => b.at - a.at).slice(0, mostEvents);
  if (newest.length === 0) return [];
  const lines = newest.map(
    ({ at, log, id, text }) => `${new Date(at).toISOString()} ${log} ${id}: ${text.slice(0, 1_000)}`,
  );
  return ['', `**Event log** (${newest.length} of ${telling.length} errors, newest first)`, ...fenced(lines)];
}

/** A fence longer than any in the text, so that nothing in it ends the block. */
function fenced(lines: readonly string[]): readonly string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return ['', `${fence}text`, ...lines, fence];
}

const orNone = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? ['none'] : lines);

/** Text of the machine outside of a block: no markup, no mention of anybody, no link. */
function inline(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#@~]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function cell(text: string): string {
  return inline(text.replace(/\s+/g, ' '));
}
