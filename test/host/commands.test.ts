import { describe, expect, test } from 'vitest';
import type { Effect } from '../../src/host/host.js';
import {
  queryArguments,
  registerArguments,
  runOnceKey,
  unregisterArguments,
} from '../../src/host/run-once.js';
import { makeCommand, type CommandOptions, type ProgramName } from '../../src/host/commands.js';

const paths = { system32: 'C:\\Windows\\System32' };

type Row = readonly [ProgramName, string | readonly string[], Effect, 'none' | 'admin', CommandOptions?];

/** What every argv shape of this program does to the machine (design.md section 1). */
const table: readonly Row[] = [
  ['net', 'start hns', 'disruptive', 'admin'],
  ['net', 'stop hns /y', 'destructive', 'admin'],
  ['sc', 'query hns', 'safe', 'none'],
  ['sc', 'qc hns', 'safe', 'none'],
  ['sc', 'enumdepend hns 65536', 'safe', 'none'],
  ['netsh', 'interface dump', 'safe', 'none'],
  ['netsh', 'winsock show catalog', 'safe', 'none'],
  ['netsh', 'int ip reset', 'destructive', 'admin'],
  ['netsh', 'winsock reset', 'destructive', 'admin'],
  ['netsh', 'interface ipv4 set address name=7 source=static address=192.168.1.20', 'disruptive', 'admin'],
  ['netsh', 'interface ipv4 add address name=7 address=10.0.0.5', 'disruptive', 'admin'],
  ['netsh', 'interface ipv4 set dnsservers name=7 source=dhcp', 'disruptive', 'admin'],
  ['netsh', 'interface ipv4 set interface interface=7 metric=15', 'disruptive', 'admin'],
  ['reg', 'query HKLM\\SOFTWARE\\X', 'safe', 'none'],
  ['reg', 'export HKLM\\SOFTWARE\\X x.reg /y', 'safe', 'none'],
  ['reg', registerArguments(paths, 'C:\\Users\\Max Muster\\resume-0a1b.cmd'), 'disruptive', 'none'],
  ['reg', unregisterArguments, 'disruptive', 'none'],
  ['reg', queryArguments, 'safe', 'none'],
  ['reg', 'add HKCU\\SOFTWARE\\X /v a', 'destructive', 'none'],
  ['reg', 'add HKLM\\SOFTWARE\\X /v a', 'destructive', 'admin'],
  ['reg', 'delete HKLM\\SOFTWARE\\X /f', 'destructive', 'admin'],
  ['reg', 'import x.reg', 'destructive', 'admin'],
  ['whoami', '/groups /fo csv /nh', 'safe', 'none'],
  ['curl', '-sS -o NUL http://www.msftconnecttest.com/connecttest.txt', 'safe', 'none'],
  ['shutdown', '/r /t 0', 'destructive', 'none'],
  ['wsl', '--version', 'safe', 'none'],
  ['wsl', '-l -v', 'safe', 'none'],
  ['wsl', '-d Ubuntu -u root -e true', 'safe', 'none'],
  ['wsl', '-d Ubuntu -u root -e wslinfo --networking-mode', 'safe', 'none'],
  ['wsl', '--set-default-version 1', 'disruptive', 'none'],
  ['wsl', '--shutdown', 'disruptive', 'none'],
  ['wsl', '--shutdown', 'destructive', 'none', { distroRuns: true }],
];

describe('the effect of a command follows from its argv', () => {
  const rows = table.map(([program, line, effect, elevation, options]) => ({
    program,
    line,
    effect,
    elevation,
    options,
  }));

  test.each(rows)('$program $line is $effect', ({ program, line, effect, elevation, options }) => {
    const args = typeof line === 'string' ? line.split(' ') : line;
    const command = makeCommand(paths, program, args, options);
    expect([command.effect, command.elevation]).toEqual([effect, elevation]);
  });

  test.each([
    ['net', ['use', 'x:']],
    ['sc', ['delete', 'hns']],
    ['netsh', ['interface', 'ipv4', 'delete', 'route']],
    ['reg', ['copy', 'HKLM\\A', 'HKLM\\B']],
    ['reg', ['add', runOnceKey, '/v', 'wsl-netfix-tui', '/t', 'REG_SZ', '/d', 'C:\\evil.exe', '/f']],
    ['curl', ['-o', 'x.exe', 'http://example.invalid/']],
    ['wsl', ['--unregister', 'Ubuntu']],
  ] as const)('%s %j is not known, and counts as destructive', (program, args) => {
    expect(makeCommand(paths, program, args).effect).toBe('destructive');
  });

  test('a distro whose name holds a space is started as safely as any other', () => {
    expect(makeCommand(paths, 'wsl', ['-d', 'My Debian', '-e', 'true']).effect).toBe('safe');
  });
});
