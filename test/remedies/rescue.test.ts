import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/domain/facts.js';
import { distroRescue } from '../../src/remedies/distro-rescue.js';
import { makePlan } from '../../src/remedies/make-plan.js';
import { wsl1Convert } from '../../src/remedies/wsl1-convert.js';
import { wsl1Default } from '../../src/remedies/wsl1-default.js';
import { virtualDisks } from '../../src/probes/storage.js';
import { parseRegistryTree } from '../../src/probes/machine.js';
import { openPracticeMachine, carryOutRemedy } from '../workflow/carry-out-remedy.js';
import { contextOf, machine, paths } from './facts.js';

const gibibyte = 2 ** 30;
const folder = 'C:\\Users\\me\\AppData\\Local\\wsl\\{1}';

const withRoom = (facts: Facts, bytes: number, freeBytes: number): Facts => ({
  ...facts,
  storage: { disks: [{ distro: 'Ubuntu', folder, file: 'ext4.vhdx', bytes }], freeBytes },
});
const failedStart = (codePath: string | null): NonNullable<Facts['wslStart']> => ({
  attempt: 'failed',
  distro: 'Ubuntu',
  exitCode: -1,
  codePath,
  hresult: null,
  failedMode: null,
  fallbackMode: null,
  runningMode: null,
  printed: [],
});
/** No hypervisor: a start without a network would fail the same way. */
const cannotStart: Facts = {
  ...machine,
  wslStart: failedStart('Wsl/Service/CreateInstance/CreateVm/HCS/HCS_E_HYPERV_NOT_INSTALLED'),
};

describe('a distro whose WSL does not start at all', () => {
  test('is rescued by a copy of its disk, made while WSL is down; nothing is moved', () => {
    const plan = makePlan(distroRescue, contextOf(withRoom(cannotStart, 12 * gibibyte, 50 * gibibyte)));
    expect(plan.steps.map(({ id }) => id)).toEqual(['shut-wsl-down', 'copy-Ubuntu']);
    expect(plan.steps[1]?.actions).toMatchObject([
      {
        kind: 'save-file',
        command: { args: [folder, '{backup}', 'ext4.vhdx', '/J', '/R:0', '/W:0', '/NP'], effect: 'safe' },
        large: true,
        successes: [1],
      },
    ]);
  });

  test('is not copied onto a disk that it would fill, which is said with figures', () => {
    expect(distroRescue.refusal(withRoom(cannotStart, 12 * gibibyte, 12 * gibibyte), paths, null)).toEqual({
      code: 'not-enough-space',
      needed: 13 * gibibyte,
      free: 12 * gibibyte,
    });
  });

  test('is not converted, which would need it to start', () => {
    expect(wsl1Convert.refusal(withRoom(cannotStart, 1, 50 * gibibyte), paths, null)).toEqual({
      code: 'wsl-does-not-start',
    });
  });

  test('lies in the session’s folder afterwards, and WSL’s own file is still there', async () => {
    const practice = await openPracticeMachine('hypervisor-off-de');
    try {
      const program = practice.start();
      const { view } = await carryOutRemedy(practice, program, 'distro-rescue');
      expect(view.steps.map(({ status }) => status)).toEqual(['done', 'done']);
      expect(view.place?.backups.map(({ name }) => name)).toEqual(['Ubuntu-disk']);
      expect(
        await practice.host.state.list(`sessions/${view.place?.session ?? ''}/backups/Ubuntu-disk`),
      ).toEqual(['ext4.vhdx']);
      await program.close();
    } finally {
      practice.dispose();
    }
  });

  test('leaves no half of a copy behind where the disk is full meanwhile', async () => {
    const practice = await openPracticeMachine('hypervisor-off-de');
    try {
      const program = practice.start();
      const full = (world: { freeBytes?: number }) => (world.freeBytes = gibibyte);
      program.caseFile.subscribe(() => {
        if (program.caseFile.view().steps.some(({ status }) => status === 'running'))
          full(practice.host.world);
      });
      const { state, view } = await carryOutRemedy(practice, program, 'distro-rescue');
      expect(state).toBe('rolledBack');
      expect(await practice.host.state.list(`sessions/${view.place?.session ?? ''}/backups`)).toEqual([]);
      await program.close();
    } finally {
      practice.dispose();
    }
  });
});

describe('room on the disk', () => {
  test('is said before an export, which is warned of and not refused: a disk holds less than its size', () => {
    const tight = withRoom(machine, 40 * gibibyte, 20 * gibibyte);
    expect(distroRescue.refusal(tight, paths, null)).toBeNull();
    expect(makePlan(distroRescue, contextOf(tight)).steps[1]?.text.data).toEqual({
      distro: 'Ubuntu',
      needed: 40 * gibibyte,
      free: 20 * gibibyte,
    });
  });

  test('has to be there twice for a conversion: for the export and for the folder beside the disk', () => {
    expect(wsl1Convert.refusal(withRoom(machine, 10 * gibibyte, 20 * gibibyte), paths, null)).toMatchObject({
      code: 'not-enough-space',
    });
    expect(wsl1Convert.refusal(withRoom(machine, 10 * gibibyte, 21 * gibibyte), paths, null)).toBeNull();
  });

  test('is looked for where the registry says that the disks are', () => {
    const tree = parseRegistryTree(
      [
        'HKEY_CURRENT_USER\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss\\{1}',
        '    DistributionName    REG_SZ    Arch',
        '    Flags    REG_DWORD    0xf',
        '    BasePath    REG_SZ    \\\\?\\D:\\wsl\\Arch Linux\\',
        '    VhdFileName    REG_SZ    arch.vhdx',
        '',
      ].join('\r\n'),
    );
    expect(virtualDisks(tree)).toEqual([
      { distro: 'Arch', folder: 'D:\\wsl\\Arch Linux', file: 'arch.vhdx' },
    ]);
  });
});

test('WSL 1 is not made the default where Windows does not have it', () => {
  const feature = 'Microsoft-Windows-Subsystem-Linux';
  const facts = { ...machine, optionalFeatures: { features: { [feature]: 'disabled' } } } as Facts;
  expect(wsl1Default.refusal(facts)).toEqual({ code: 'feature-off', feature });
});
