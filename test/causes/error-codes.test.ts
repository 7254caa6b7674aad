import { readFileSync, existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseCode, stageOf, symbolOf } from '../../src/causes/error-codes.js';
import { pointersOf } from '../../src/causes/code-pointers.js';

describe('normaliseCode', () => {
  it.each([
    ['0x80041002', '0x80041002', 'WBEM_E_NOT_FOUND'],
    ['0X80041002', '0x80041002', 'WBEM_E_NOT_FOUND'],
    ['0x803B0007', '0x803b0007', 'HCN_E_PORT_NOT_FOUND'],
    ['-2147217406', '0x80041002', 'WBEM_E_NOT_FOUND'],
    ['2147943643', '0x800704db', 'ERROR_SERVICE_NOT_FOUND'],
    ['0x2741', '0x00002741', 'WSAEADDRNOTAVAIL'],
    ['0xffffffff80070005', '0x80070005', 'E_ACCESSDENIED'],
    ['ERROR_FILE_NOT_FOUND', '0x80070002', 'ERROR_FILE_NOT_FOUND'],
    ['e_accessdenied', '0x80070005', 'E_ACCESSDENIED'],
    ['ERROR_ACCESS_DENIED', '0x80070005', 'ERROR_ACCESS_DENIED'],
    ['STATUS_ACCESS_DENIED', '0xd0000022', 'STATUS_ACCESS_DENIED'],
    ['0xc0000022', '0xc0000022', 'STATUS_ACCESS_DENIED'],
    ['HCN_E_ICS_DISABLED', '0x803b002a', 'HCN_E_ICS_DISABLED'],
    ['0xffffffff', '0xffffffff', null],
  ])('reads %s as %s', (token, hresult, symbol) => {
    expect(normaliseCode(token)).toEqual({ hresult, symbol });
  });

  it.each([
    '',
    '0x',
    '0x123456789',
    '99999999999',
    'ERROR_OF_MY_OWN',
    'WslRegisterDistribution',
    '-4294967295',
  ])('reads no code in "%s"', (token) => {
    expect(normaliseCode(token)).toBeNull();
  });

  it('reads every 32-bit value alike as hexadecimal, signed and unsigned decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (value) => {
        const hex = normaliseCode(`0x${value.toString(16)}`);
        expect(normaliseCode(String(value | 0))).toEqual(hex);
        expect(normaliseCode(String(value))).toEqual(hex);
        expect(hex?.hresult).toMatch(/^0x[0-9a-f]{8}$/);
      }),
    );
  });
});

describe('stageOf', () => {
  it.each([
    [['Wsl', 'Service', 'CreateInstance', 'CreateVm', 'ConfigureNetworking', 'HNS'], '0x80070002', 'network'],
    [['CreateVm', 'ConfigureNetworking'], '0x8007054f', 'network'],
    [['Wsl', 'Service', 'CreateInstance', 'CreateVm', 'HCS'], '0x80070002', 'vm'],
    [['Wsl', 'Service', 'RegisterDistro', 'CreateVm', 'ConfigureNetworking'], '0x80041002', 'network'],
    [['Wsl', 'Service', 'CreateInstance', 'CreateVm', 'ConfigureGpu', 'HCS'], '0x80041001', 'vm'],
    [['Wsl', 'Service', 'CreateInstance', 'CreateVm'], '0x80041002', 'network'],
    [['Wsl', 'CallMsi', 'Install'], '0x80070643', 'install'],
    [['Wsl'], '0x80070422', 'service'],
    [['Wsl', 'Service', 'CreateInstance'], '0x80004005', 'service'],
    [[], '0x80041002', 'network'],
    [[], '0x803b0001', 'network'],
    [[], '0x80370102', 'vm'],
    [[], '0x80070422', 'service'],
    [[], '0x80072ee7', 'install'],
    [[], '0x80070002', 'other'],
    [[], null, 'other'],
  ] as const)('puts %j with %s at %s', (path, hresult, stage) => {
    expect(stageOf(path, hresult)).toBe(stage);
  });
});

describe('pointersOf', () => {
  it('tells the same code under HNS, under HCS and without a path apart', () => {
    const likeliest = (stage: 'network' | 'vm') =>
      Object.entries(pointersOf('0x80070002', stage)).sort((a, b) => b[1] - a[1])[0]?.[0];
    expect(likeliest('network')).toBe('vmware-bridge-leftover');
    expect(likeliest('vm')).toBe('wsl-install-damaged');
  });

  it('has something to say for every code at every stage, in 0..1', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('network', 'vm', 'service', 'install', 'other'),
        fc.constantFrom('0x80041002', '0x803b00ff', '0x80190194', '0x12345678', '0x80070422', null),
        (stage, hresult) => {
          const weights = Object.values(pointersOf(hresult, stage));
          expect(weights.length).toBeGreaterThan(0);
          expect(weights.every((weight) => weight > 0 && weight <= 1)).toBe(true);
        },
      ),
    );
  });
});

const shared = new URL('../../../shared/data/error-codes.json', import.meta.url);
describe.skipIf(!existsSync(shared))('the symbols that WSL prints', () => {
  it('are all known with their values', () => {
    const collected = JSON.parse(existsSync(shared) ? readFileSync(shared, 'utf8') : '{}') as {
      symbolic: Record<string, { hresult: string | null }>;
      hcn: Record<string, string>;
      wsl_codes: Record<string, string>;
    };
    const symbols: Record<string, string | null> = { ...collected.hcn, ...collected.wsl_codes };
    for (const [symbol, { hresult }] of Object.entries(collected.symbolic)) symbols[symbol] = hresult;
    for (const [symbol, hresult] of Object.entries(symbols)) {
      if (hresult === null) continue;
      expect(normaliseCode(symbol), symbol).toEqual({ hresult, symbol });
      expect(normaliseCode(symbolOf(normaliseCode(hresult)?.hresult ?? '0x') ?? '')?.hresult, symbol).toBe(
        hresult,
      );
    }
  });
});
