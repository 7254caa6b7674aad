import { expect, test } from 'vitest';
import type { Diagnosis } from '../../src/domain/diagnosis.js';
import type { ProbeId } from '../../src/domain/ids.js';
import type { Host } from '../../src/host/host.js';
import { createDiagnosis } from '../../src/workflow/diagnosis.js';
import { diagnose, findingOf, openPractice } from '../workflow/diagnose.js';

const resultOf = ({ probes }: Diagnosis, id: ProbeId) => probes.find((probe) => probe.id === id)?.result;
const network = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Network';
const component = `${network}\\{4D36E975-E325-11CE-BFC1-08002BE10318}\\{0A9F4C3B-11D2-4E7A-9B5C-6D8E7F102A34}`;
const clsid = '{5b2f7c1e-8d34-4a60-b1c9-2e7f90a4d638}';

/** A VPN that was removed and left the registration of its network component. */
function leaveComponent(world: Parameters<NonNullable<Parameters<typeof openPractice>[1]>>[0], dll: string) {
  world.registry[component] = { ComponentId: { type: 'REG_SZ', data: 'example_vpn' } };
  world.registry[`${component}\\Ndi`] = { ClsID: { type: 'REG_SZ', data: clsid } };
  world.registry[`HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\CLSID\\${clsid}\\InprocServer32`] = {
    '': { type: 'REG_EXPAND_SZ', data: dll },
  };
}

test('a network component whose file is gone is found, whoever made it, and leads where nothing else explains', async () => {
  const diagnosis = await diagnose(
    await openPractice('unknown-80041002', (world) => {
      leaveComponent(world, '%SystemRoot%\\System32\\examplevpn.dll');
    }),
  );
  expect(findingOf(diagnosis, 'notify-object-dll-missing').data).toEqual({
    component: 'example_vpn',
    dll: 'C:\\Windows\\System32\\examplevpn.dll',
  });
  expect(diagnosis.causes[0]?.id).toBe('security-software-filter');
  expect(diagnosis.offers.find(({ id }) => id === 'security-software-guide')?.available).toBe(true);
});

test('one whose file is there is none, and a name without a folder is looked for in System32', async () => {
  const diagnosis = await diagnose(
    await openPractice('unknown-80041002', (world) => {
      leaveComponent(world, 'examplevpn.dll');
      world.files['C:\\Windows\\System32\\examplevpn.dll'] = '';
    }),
  );
  expect(diagnosis.facts.notifyObjects).toEqual({ count: 1, dead: [] });
  expect(resultOf(diagnosis, 'notify-objects')?.status).toBe('ok');
});

test('a driver that vmcompute needs and that is gone is found by what sc.exe says of vmcompute', async () => {
  const diagnosis = await diagnose(
    await openPractice('unknown-80041002', (world) => {
      world.services = world.services.filter(({ name }) => name !== 'hvsocketcontrol');
    }),
  );
  expect(findingOf(diagnosis, 'service-missing').data).toEqual({ service: 'hvsocketcontrol' });
  expect(diagnosis.causes.map(({ id }) => id)).toContain('hyperv-components-damaged');
});

test('a policy over the firewall is a finding only where WSL has no network', async () => {
  const change = (world: Parameters<typeof leaveComponent>[0]) => {
    for (const profile of world.firewallProfiles)
      if (profile.name === 'Domain') profile.allowLocalRules = false;
  };
  const broken = await diagnose(await openPractice('unknown-80041002', change));
  expect(findingOf(broken, 'firewall-policy').data).toEqual({
    profile: 'domain',
    rule: 'AllowLocalFirewallRules',
  });
  expect((await diagnose(await openPractice('healthy', change))).findings).toEqual([]);
});

test('without Hyper-V its log is skipped, as no fault', async () => {
  const diagnosis = await diagnose(await openPractice('home-vmware-zh'));
  expect(resultOf(diagnosis, 'vmms-events')).toMatchObject({
    status: 'skipped',
    reason: { code: 'not-on-this-edition' },
  });
});

test('a log that this account may not read says so', async () => {
  const { host, caseFile } = await openPractice('unknown-80041002');
  const denying: Host = {
    ...host,
    ask: (question, options) =>
      question.args.log === 'Microsoft-Windows-Host-Network-Service-Admin'
        ? Promise.resolve({ ok: false, reason: 'error', errorId: 'LogInfoUnavailable,Get' })
        : host.ask(question, options),
  };
  const diagnosis = await diagnose({ host, caseFile, work: createDiagnosis({ host: denying, caseFile }) });
  expect(resultOf(diagnosis, 'hns-events')).toMatchObject({
    status: 'skipped',
    reason: { code: 'denied' },
  });
});

test('WSL that does not answer is not taken for none: its service and the registry tell', async () => {
  const { host, caseFile } = await openPractice('unknown-80041002');
  const mute: Host = {
    ...host,
    run: async (command, options) => {
      const result = await host.run(command, options);
      return command.args[0] === '--version'
        ? { ...result, ended: 'timed-out', exitCode: null, stdout: '', stderr: '' }
        : result;
    },
  };
  const diagnosis = await diagnose({ host, caseFile, work: createDiagnosis({ host: mute, caseFile }) });
  expect(diagnosis.facts.wsl).toEqual({ flavour: 'store', version: '2.2.4.0', kernel: null });
  expect(diagnosis.causes[0]?.id).toBe('unknown-vswitch-failure');
});
