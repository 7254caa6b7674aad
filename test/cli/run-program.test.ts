import { expect, it, vi } from 'vitest';
import { runProgram } from '../../src/cli/run-program.js';

function listen() {
  const said: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
  }
  return said;
}

it('the helper’s command is the helper, which refuses what was not prepared and says nothing', async () => {
  const said = listen();
  expect(await runProgram(['__elevated', '\\\\.\\pipe\\docker_engine', 'C:\\secret', '..'])).toBe(2);
  expect(said).toEqual([]);
  vi.restoreAllMocks();
});

it('no help tells of it', async () => {
  const said = listen();
  expect(await runProgram(['--help'])).toBe(0);
  expect(said.join('')).toContain('wsl-netfix-tui');
  expect(said.join('')).not.toContain('__elevated');
  vi.restoreAllMocks();
});
