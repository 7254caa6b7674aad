import { describe, expect, it } from 'vitest';
import { encodeCodePage } from '../../../src/host/code-pages.js';
import { makeCommand } from '../../../src/host/commands.js';
import type { LogEvent } from '../../../src/host/host.js';
import type { Spawn } from '../../../src/host/spawn.js';
import { openWindowsHost } from '../../../src/host/windows/windows-host.js';
import { temporaryFolder } from '../temporary-folder.js';

const registry: Readonly<Record<string, readonly string[]>> = {
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage': [
    'OEMCP    REG_SZ    936',
    'ACP    REG_SZ    936',
  ],
  'HKCU\\Control Panel\\Desktop': ['PreferredUILanguages    REG_MULTI_SZ    zh-CN\\0en-US'],
  'HKCU\\Control Panel\\Desktop\\MuiCached': ['MachinePreferredUILanguages    REG_MULTI_SZ    de-DE'],
  'HKLM\\SOFTWARE\\Microsoft\\Cryptography': [
    'MachineGuid    REG_SZ    0a1b2c3d-0000-4000-8000-000000000000',
  ],
};

/** Answers reg.exe as Windows prints keys; net.exe in the OEM code page; wsl.exe stays until it is ended. */
function fakeWindows(keys = registry): Spawn {
  return ({ file, args }, io) => {
    if (file.endsWith('\\wsl.exe')) {
      return new Promise((resolve) =>
        io.signal.addEventListener('abort', () => resolve({ ended: 'cancelled' })),
      );
    }
    if (file.endsWith('\\net.exe')) io.onBytes('stdout', encodeCodePage('服务已成功停止。\r\n', 936));
    if (!file.endsWith('\\reg.exe')) return Promise.resolve({ ended: 'exited', exitCode: 0 });
    const values = keys[args[1] ?? ''];
    if (values === undefined) return Promise.resolve({ ended: 'exited', exitCode: 1 });
    const text = [
      '',
      args[1],
      ...values.map((value) => `    ${value}`),
      '',
      `${args[1] ?? ''}\\Sub`,
      '',
    ].join('\r\n');
    io.onBytes('stdout', Buffer.from(text));
    return Promise.resolve({ ended: 'exited', exitCode: 0 });
  };
}

async function open(spawn: Spawn) {
  return openWindowsHost({ stateRoot: await temporaryFolder(), env: { SystemRoot: 'C:\\Windows' }, spawn });
}

describe('the Windows host', () => {
  it('learns code pages, display language and identity from the registry', async () => {
    const host = await open(fakeWindows());
    expect(host).toMatchObject({
      kind: 'windows',
      codePages: { oem: 936, ansi: 936 },
      language: 'zh-CN',
      reopenArgs: [],
    });
    expect(host.machineId).toMatch(/^[0-9a-f]{16}$/);
    expect((await open(fakeWindows())).machineId).toBe(host.machineId);
    await host.close();
  });

  it('takes the language of Windows where the person chose none', async () => {
    const keys = { ...registry, 'HKCU\\Control Panel\\Desktop': [] };
    expect((await open(fakeWindows(keys))).language).toBe('de-DE');
  });

  it('opens all the same where nothing can be read', async () => {
    const host = await open(() => Promise.resolve({ ended: 'not-started', startError: 'ENOENT' }));
    expect(host.codePages).toEqual({ oem: 437, ansi: 1252 });
    expect(host.machineId).toMatch(/^[0-9a-f]{16}$/);
    expect(Intl.getCanonicalLocales(host.language)).toHaveLength(1);
  });

  it('logs what it runs, decoded, and not what it read while opening', async () => {
    const host = await open(fakeWindows());
    const events: LogEvent[] = [];
    host.onLog((event) => events.push(event));
    await host.run(makeCommand(host.paths, 'net', ['stop', 'hns', '/y']));
    expect(events.map((event) => [event.run, event.type])).toEqual([
      [1, 'started'],
      [1, 'line'],
      [1, 'ended'],
    ]);
    expect(events[1]).toMatchObject({ text: '服务已成功停止。' });
  });

  it('ends what is under way when it is closed', async () => {
    const host = await open(fakeWindows());
    const running = host.run(makeCommand(host.paths, 'wsl', ['--shutdown']));
    await host.close();
    expect(await running).toMatchObject({ ended: 'cancelled' });
    expect(await host.run(makeCommand(host.paths, 'wsl', ['--shutdown']))).toMatchObject({
      ended: 'cancelled',
    });
  });

  it('knows when the machine started', async () => {
    const bootTime = await (await open(fakeWindows())).bootTime();
    expect(bootTime).toBeLessThan(Date.now());
  });

  it('answers that a question is unavailable where there is no PowerShell, and logs it as its script', async () => {
    const host = await open(fakeWindows());
    const events: LogEvent[] = [];
    host.onLog((event) => events.push(event));
    const question = {
      id: 'events',
      args: { days: 7 },
      script: 'a\nb\n',
      worker: 'shared',
      elevation: 'none',
      timeoutMs: 1,
    } as const;
    expect(await host.ask(question)).toMatchObject({ ok: false, reason: 'unavailable' });
    expect(events).toMatchObject([
      { type: 'started', pane: 'powershell', title: 'PowerShell events -days 7' },
      { type: 'line', text: '> a' },
      { type: 'line', text: '> b' },
      { type: 'line', stream: 'stderr', text: 'unavailable' },
      { type: 'line', stream: 'stderr' },
      { type: 'ended', ended: 'not-started', exitCode: null },
    ]);
  });
});
