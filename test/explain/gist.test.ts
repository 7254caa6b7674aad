import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/explain.js';
import { gistOf } from '../../src/explain/gist.js';
import { explainTexts } from '../../src/text/explain.js';

describe('what a pasted text comes to', () => {
  it.each([
    ['wsl: … (networkingMode Nat), … networkingMode VirtioProxy.', 'fallback', 'event-log'],
    ['wsl: … (networkingMode Nat), … networkingMode Consomme.', 'fallback', 'event-log'],
    [
      'wsl: …\nError code: CreateVm/ConfigureNetworking/0x8007054f\nwsl: (networkingMode Mirrored), networkingMode None.',
      'without-network',
      'machine',
    ],
    ['(networkingMode Nat) …', 'network', 'event-log'],
    ['Wsl/Service/CreateVm/ConfigureNetworking/HNS/0x80041002', 'network', 'machine'],
    ['Wsl/Service/CreateInstance/CreateVm/HCS/HCS_E_HYPERV_NOT_INSTALLED', 'vm', 'machine'],
    ['Wsl/0x80070422', 'service', 'machine'],
    ['Wsl/UpdatePackage/ERROR_INSTALL_FAILURE', 'install', 'machine'],
    ['Error: 0x8000000d', 'other', 'machine'],
    ['[network]\nnetworkingMode=mirrored', 'names-only', 'settings-file'],
    ['Wsl/Service/CreateVm/ConfigureNetworking/WSL_E_VMSWITCH_NOT_FOUND', 'network', 'settings-file'],
    ['process exited with code 4294967295', 'nothing', 'whole-text'],
    ['It works.', 'nothing', 'whole-text'],
  ])('%s', (text, is, next) => {
    expect(gistOf(explain(text))).toMatchObject({ is, next });
  });

  it('never calls a fallback a repair, and says of what is elsewhere that it is no network failure', () => {
    const say = (text: string) => explainTexts.en.gist(gistOf(explain(text)));
    expect(say('wsl: (networkingMode Nat), networkingMode VirtioProxy.')).toMatch(
      /works.*VirtioProxy.*still there/,
    );
    expect(say('Wsl/0x80070422')).toMatch(/^Not a network failure/);
    expect(say('CreateVm/HCS/E_FAIL')).toMatch(/^Not a network failure/);
  });

  it('has a sentence for each in both languages', () => {
    for (const { next } of Object.values(explainTexts)) {
      expect(Object.keys(next.screen)).toEqual(Object.keys(next['command-line']));
    }
  });
});
