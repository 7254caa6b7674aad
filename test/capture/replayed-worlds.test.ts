import { describe, expect, test } from 'vitest';
import { captureText, parseCapture } from '../../src/capture/capture-file.js';
import { worldIds } from '../../src/host/simulated/worlds/worlds.js';
import { everyReading, foundIn } from './decode-everywhere.js';
import { replay, takeOf, withoutTimes } from './take.js';

describe.each([...worldIds])('a capture of %s', (world) => {
  test('holds nothing of its person, and replayed from its file gives the masked diagnosis', async () => {
    let personal: readonly string[] = [];
    const { capture, masker, diagnosis } = await takeOf(world, (machine) => {
      const { adapters, user, windows } = machine;
      const addresses = adapters.flatMap(({ addresses: own, gateways }) => [
        ...own.map(({ address }) => address),
        ...gateways,
      ]);
      // A short name as `dev` is a common word, and masked where a name must stand.
      personal = [user.sid, user.profile, windows.computerName, ...addresses];
    });
    expect(foundIn(everyReading(capture), personal)).toEqual([]);
    const read = parseCapture(Buffer.from(captureText(capture)));
    expect(read).toEqual(capture);
    expect(withoutTimes(await replay(read))).toEqual(withoutTimes(masker.value(diagnosis)));
  });

  test('replayed unmasked gives the diagnosis itself, probe for probe', async () => {
    const { recording, diagnosis } = await takeOf(world);
    expect(withoutTimes(await replay(recording))).toEqual(withoutTimes(diagnosis));
    const asking = new Set(recording.exchanges.map(({ probe }) => probe));
    expect(asking).not.toContain(null);
    expect(asking.size).toBeGreaterThan(5);
  });
});

test('masking changes neither health, causes nor remedies, also of a machine whose distro is named like its person', async () => {
  const { diagnosis, capture, masker } = await takeOf('classic-80041002-zh', (world) => {
    for (const distro of world.wsl.distros) distro.name = '张伟';
    world.files['C:\\Users\\张伟\\.wslconfig'] = Buffer.from(
      '[wsl2]\r\nnetworkingMode=Nat\r\nswapFile=C:\\\\Users\\\\张伟\\\\swap.vhdx\r\n',
    ).toString('base64');
  });
  const replayed = await replay(capture);
  expect(replayed.health).toBe(diagnosis.health);
  expect(replayed.causes).toEqual(diagnosis.causes);
  // A remedy for one distro names it, so that the name is masked there too.
  expect(replayed.offers).toEqual(masker.value(diagnosis.offers));
  expect(replayed.facts.wslStart?.distro).toBe('user-1');
  expect(replayed.facts.wslconfig).toMatchObject({
    path: 'C:\\Users\\user-1\\.wslconfig',
    networkingMode: 'Nat',
  });
});
