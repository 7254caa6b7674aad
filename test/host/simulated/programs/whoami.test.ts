import { expect, test } from 'vitest';
import { makeWorld, simulate } from '../simulate.js';

test('whoami /groups shows the integrity level by its SID, in every language', async () => {
  for (const id of ['healthy', 'classic-80041002-zh']) {
    const elevated = await simulate(id).line('whoami /groups /fo csv /nh');
    expect(elevated.stdout).toContain('"S-1-16-12288"');
    const machine = simulate(makeWorld(id, (world) => (world.elevated = false)));
    const unelevated = await machine.line('whoami /groups /fo csv /nh');
    expect(unelevated.stdout).toContain('"S-1-16-8192"');
    expect(unelevated.stdout).not.toContain('S-1-16-12288');
  }
});

test('whoami /user names the user in the code page of the machine', async () => {
  const ran = await simulate('classic-80041002-zh').line('whoami /user /fo csv /nh');
  expect(ran.stdout).toMatch(/^"desktop-practice\\张伟","S-1-5-21-[\d-]+"\r\n$/);
});
