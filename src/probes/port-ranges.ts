import type { DynamicPorts, PortRange, PortRangesFact } from '../domain/network-facts.js';
import { runToExit } from './machine.js';
import type { Probe, ProbeContext } from './probe.js';
import { wslWorks } from './wsl-works.js';
import { expectedMode } from './wslconfig.js';

/** Mirrored mode takes this many ports in a row (microsoft/WSL#12351, #40439). */
const neededInARow = 4096;

/** The dynamic ports and what is reserved among them. netsh's labels are localised, its numbers are not. */
export const portRangesProbe: Probe<'portRanges'> = {
  id: 'port-ranges',
  fact: 'portRanges',
  after: [],
  elevation: 'none',
  usualMs: 1_000,
  timeoutMs: 20_000,
  async read(context) {
    const [excluded, ...dynamic] = await Promise.all([
      show(context, ['ipv4', 'show', 'excludedportrange', 'tcp']),
      readDynamic(context, 'ipv4', 'tcp'),
      readDynamic(context, 'ipv4', 'udp'),
      readDynamic(context, 'ipv6', 'tcp'),
      readDynamic(context, 'ipv6', 'udp'),
    ]);
    return withLargest(dynamic, parseExcludedPorts(excluded));
  },
  findings({ largestFree }, known) {
    const isMirrored = known.wslconfig !== undefined && expectedMode(known.wslconfig) === 'Mirrored';
    // Other modes need no such row, and Hyper-V reserves ports on many healthy machines.
    if (largestFree >= neededInARow || !isMirrored || wslWorks(known)) return [];
    return [
      {
        id: 'ports-fragmented',
        probe: 'port-ranges',
        data: { largestFree },
        evidence: `netsh.exe interface ipv4 show excludedportrange tcp: ${largestFree} < ${neededInARow}`,
      },
    ];
  },
};

async function show(context: ProbeContext, args: readonly string[]): Promise<string> {
  const { exitCode, stdout } = await runToExit(context, 'netsh', ['interface', ...args], {
    timeoutMs: 15_000,
  });
  if (exitCode !== 0) throw new Error(`netsh interface ${args.join(' ')} ended with ${exitCode}.`);
  return stdout;
}

async function readDynamic(
  context: ProbeContext,
  family: DynamicPorts['family'],
  protocol: DynamicPorts['protocol'],
): Promise<DynamicPorts> {
  return {
    family,
    protocol,
    ...parseDynamicPorts(await show(context, [family, 'show', 'dynamicport', protocol])),
  };
}

/** Start and count, in that order. Throws where there are no two numbers after colons. */
export function parseDynamicPorts(stdout: string): { readonly start: number; readonly count: number } {
  const [start, count] = [...stdout.matchAll(/[:：]\s*(\d{1,5})\s*$/gm)].map((match) => Number(match[1]));
  if (start === undefined || count === undefined) throw new Error('netsh showed no dynamic port range.');
  return { start, count };
}

export function parseExcludedPorts(stdout: string): readonly PortRange[] {
  return [...stdout.matchAll(/^\s*(\d{1,5})\s+(\d{1,5})\s*\*?\s*$/gm)].map((match) => ({
    start: Number(match[1]),
    end: Number(match[2]),
  }));
}

function withLargest(dynamic: readonly DynamicPorts[], excluded: readonly PortRange[]): PortRangesFact {
  const tcp = dynamic.find(({ family, protocol }) => family === 'ipv4' && protocol === 'tcp');
  return { dynamic, excluded, largestFree: tcp === undefined ? 0 : largestFreeRow(tcp, excluded) };
}

/** Ports in the longest row of the range that nothing is reserved in. */
export function largestFreeRow(
  range: Pick<DynamicPorts, 'start' | 'count'>,
  excluded: readonly PortRange[],
): number {
  const end = range.start + range.count;
  let largest = 0;
  let free = range.start;
  for (const taken of [...excluded].sort((left, right) => left.start - right.start)) {
    largest = Math.max(largest, Math.min(taken.start, end) - free);
    free = Math.max(free, taken.end + 1);
  }
  return Math.max(largest, end - free, 0);
}
