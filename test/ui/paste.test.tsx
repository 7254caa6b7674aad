import { afterEach, describe, expect, test } from 'vitest';
import { atMenu, atReview, closeStages, openStage } from './stage.js';
import { keys, wide } from './terminal.js';
import { gate } from '../machines/flow.js';
import type { Health } from '../../src/domain/ids.js';

afterEach(closeStages);

const pasted = (text: string) => `\x1b[200~${text}\x1b[201~`;
const report = [
  'wsl: Failed to configure network (networkingMode Nat).',
  'Error code: Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS/0x80041002',
].join('\r\n');

describe('an error text that is pasted', () => {
  test('is explained at once: its code, what explains it, the ways out', async () => {
    const { terminal } = await atReview({ size: wide });
    await terminal.press('p', pasted(report));
    const frame = terminal.frame();
    expect(frame).toContain('0x80041002 · WBEM_E_NOT_FOUND · setting up the network');
    expect(frame).toContain('What explains it');
    expect(frame).toContain('Ways out');
  });

  test('without a code is explained as well: WSL works by a fallback, and the log has the code', async () => {
    const { terminal } = await atReview({ size: wide });
    await terminal.press('p', pasted('wsl: … (networkingMode Nat), … networkingMode Consomme.'));
    const frame = terminal.frame();
    expect(frame).toContain('WSL works by a fallback');
    expect(frame).toContain('What next');
    expect(frame).toContain('Get-WinEvent Microsoft-Windows-Host-Network-Service-Admin');
  });

  test('runs no command, whatever letters it holds', async () => {
    const { terminal, flow } = await atReview();
    await terminal.press('p', pasted('q\r?e\rd'), 'q', '?', keys.enter, 'd');
    expect(flow.actor.getSnapshot().value).toBe('reviewing');
    expect(terminal.frame()).toContain('No error code was found in this text.');
  });

  test('can be corrected, cleared and left; it is still there when one comes back', async () => {
    const { terminal } = await atReview();
    await terminal.press('p', ...Array.from('0x80070422x'), '\x7f');
    expect(terminal.frame()).toContain('0x80070422▌');
    await terminal.press(keys.escape);
    expect(terminal.frame()).toContain('What speaks for it');
    await terminal.press('p');
    expect(terminal.frame()).toContain('0x80070422▌');
    await terminal.press('\x15');
    expect(terminal.frame()).not.toContain('0x80070422');
  });

  test('is not taken away when the diagnosis ends meanwhile', async () => {
    const health = gate<Health>();
    const { terminal, flow } = await openStage({ script: { health: [health.promise] } });
    await terminal.press('p', pasted(report));
    health.open('broken');
    await flow.reaches('reviewing');
    await terminal.settled();
    expect(terminal.frame()).toContain('WBEM_E_NOT_FOUND');
  });

  test('has no place among the questions: p does nothing there', async () => {
    const { terminal } = await atMenu();
    const before = terminal.frame();
    await terminal.press('p');
    expect(terminal.frame()).toBe(before);
  });
});
