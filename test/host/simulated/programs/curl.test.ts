import { expect, test } from 'vitest';
import { command, makeWorld, simulate } from '../simulate.js';

const args = [
  '-sS',
  '-o',
  'NUL',
  '-m',
  '10',
  '-w',
  '%{http_code}',
  'http://www.msftconnecttest.com/connecttest.txt',
];

test('curl.exe reaches the internet as long as the machine is online, whatever WSL does', async () => {
  const online = await simulate('classic-80041002').start(command('curl', args));
  expect(online).toMatchObject({ exitCode: 0, stdout: '200', stderr: '' });
  const machine = simulate(makeWorld('healthy', (world) => (world.online = false)));
  expect(await machine.start(command('curl', args))).toMatchObject({ exitCode: 6, stdout: '000' });
});
