import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/host/clock.js';
import type { Command } from '../../../src/host/host.js';
import { createCommandRunner } from '../../../src/host/run-command.js';
import { createProcessSpawn } from '../../../src/host/windows/spawn.js';
import { temporaryFolder } from '../temporary-folder.js';

function nodeCommand(script: string, args: readonly string[] = [], timeoutMs = 20_000): Command {
  return {
    file: process.execPath,
    args: ['-e', script, '--', ...args],
    env: { WSL_UTF8: '1' },
    pane: 'wsl',
    effect: 'safe',
    elevation: 'none',
    encoding: 'utf-8',
    timeoutMs,
  };
}

const run = createCommandRunner({
  spawn: createProcessSpawn(),
  codePages: { oem: 437, ansi: 1252 },
  clock: systemClock,
  emit: () => undefined,
});

/** A killed process stays in the table until its parent asks; in a container nobody may. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
}

/** A process that starts another one, says its id, and both stay until they are ended. */
const family = `
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

/** Starts a family and cancels it when the child's id was said. */
async function cancelFamily(): Promise<{ ended: string; childId: number }> {
  const cancel = new AbortController();
  let childId = 0;
  const end = await createProcessSpawn()(nodeCommand(family), {
    signal: cancel.signal,
    onBytes: (_, bytes) => {
      childId = Number(Buffer.from(bytes).toString());
      cancel.abort();
    },
  });
  return { ended: end.ended, childId };
}

describe('a real process', () => {
  it('gets its arguments as they are, the added variables, and a closed input', async () => {
    const script = `
      process.stdin.on('end', () => {
        console.log(JSON.stringify([process.argv.slice(1), process.env.WSL_UTF8, process.env.PATH !== undefined]));
      }).resume();
    `;
    const args = ['a b', 'say "hi"', 'C:\\dir\\', '$HOME', '%PATH%', '服务', '&|<>^', ''];
    const result = await run(nodeCommand(script, args));
    expect(result).toMatchObject({ ended: 'exited', exitCode: 0 });
    expect(JSON.parse(result.stdout)).toEqual([args, '1', true]);
  });

  it('ends with its own exit code and all of its output, on both streams', async () => {
    const script = `process.stdout.write('x'.repeat(300000) + '\\nend\\n'); console.error('why'); process.exitCode = 42;`;
    const result = await run(nodeCommand(script));
    expect(result).toMatchObject({ ended: 'exited', exitCode: 42, stderr: 'why' });
    expect(result.stdoutBytes.length).toBe(300_005);
    expect(result.stdout.endsWith('\nend')).toBe(true);
  });

  it('that does not exist is not started, with the reason, instead of an exit code of a shell', async () => {
    const missing = join(await temporaryFolder(), 'missing.exe');
    const result = await run({ ...nodeCommand(''), file: missing });
    expect(result).toMatchObject({ ended: 'not-started', exitCode: null });
    expect(result.startError).toContain('ENOENT');
  });

  it('that is no program is not started', async () => {
    const file = join(await temporaryFolder(), 'text');
    await writeFile(file, 'text', { mode: 0o644 });
    expect(await run({ ...nodeCommand(''), file })).toMatchObject({ ended: 'not-started', exitCode: null });
  });

  it('is ended with everything that it started when it is cancelled', async () => {
    const { ended, childId } = await cancelFamily();
    expect(ended).toBe('cancelled');
    expect(childId).toBeGreaterThan(0);
    await expect.poll(() => isRunning(childId)).toBe(false);
  });

  it('is ended when its time is up', async () => {
    expect(await run(nodeCommand('setInterval(() => {}, 1000)', [], 300))).toMatchObject({
      ended: 'timed-out',
    });
  });

  it('counts as ended though something that it left behind still holds its output', async () => {
    const script = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'inherit', detached: true });
      child.unref();
      console.log(child.pid);
      process.exit(3);
    `;
    // Sleeping is over at once: nothing is waited for beyond the process itself.
    const spawn = createProcessSpawn({
      now: () => 0,
      sleep: () => new Promise((resolve) => setImmediate(resolve)),
    });
    let written = '';
    const end = await spawn(nodeCommand(script), {
      signal: new AbortController().signal,
      onBytes: (_, bytes) => (written += Buffer.from(bytes).toString()),
    });
    expect(end).toEqual({ ended: 'exited', exitCode: 3 });
    process.kill(Number(written));
  });
});
