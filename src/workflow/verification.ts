/** Proves whether WSL's network works (commands.md section 3), and what a treatment left changed. */
import type { NetworkChecks } from '../../machines/verification.js';
import type { Distro, Facts } from '../domain/facts.js';
import { makeCommand } from '../host/commands.js';
import type { Action } from '../domain/plan.js';
import { commandLine, type Host, type MachinePaths } from '../host/host.js';
import { hnsErrorIds, hnsLog } from '../probes/hns-events.js';
import { vmmsErrorId, vmmsLog } from '../probes/vmms-events.js';
import { readEvents } from '../probes/events.js';
import { runToExit } from '../probes/machine.js';
import { Skip } from '../probes/probe.js';
import { askMode, distroToStart, ownFailure } from '../probes/wsl-start.js';
import { parseStartOutput } from '../probes/wsl-output.js';
import { expectedMode } from '../probes/wslconfig.js';
import { adapterNow, sameSettings, spelled } from '../remedies/adapter-settings.js';
import { settingCommands } from '../remedies/give-address-back.js';
import type { CaseFile, CaseView, VerificationCheck } from './case-file.js';
import { readFacts } from './diagnosis.js';

export interface VerificationOptions {
  readonly host: Host;
  readonly caseFile: CaseFile;
}

export interface VerificationWork {
  /** Checks one after the other, each shown in the case file as it goes. Rejects where WSL cannot even be asked. */
  runChecks(signal?: AbortSignal): Promise<NetworkChecks>;
  /** The same request from Windows. Rejects where it cannot be made. */
  checkHost(signal?: AbortSignal): Promise<{ readonly online: boolean }>;
}

const testHost = 'www.msftconnecttest.com';
const testUrl = `http://${testHost}/connecttest.txt`;
const startLimitMs = 120_000;
const networkLimitMs = 20_000;

export function createVerification({ host, caseFile }: VerificationOptions): VerificationWork {
  return {
    async runChecks(signal = new AbortController().signal) {
      const run = new Checks(host, caseFile, signal);
      const facts = await readFacts(host, ['distros', 'wslconfig', 'networkConfiguration'], {}, signal);
      caseFile.update({ aftermath: aftermathOf(caseFile.view().plan, facts, host.paths) });
      return run.all(facts);
    },

    async checkHost(signal = new AbortController().signal) {
      const show = checkReporter(caseFile);
      show('host', 'running', '');
      const args = ['-sS', '-o', 'NUL', '-m', '10', '-w', '%{http_code}', testUrl];
      const { exitCode, stdout } = await runToExit({ host, signal }, 'curl', args);
      const online = exitCode === 0 && isPage(stdout);
      show('host', online ? 'passed' : 'failed', `curl.exe: ${stdout.trim()}`);
      return { online };
    },
  };
}

/** Static settings that are as they were, and those that are not, as `Ethernet 192.168.1.20/24`, each with the commands that give it back. */
export function aftermathOf(
  plan: CaseView['plan'],
  facts: Facts,
  paths: MachinePaths,
): CaseView['aftermath'] {
  const named = (plan?.memory.adapters ?? []).map((adapter) => {
    const now = adapterNow(facts, adapter);
    const words = [now?.name ?? adapter.name, ...adapter.addresses.map(spelled)].join(' ');
    const wanted = { ...adapter, interfaceIndex: now?.interfaceIndex ?? adapter.interfaceIndex };
    const isBack = now !== undefined && sameSettings(adapter, now);
    return { words, isBack, commands: isBack ? [] : settingCommands(wanted, now, paths).map(typed) };
  });
  return {
    givenBack: named.filter(({ isBack }) => isBack).map(({ words }) => words),
    lost: named.filter(({ isBack }) => !isBack).map(({ words, commands }) => [words, ...commands].join('\n')),
    staysChanged: plan?.memory.staysChanged ?? [],
  };
}

/** Where only WSL 1 is left, that is what works or does not. */
function distroOf({ distros }: Facts): Distro | undefined {
  if (distros === undefined) return undefined;
  return (
    distroToStart(distros) ?? distros.distros.find(({ version, state }) => version === 1 && state !== 'busy')
  );
}

const typed = (action: Action): string => ('command' in action ? commandLine(action.command) : '');

class Checks {
  private readonly show: ReturnType<typeof checkReporter>;
  private readonly since: number;
  private readonly plan: CaseView['plan'];

  constructor(
    private readonly host: Host,
    caseFile: CaseFile,
    private readonly signal: AbortSignal,
  ) {
    caseFile.update({ checks: checkIds.map((id) => ({ id, status: 'waiting', evidence: '' })) });
    this.show = checkReporter(caseFile);
    this.plan = caseFile.view().plan;
    // What the start below logs is new; two clocks of one machine may differ by their rounding.
    this.since = host.clock.now() - 1_000;
  }

  async all(facts: Facts): Promise<NetworkChecks> {
    const nothing: NetworkChecks = { started: null, mode: null, network: null, complaints: false };
    const running = facts.distros?.distros.find((each) => each.version === 2 && each.state === 'running');
    const distro = this.converted(facts) ?? running ?? distroOf(facts);
    if (distro === undefined) return this.skipFrom('start', nothing);
    const start = await this.start(distro.name);
    if (!start.started) {
      const complaints = await this.events();
      return this.skipFrom('mode', { ...nothing, started: false, complaints }, ['events']);
    }
    const mode = await this.mode(distro, start.failedMode === null, facts);
    const network = await this.network(distro.name);
    const events = await this.events();
    return { started: true, mode, network, complaints: start.warned || events };
  }

  /** What a conversion was about is what it is judged by, whatever else is installed. */
  private converted({ distros }: Facts): Distro | undefined {
    const plan = this.plan?.remedy === 'wsl1-convert' ? this.plan : null;
    return distros?.distros.find(({ name }) => name.toLowerCase() === plan?.target?.toLowerCase());
  }

  private async start(distro: string) {
    this.show('start', 'running', '');
    const { exitCode, stdout, stderr } = await this.inDistro(distro, ['true'], startLimitMs);
    const output = parseStartOutput(`${stdout}\n${stderr}`);
    const started = exitCode !== ownFailure;
    const warned = output.failedMode !== null || output.codePath?.includes('ConfigureNetworking') === true;
    this.show(
      'start',
      started ? 'passed' : 'failed',
      output.codePath ?? output.printed[0] ?? `wsl.exe: ${exitCode}`,
    );
    return { started, warned, failedMode: output.failedMode };
  }

  /** Where the distro has no wslinfo, a start without a complaint is in the mode that was asked for. */
  private async mode(distro: Distro, silent: boolean, facts: Facts): Promise<string | null> {
    this.show('mode', 'running', '');
    if (distro.version === 1) {
      // It has no network of its own, and many have no wslinfo that would say so.
      this.show('mode', 'passed', `wsl.exe -l -v: ${distro.name} 1`);
      return 'wsl1';
    }
    const told = await askMode({ host: this.host, signal: this.signal }, distro.name);
    const assumed = facts.wslconfig === undefined ? null : expectedMode(facts.wslconfig).toLowerCase();
    const mode = told ?? (silent ? assumed : null);
    const status = mode === null ? 'skipped' : mode === 'none' ? 'failed' : 'passed';
    this.show('mode', status, told === null ? '' : `wslinfo --networking-mode: ${told}`);
    return mode;
  }

  private async network(distro: string): Promise<boolean> {
    const route = await this.prove('route', async () => {
      const { exitCode, stdout } = await this.inDistro(distro, ['cat', '/proc/net/route']);
      const row = stdout.split('\n').find((line) => /^\S+\s+00000000\s/.test(line));
      return { passed: exitCode === 0 && row !== undefined, evidence: row ?? '' };
    });
    const dns = await this.prove('dns', () => this.firstThatWorks(distro, lookups));
    const http = await this.prove('http', () => this.firstThatWorks(distro, requests));
    return route && dns && http;
  }

  /** A program may be missing in the distro, so one that fails leaves the answer to the next. */
  private async firstThatWorks(distro: string, tries: readonly Try[]) {
    let evidence = '';
    for (const { argv, works } of tries) {
      const { exitCode, stdout } = await this.inDistro(distro, argv);
      const line = stdout.split('\n')[0]?.trim() ?? '';
      if (exitCode === 0 && works(stdout)) return { passed: true, evidence: `${argv[0] ?? ''}: ${line}` };
      evidence ||= `${argv[0] ?? ''}: ${exitCode}`;
    }
    return { passed: false, evidence };
  }

  /** New errors since the check began: the switch failed again, whatever WSL says of it. */
  private async events(): Promise<boolean> {
    this.show('events', 'running', '');
    const logs = await Promise.all(
      [
        { log: vmmsLog, ids: [vmmsErrorId] },
        { log: hnsLog, ids: hnsErrorIds },
      ].map(async ({ log, ids }) => ({ fact: await this.readLog(log), ids })),
    );
    const fresh = logs.flatMap(({ fact, ids }) =>
      (fact?.events ?? []).filter(
        ({ at, id, codes }) => at >= this.since && ids.includes(id) && codes.length > 0,
      ),
    );
    const [first] = fresh;
    const wasRead = logs.some(({ fact }) => fact?.log === 'read');
    this.show('events', first !== undefined ? 'failed' : wasRead ? 'passed' : 'skipped', first?.text ?? '');
    return first !== undefined;
  }

  private async readLog(log: string) {
    try {
      const fact = await readEvents({ host: this.host, signal: this.signal }, log);
      return fact instanceof Skip ? undefined : fact;
    } catch {
      // The proof stands on the network itself; a log that cannot be read takes nothing from it.
      return undefined;
    }
  }

  private async prove(
    id: 'route' | 'dns' | 'http',
    work: () => Promise<{ readonly passed: boolean; readonly evidence: string }>,
  ): Promise<boolean> {
    this.show(id, 'running', '');
    const { passed, evidence } = await work();
    this.show(id, passed ? 'passed' : 'failed', evidence);
    return passed;
  }

  private inDistro(distro: string, argv: readonly string[], timeoutMs = networkLimitMs) {
    const args = ['-d', distro, '-u', 'root', '-e', ...argv];
    return this.host
      .run(makeCommand(this.host.paths, 'wsl', args, { timeoutMs }), { signal: this.signal })
      .then(({ exitCode, stdout, stderr }) => ({ exitCode: exitCode ?? ownFailure, stdout, stderr }));
  }

  /** What was not asked says so. */
  private skipFrom(
    first: VerificationCheck['id'],
    checks: NetworkChecks,
    asked: readonly VerificationCheck['id'][] = [],
  ): NetworkChecks {
    for (const id of checkIds.slice(checkIds.indexOf(first)))
      if (id !== 'host' && !asked.includes(id)) this.show(id, 'skipped', '');
    return checks;
  }
}

const checkIds: readonly VerificationCheck['id'][] = [
  'start',
  'mode',
  'route',
  'dns',
  'http',
  'events',
  'host',
];

function checkReporter(caseFile: CaseFile) {
  return (id: VerificationCheck['id'], status: VerificationCheck['status'], evidence: string): void => {
    const { checks } = caseFile.view();
    caseFile.update({
      checks: checks.map((check) => (check.id === id ? { id, status, evidence } : check)),
    });
  };
}

interface Try {
  readonly argv: readonly string[];
  readonly works: (stdout: string) => boolean;
}

const isPage = (code: string): boolean => /^[23]\d\d$/.test(code.trim());
const hasText = (stdout: string): boolean => stdout.trim() !== '';

const lookups: readonly Try[] = [
  { argv: ['getent', 'ahosts', testHost], works: hasText },
  { argv: ['getent', 'hosts', testHost], works: hasText },
];

/** Only what distros have without installing anything. */
const requests: readonly Try[] = [
  {
    argv: ['curl', '-sS', '-o', '/dev/null', '-m', '10', '-w', '%{http_code}', testUrl],
    works: isPage,
  },
  { argv: ['wget', '-qO-', '-T', '10', testUrl], works: hasText },
  {
    argv: [
      'bash',
      '-c',
      `exec 3<>/dev/tcp/${testHost}/80; printf 'GET /connecttest.txt HTTP/1.0\\r\\nHost: ${testHost}\\r\\n\\r\\n' >&3; timeout 10 head -c 15 <&3`,
    ],
    works: (stdout) => stdout.startsWith('HTTP/'),
  },
];
