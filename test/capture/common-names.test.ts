import { describe, expect, test } from 'vitest';
import { isCommandExchange } from '../../src/host/replay/recording.js';
import { replay, takeOf, withoutTimes } from './take.js';

describe.each([
  'user',
  'a',
  'Administrator',
  'System32',
  'dev',
  'hns',
  'Name',
  'Windows',
  '7',
  'works',
  'Ubuntu',
])('a person named %s', (user) => {
  test('loses the folder under Users and keeps every other word of the payload', async () => {
    const { capture, diagnosis, masker } = await takeOf('classic-80041002', (world) => {
      world.user = { ...world.user, name: user, profile: `C:\\Users\\${user}` };
      for (const distro of world.wsl.distros) distro.name = user;
    });
    expect(capture.machine.paths).toMatchObject({
      profile: 'C:\\Users\\user-1',
      system32: 'C:\\Windows\\System32',
    });
    const programs = capture.exchanges.filter(isCommandExchange).map(({ argv }) => argv[0] ?? '');
    expect(programs.filter((program) => !/^C:\\Windows\\System32\\\w+\.exe$/.test(program))).toEqual([]);
    const replayed = await replay(capture);
    expect(replayed.causes).toEqual(diagnosis.causes);
    expect(withoutTimes(replayed)).toEqual(withoutTimes(masker.value(diagnosis)));
    expect(replayed.findings.map(({ evidence }) => evidence)).toEqual(
      diagnosis.findings.map(({ evidence }) => evidence),
    );
  });
});
