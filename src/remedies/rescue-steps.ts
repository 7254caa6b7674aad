/** Saving what is in distros. The copies lie in the session's folder, whose path the summary shows. */
import type { RefusalReason } from '../domain/diagnosis.js';
import type { Distro, Facts } from '../domain/facts.js';
import { sha256Of } from '../domain/hash.js';
import type { Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import { setNetworkingMode } from '../wslconfig/edit.js';
import type { PlanContext } from './remedy.js';
import { stepsOrRest } from './rest-of-plan.js';
import { shutWslDown } from './shut-wsl-down.js';
import { editWslconfig, wslconfigPath } from './wslconfig-mode.js';

/** Docker Desktop's, which it makes by itself and which have to stay WSL 2. */
export const isDockers = (name: string): boolean => /^docker-desktop(-data)?$/i.test(name);

/** The distros that are a person's own and hold a virtual disk. The default one first. */
export function ownDistros({ distros }: Facts): readonly Distro[] {
  const own = (distros?.distros ?? []).filter(({ name, version }) => version === 2 && !isDockers(name));
  return own.toSorted((left, right) => Number(right.isDefault) - Number(left.isDefault));
}

/** Exporting boots the virtual machine, which fails as WSL's start did (commands.md R4). */
export const startFails = ({ wslStart }: Facts): boolean => wslStart?.attempt === 'failed';

/**
 * Around steps that have to start a distro: where WSL does not come up with its network, it is told to start without one, and
 * .wslconfig is as it was afterwards.
 */
export function withoutNetwork(context: PlanContext, steps: readonly Step[]): readonly Step[] {
  return downOrRest(context, () => wholeWithoutNetwork(context, steps));
}

/** Steps that need WSL to be shut down. */
export function whileDown(context: PlanContext, steps: () => readonly Step[]): readonly Step[] {
  return downOrRest(context, () => [shutWslDown(context.facts, context.paths), ...steps()]);
}

/** The plan, or what is left of it; then WSL is shut down anew, for a distro may have been started since the interruption. */
function downOrRest(context: PlanContext, make: () => readonly Step[]): readonly Step[] {
  const { facts, paths, earlier } = context;
  const rest = stepsOrRest(context, make);
  const [first] = rest;
  const isFree = first === undefined || shutsDownItself.has(first.text.key);
  return earlier === undefined || isFree ? rest : [shutWslDown(facts, paths), ...rest];
}

/** Shutting WSL down follows where the file is edited or given back. */
const shutsDownItself: ReadonlySet<Step['text']['key']> = new Set([
  'edit-wslconfig',
  'restore-wslconfig',
  'shut-wsl-down',
]);

function wholeWithoutNetwork(context: PlanContext, steps: readonly Step[]): readonly Step[] {
  const { facts, paths, files } = context;
  const path = wslconfigPath(paths);
  const before = files.get(path);
  const edit = startFails(facts) ? setNetworkingMode(before, 'None') : undefined;
  const shutDown = shutWslDown(facts, paths);
  if (edit?.changed !== true) return [shutDown, ...steps];
  const text = { key: 'edit-wslconfig', data: { path, mode: 'None' } } as const;
  return [
    editWslconfig(path, before, edit, text),
    shutDown,
    ...steps,
    giveFileBack(path, before, edit.bytes),
    // Ours is the only start since; it would go on without a network.
    {
      ...shutWslDown({ ...facts, distros: { distros: [], defaultVersion: null } }, paths),
      id: 'shut-wsl-down-again',
    },
  ];
}

/** The file as it was, from the backup that the edit made. */
function giveFileBack(path: string, before: Uint8Array | undefined, now: Uint8Array): Step {
  const old = before === undefined ? null : sha256Of(before);
  const present = sha256Of(now);
  return {
    id: 'restore-wslconfig',
    text: { key: 'restore-wslconfig', data: { path } },
    effect: 'disruptive',
    actions: [{ kind: 'restore-file', path, expected: present, sha256: old, name: 'wslconfig' }],
    checks: [{ kind: 'file-hash', path, sha256: old }],
    // An undo of the edit would bring back the same.
    undo: { kind: 'exact', actions: [] },
    confirmation: 'none',
  };
}

/**
 * WSL failed before it came to its network (no hypervisor, no service, files gone), or is one that knows no network mode:
 * starting it without a network would fail the same way.
 */
export const failsBeforeNetwork = (facts: Facts): boolean => {
  const { wsl, wslStart } = facts;
  if (!startFails(facts)) return false;
  const isNetwork =
    wslStart?.codePath?.includes('ConfigureNetworking') === true || (wslStart?.failedMode ?? null) !== null;
  return wsl?.flavour === 'inbox' || !isNetwork;
};

/** At most, in bytes: virtual disks grow and never shrink by themselves. Null where a size is not known. */
export function roomNeeded(facts: Facts, distros: readonly string[]): number | null {
  const sizes = distros.map((name) => diskOf(facts, name)?.bytes ?? null);
  return sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

/** Windows itself needs some room while it runs. */
const reserve = 2 ** 30;

/** `needed` bytes and the reserve do not fit, as far as that is known. */
export function refuseFullDisk({ storage }: Facts, needed: number | null): RefusalReason | null {
  const free = storage?.freeBytes ?? null;
  return needed === null || free === null || needed + reserve <= free
    ? null
    : { code: 'not-enough-space', needed: needed + reserve, free };
}

const diskOf = ({ storage }: Facts, distro: string) =>
  storage?.disks.find((disk) => disk.distro.toLowerCase() === distro.toLowerCase());

/** The virtual disk copied as it is, which needs no WSL that starts. WSL has to be shut down, so that nothing writes to it. */
export function copyStep({ facts, paths }: PlanContext, distro: string): readonly Step[] {
  const disk = diskOf(facts, distro);
  if (disk === undefined) return [];
  const command = makeCommand(paths, 'robocopy', [
    disk.folder,
    '{backup}',
    disk.file,
    ...['/J', '/R:0', '/W:0', '/NP'],
  ]);
  const room = { needed: disk.bytes, free: facts.storage?.freeBytes ?? null };
  return [
    {
      id: `copy-${slug(distro)}`,
      text: { key: 'copy-disk', data: { distro, path: `${disk.folder}\\${disk.file}`, ...room } },
      effect: 'safe',
      // 1 is one file copied; from 8 on something failed.
      actions: [{ kind: 'save-file', command, name: `${slug(distro)}-disk`, large: true, successes: [1] }],
      checks: [],
      undo: { kind: 'exact', actions: [] },
      confirmation: 'none',
    },
  ];
}

/** `wsl --export` into the session's backups. It takes as much of the disk as the distro holds, and as long. */
export function exportStep({ facts, paths }: PlanContext, distro: string): Step {
  const room = { needed: roomNeeded(facts, [distro]), free: facts.storage?.freeBytes ?? null };
  const command = makeCommand(paths, 'wsl', ['--export', distro, '{backup}'], {
    timeoutMs: 12 * 60 * 60_000,
  });
  return {
    id: `export-${slug(distro)}`,
    text: { key: 'export-distro', data: { distro, ...room } },
    effect: 'safe',
    actions: [{ kind: 'save-file', command, name: `${slug(distro)}.tar`, large: true }],
    checks: [],
    undo: { kind: 'exact', actions: [] },
    confirmation: 'none',
  };
}

/** A distro's name as part of a file name and of a step id; names that differ in other signs get a number of their own. */
function slug(distro: string): string {
  const plain = distro.replaceAll(/[^A-Za-z0-9.-]/g, '_').slice(0, 60);
  return plain === distro ? plain : `${plain}-${sha256Of(distro).slice(0, 6)}`;
}
