import { describe, expect, test } from 'vitest';
import { changesBetween, markOf, type MachineMark } from '../../src/domain/machine-mark.js';
import type { NetworkAdapter } from '../../src/domain/network-facts.js';

const before: MachineMark = {
  build: 22631,
  distros: ['Debian', 'Ubuntu'],
  adapters: [{ guid: 'A', name: 'Ethernet' }],
};
const nothingKnown: MachineMark = { build: null, distros: null, adapters: null };

describe('a machine that is met again', () => {
  test('is the same', () => {
    expect(changesBetween(before, before)).toEqual([]);
  });

  test('has another build, other distros, other cards', () => {
    const now = { build: 26100, distros: ['Ubuntu', 'kali'], adapters: [{ guid: 'B', name: 'Ethernet 2' }] };
    expect(changesBetween(before, now)).toEqual([
      { kind: 'build', before: 22631, now: 26100 },
      { kind: 'distros', gone: ['Debian'], added: ['kali'] },
      { kind: 'adapters', gone: ['Ethernet'], added: ['Ethernet 2'] },
    ]);
  });

  test('is the same where a card was only renamed, and where nothing could be told', () => {
    const renamed = { ...before, adapters: [{ guid: 'A', name: 'LAN' }] };
    expect(changesBetween(before, renamed)).toEqual([]);
    expect(changesBetween(before, nothingKnown)).toEqual([]);
    expect(changesBetween(nothingKnown, before)).toEqual([]);
  });
});

test('virtual cards are no mark: our own remedies take them away', () => {
  const card = (interfaceGuid: string, componentId: string): NetworkAdapter => ({
    name: interfaceGuid,
    description: '',
    interfaceGuid,
    componentId,
    status: 'up',
    hidden: false,
    problem: 0,
  });
  const adapters = [
    card('A', 'pci\\ven_8086'),
    card('B', 'vms_mp'),
    card('C', 'usb\\vid_0bda'),
    card('D', 'root\\x'),
  ];
  expect(markOf({ networkAdapters: { adapters } }).adapters?.map(({ guid }) => guid)).toEqual(['A', 'C']);
});
