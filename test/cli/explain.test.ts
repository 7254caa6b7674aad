import { describe, expect, it } from 'vitest';
import { explainText } from '../../src/cli/explain.js';
import { textFor } from '../../src/text/text-for.js';
import { collectOutput } from './collected.js';

const error = 'Error code: Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS/0x80041002';
const fallback =
  'wsl: Failed to configure network (networkingMode Nat), falling back to networkingMode VirtioProxy.';

function said(pasted: string, language: 'en' | 'zh-CN' = 'en') {
  const output = collectOutput(false);
  const exitCode = explainText(pasted, textFor(language), output);
  return { exitCode, lines: output.lines, all: output.lines.join('\n') };
}

describe('explain on the command line', () => {
  it('says first what the text comes to, then the code, the cause, the ways out and what next', () => {
    const { exitCode, lines, all } = said(error);
    expect(exitCode).toBe(0);
    expect(lines[0]).toContain('A network failure');
    const order = [
      '0x80041002 ·',
      'cause unknown',
      'Also possible: VMware',
      '(wslconfig-virtioproxy)',
      'What next',
    ];
    const places = order.map((part) => all.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });

  it('explains a fallback without a code, names the log that has one, and ends with 1', () => {
    const { exitCode, lines, all } = said(fallback);
    expect(exitCode).toBe(1);
    expect(lines[0]).toContain('WSL works by a fallback');
    expect(all).not.toContain('No error code was found');
    // In one line, so that it can be copied.
    expect(lines).toContainEqual(expect.stringMatching(/^ +Get-WinEvent .* \| fl$/));
  });

  it('helps where there is nothing to find, and ends with 1', () => {
    expect(said('my internet does not work')).toMatchObject({ exitCode: 1 });
    expect(said('my internet does not work').all).toContain('Give it everything');
    expect(said(' \n')).toEqual({
      exitCode: 1,
      lines: ['There is no text to explain.'],
      all: 'There is no text to explain.',
    });
  });

  it.each(['en', 'zh-CN'] as const)('keeps its lines within the width in %s', (language) => {
    for (const text of [error, fallback, 'Wsl/0x80070422', '']) {
      for (const line of said(text, language).lines) expect(line.length).toBeLessThanOrEqual(80);
    }
  });

  it('lets no control character of the text through', () => {
    const hostile = `${error}\x1b]0;x\x07 VMware\x1b[2J \u202e .wslconfig:3\x9b31m`;
    expect(said(hostile).all).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });

  it('gives with --json sentences that are complete by themselves', () => {
    const output = collectOutput(true);
    expect(explainText(error, textFor('en'), output)).toBe(0);
    expect(output.lines).toEqual([]);
    expect(JSON.stringify(output.objects)).toContain('Fits the code 0x80041002 WBEM_E_NOT_FOUND');
  });
});
