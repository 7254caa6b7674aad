import { describe, expect, test } from 'vitest';
import { codePageHolds } from '../../../src/host/code-pages.js';
import { de } from '../../../src/host/simulated/texts/de.js';
import { en } from '../../../src/host/simulated/texts/en.js';
import { es } from '../../../src/host/simulated/texts/es.js';
import { ja } from '../../../src/host/simulated/texts/ja.js';
import { ru } from '../../../src/host/simulated/texts/ru.js';
import { zhCN } from '../../../src/host/simulated/texts/zh-CN.js';
import { command, makeWorld, simulate } from './simulate.js';

const machines = [
  ['healthy', en, 437],
  ['healthy-zh', zhCN, 936],
  ['healthy-de', de, 850],
  ['healthy-ja', ja, 932],
  ['healthy-ru', ru, 866],
  ['healthy-es', es, 850],
] as const;

/** Every sentence of a table, its functions called with something harmless. */
function sentencesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return sentencesOf((value as (a: string, b: string) => unknown)('5', 'x'));
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sentencesOf);
  return [];
}

describe.each(machines)('%s', (id, text, oem) => {
  test('prints nothing that its code page cannot hold, wsl.exe aside', () => {
    expect(makeWorld(id).codePages.oem).toBe(oem);
    const others = { ...text, wsl: undefined };
    const codes = [2, 5, 87, 183, 234, 574, 1051, 1052, 1056, 1058, 1060, 1061, 1062, 1068, 1116, 1168, 1359];
    const sentences = [...sentencesOf(others), ...[...codes, 1753, 10045].map((code) => text.error(code))];
    expect(sentences.filter((sentence) => !codePageHolds(sentence, oem))).toEqual([]);
  });

  test('says net, sc and wsl in its own words, and starts WSL with NAT', async () => {
    const machine = simulate(id);
    const stopped = await machine.line('net stop hns /y');
    expect(stopped.exitCode).toBe(0);
    const display = makeWorld(id).services.find(({ name }) => name === 'hns')?.displayName;
    const names = Object.values(display ?? {});
    expect(names.some((name) => stopped.stdout.includes(text.net.stopped(name)))).toBe(true);
    expect((await machine.line('sc query nosuch')).stdout).toContain(text.error(1060));
    expect((await machine.run('wsl', '--status')).stdout).toContain(text.wsl.defaultVersion(2));
    expect((await machine.run('wsl', '-e', 'wslinfo', '--networking-mode')).stdout).toBe('nat\n');
  });
});

test('netsh writes another encoding on some machines', async () => {
  const bytes = async (id: string) =>
    Buffer.from((await simulate(id).start(command('netsh', ['interface', 'dump']))).stdoutBytes);
  expect((await bytes('healthy-de')).toString('utf8')).toContain('Ende der IPv4-Konfiguration');
  expect(new TextDecoder('windows-1251').decode(await bytes('healthy-ru'))).toContain('Конфигурация IPv4');
});
