import { describe, expect, test } from 'vitest';
import { sha256Of } from '../../src/domain/hash.js';
import { outlineOf } from '../../src/domain/plan.js';
import { createCaseFile } from '../../src/workflow/case-file.js';
import { createDiagnosis } from '../../src/workflow/diagnosis.js';
import { diagnose, findingOf, openPractice } from './diagnose.js';

describe('a diagnosis of a practice world', () => {
  test.each(['en-US', 'zh-CN'])('finds nothing at all on a healthy machine (%s)', async (language) => {
    const diagnosis = await diagnose(
      await openPractice('healthy', (world) => {
        world.language = language;
        if (language === 'zh-CN') world.codePages = { oem: 936, ansi: 936 };
      }),
    );
    const notOk = diagnosis.probes.filter(({ result }) => result.status !== 'ok');
    // What changes something or takes minutes was not asked for.
    expect(notOk.map(({ result }) => result)).toEqual(
      notOk.map(() => expect.objectContaining({ reason: { code: 'asked-for-only' } }) as unknown),
    );
    expect(diagnosis.findings).toEqual([]);
    expect(diagnosis.causes).toEqual([]);
    expect(diagnosis.health).toBe('healthy');
    expect(diagnosis.offers.map(({ recommended }) => recommended)).not.toContain(true);
  });

  test.each(['classic-80041002', 'unknown-80041002', 'classic-80041002-zh'])(
    'shows 0x80041002 and event 16000 as evidence, and says that the cause is unknown (%s)',
    async (id) => {
      const diagnosis = await diagnose(await openPractice(id));
      expect(findingOf(diagnosis, 'wsl-start-network-code').evidence).toContain('HNS/0x80041002');
      const event = findingOf(diagnosis, 'vmms-switch-not-found');
      expect(event.data).toEqual({ count: 3, eventId: 16000, hresult: '0x80041002' });
      expect(event.evidence).toMatch(/16000.*0x80041002/);
      expect(diagnosis.causes.map((cause) => cause.id)).toEqual([
        'unknown-vswitch-failure',
        'hns-state-stale',
      ]);
      expect(diagnosis.health).toBe('broken');
      expect(diagnosis.offers.filter(({ recommended }) => recommended).map((offer) => offer.id)).toEqual([
        'wslconfig-virtioproxy',
      ]);
    },
  );

  test('blames what VMware left behind where its DLL is gone', async () => {
    const diagnosis = await diagnose(await openPractice('vmware-leftover'));
    expect(findingOf(diagnosis, 'vmware-bridge-dll-missing').data).toEqual({
      dll: 'D:\\VMware\\vmnetbridge.dll',
      vmwareInstalled: false,
    });
    const [first, second] = diagnosis.causes;
    expect(first).toMatchObject({ id: 'vmware-bridge-leftover', likelihood: 0.9 });
    expect(second).toMatchObject({ id: 'unknown-vswitch-failure', against: ['vmware-bridge-dll-missing'] });
    const reset = diagnosis.offers.find(({ id }) => id === 'reset-network-stack');
    expect(reset?.relation).toBe('seldom-helps');
  });

  test('works without elevation, and asks for none', async () => {
    const practice = await openPractice('classic-80041002', (world) => {
      world.elevated = false;
    });
    const diagnosis = await diagnose(practice);
    const skipped = diagnosis.probes.flatMap(({ id, result }) =>
      result.status === 'skipped' && result.reason.code !== 'asked-for-only'
        ? [{ id, ...result.reason }]
        : [],
    );
    expect(skipped).toEqual(
      [
        'hns-networks',
        'boot-configuration',
        'wmi-switch-service',
        'virtual-machines',
        'bitlocker',
        'restore-points',
      ].map((probe) => ({ id: probe, code: 'needs-elevation' })),
    );
    expect(diagnosis.causes[0]?.id).toBe('unknown-vswitch-failure');
    const reset = diagnosis.offers.find(({ id }) => id === 'reset-network-stack');
    expect(reset).toMatchObject({ available: true, needs: ['elevation', 'restart'] });
    const plan = await practice.work.makePlanFor({ remedy: 'reset-network-stack', target: null });
    expect(outlineOf(plan).needsElevation).toBe(true);
  });

  test('starts no distro where one runs, and changes nothing that lasts', async () => {
    const practice = await openPractice('healthy', (world) => {
      const [distro] = world.wsl.distros;
      if (distro !== undefined) Object.assign(distro, { running: true, keptOpen: true });
      world.wsl.vm = { network: 'virtioproxy', networkLost: false };
    });
    const before = structuredClone(practice.host.world);
    const diagnosis = await diagnose(practice);
    expect(practice.host.world).toEqual(before);
    expect(diagnosis.facts.wslStart?.attempt).toBe('not-attempted');
    // WSL's warning went to whoever started the distro; the mode itself tells.
    expect(findingOf(diagnosis, 'wsl-start-fell-back').data).toEqual({
      failed: 'Nat',
      fallback: 'VirtioProxy',
    });
    expect(diagnosis.health).toBe('working-by-fallback');
  });

  test('finds the fault where a newer WSL falls back without a code', async () => {
    const diagnosis = await diagnose(
      await openPractice('classic-80041002', (world) => {
        world.wsl.version = '2.7.11.0';
      }),
    );
    expect(diagnosis.health).toBe('working-by-fallback');
    expect(diagnosis.facts.wslStart?.hresult).toBeNull();
    expect(diagnosis.causes[0]?.id).toBe('unknown-vswitch-failure');
  });

  test('reports trouble of the past as history once the network works', async () => {
    const diagnosis = await diagnose(
      await openPractice('classic-80041002', (world) => {
        world.faults.switchMetadata = 'consistent';
      }),
    );
    expect(diagnosis.facts.vmmsEvents?.events.some(({ id }) => id === 16000)).toBe(true);
    expect(diagnosis.findings).toEqual([]);
    expect(diagnosis.health).toBe('healthy');
  });

  test('says what is missing where there is no WSL', async () => {
    const diagnosis = await diagnose(
      await openPractice('healthy', (world) => {
        world.wsl.flavour = 'none';
        world.wsl.version = null;
        world.wsl.distros = [];
        world.services = world.services.filter(({ name }) => name !== 'WSLService');
      }),
    );
    expect(diagnosis.health).toBe('broken');
    expect(diagnosis.findings.map(({ id }) => id)).toEqual(['wsl-not-installed']);
    for (const id of ['wslconfig-virtioproxy', 'wsl1-default'] as const) {
      const offer = diagnosis.offers.find((each) => each.id === id);
      expect(offer).toMatchObject({ available: false, reason: { code: 'needs-wsl' }, recommended: false });
    }
  });

  test('names the service that is disabled', async () => {
    const diagnosis = await diagnose(
      await openPractice('healthy', (world) => {
        const service = world.services.find(({ name }) => name === 'SharedAccess');
        if (service !== undefined) Object.assign(service, { startType: 'disabled', state: 'stopped' });
      }),
    );
    expect(findingOf(diagnosis, 'service-disabled').data.service).toBe('SharedAccess');
    expect(diagnosis.causes[0]?.id).toBe('ics-disabled');
  });

  test('keeps the case file up to date while probes run', async () => {
    const practice = await openPractice('healthy');
    const seen = new Set<string>();
    practice.caseFile.subscribe(() => {
      for (const { progress } of practice.caseFile.view().probes) seen.add(progress.status);
    });
    await diagnose(practice);
    expect([...seen].sort()).toEqual(['ok', 'running', 'skipped', 'waiting']);
  });

  test('ends at once when it is cancelled', async () => {
    const practice = await openPractice('classic-80041002');
    await practice.work.runProbes({ signal: AbortSignal.abort() });
    const { health } = await practice.work.judge();
    expect(health).toBe('unknown');
    const statuses = practice.caseFile.view().probes.map(({ progress }) => progress.status);
    expect(new Set(statuses)).toEqual(new Set(['skipped']));
  });
});

describe('rechecking the facts of a plan', () => {
  test('finds nothing moved on a machine that nobody touched, though our own start still runs', async () => {
    const practice = await openPractice('vmware-leftover', (world) => {
      world.wsl.version = '2.7.11.0';
    });
    await diagnose(practice);
    const plan = await practice.work.makePlanFor({ remedy: 'reset-network-stack', target: null });
    // This world ends what we started at once; a real one leaves it for a minute.
    const [distro] = practice.host.world.wsl.distros;
    if (distro !== undefined) distro.running = true;
    expect(await practice.work.recheckFacts(plan)).toEqual({ moved: false });
  });

  test('notices a distro that a person started after the plan was made', async () => {
    const practice = await openPractice('classic-80041002');
    await diagnose(practice);
    const plan = await practice.work.makePlanFor({ remedy: 'wslconfig-virtioproxy', target: null });
    const [distro] = practice.host.world.wsl.distros;
    if (distro !== undefined) distro.running = true;
    expect(await practice.work.recheckFacts(plan)).toEqual({ moved: true });
  });

  test('notices that somebody edited .wslconfig meanwhile', async () => {
    const practice = await openPractice('classic-80041002');
    await diagnose(practice);
    const plan = await practice.work.makePlanFor({ remedy: 'wslconfig-virtioproxy', target: null });
    await practice.host.files.write(
      `${practice.host.paths.profile}\\.wslconfig`,
      new TextEncoder().encode('[wsl2]\nmemory=4GB\n'),
    );
    expect(await practice.work.recheckFacts(plan)).toEqual({ moved: true });
  });

  test('notices a service that runs on hns and did not before', async () => {
    const practice = await openPractice('classic-80041002', (world) => {
      const service = world.services.find(({ name }) => name === 'nvagent');
      if (service !== undefined) service.state = 'stopped';
    });
    await diagnose(practice);
    const plan = await practice.work.makePlanFor({ remedy: 'reset-network-stack', target: null });
    expect(plan.services.map(({ service }) => service)).toEqual(['hns', 'vmcompute', 'CmService']);
    const service = practice.host.world.services.find(({ name }) => name === 'nvagent');
    if (service !== undefined) service.state = 'running';
    expect(await practice.work.recheckFacts(plan)).toEqual({ moved: true });
  });
});

describe('going on with a session after the restart', () => {
  async function planned(practice: Awaited<ReturnType<typeof openPractice>>) {
    await diagnose(practice);
    const last = await practice.work.makePlanFor({ remedy: 'reset-network-stack', target: null });
    const steps = last.steps.map(({ id }) => ({ step: id, outcome: 'done' as const }));
    return { summary: { remedy: last.remedy, target: null, steps }, last, restarted: true };
  }

  test('plans from what the machine says now, in a process that knows nothing yet', async () => {
    const practice = await openPractice('classic-80041002');
    const request = await planned(practice);
    for (const adapter of practice.host.world.adapters) Object.assign(adapter, { dhcp: true, addresses: [] });
    const rest = await createDiagnosis({ host: practice.host, caseFile: createCaseFile() }).planRemainderFor(
      request,
    );
    expect(rest.half).toBe('after-restart');
    expect(rest.steps.map(({ text }) => text)).toEqual([
      {
        key: 'give-address-back',
        data: { adapter: 'Ethernet', addresses: ['192.168.1.20/24', '192.168.1.1', '9.9.9.9'] },
      },
    ]);
  });

  test('is refused where nobody can tell which addresses are gone', async () => {
    const practice = await openPractice('classic-80041002');
    const request = await planned(practice);
    const host = {
      ...practice.host,
      ask: () => Promise.resolve({ ok: false as const, reason: 'lost' as const }),
    };
    await expect(
      createDiagnosis({ host, caseFile: createCaseFile() }).planRemainderFor(request),
    ).rejects.toMatchObject({ reason: { code: 'fact-missing', probe: 'network-configuration' } });
  });
});

describe('a plan for .wslconfig', () => {
  test('backs up the file, changes one line, and would put exactly the old bytes back', async () => {
    const old = new TextEncoder().encode('# mine\r\n[wsl2]\r\nmemory=4GB\r\n');
    const practice = await openPractice('classic-80041002', (world) => {
      world.files[`${world.user.profile}\\.wslconfig`] = Buffer.from(old).toString('base64');
    });
    await diagnose(practice);
    const plan = await practice.work.makePlanFor({ remedy: 'wslconfig-virtioproxy', target: null });
    const [edit, shutDown] = plan.steps;
    expect(edit?.actions.map(({ kind }) => kind)).toEqual(['back-up-file', 'write-file']);
    const write = edit?.actions[1];
    if (write?.kind !== 'write-file') throw new Error('There is no write.');
    const text = Buffer.from(write.contentBase64, 'base64').toString();
    expect(text).toContain('# mine\r\n[wsl2]\r\n');
    expect(text.replace(/networkingMode=virtioproxy\r\n/i, '')).toBe('# mine\r\n[wsl2]\r\nmemory=4GB\r\n');
    expect(edit?.undo).toMatchObject({
      kind: 'exact',
      actions: [{ kind: 'restore-file', expected: write.sha256, sha256: sha256Of(old) }],
    });
    expect(shutDown?.actions[0]).toMatchObject({ kind: 'run', command: { args: ['--shutdown'] } });
  });

  test('has to be confirmed where a distro runs, because what runs in it is lost', async () => {
    const practice = await openPractice('classic-80041002', (world) => {
      const [distro] = world.wsl.distros;
      if (distro !== undefined) Object.assign(distro, { running: true, keptOpen: true });
      world.wsl.vm = { network: 'nat', networkLost: false };
    });
    await diagnose(practice);
    const plan = await practice.work.makePlanFor({ remedy: 'wslconfig-none', target: null });
    expect(plan.steps.at(-1)).toMatchObject({
      effect: 'destructive',
      confirmation: 'answer',
      undo: { kind: 'none' },
      text: { data: { running: ['Ubuntu'] } },
    });
  });
});
