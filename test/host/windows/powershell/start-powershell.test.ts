import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../../src/host/clock.js';
import type { Question } from '../../../../src/host/host.js';
import bootstrap from '../../../../src/host/windows/powershell/bootstrap.ps1';
import { createQuestionPool } from '../../../../src/host/windows/powershell/pool.js';
import {
  powershellArguments,
  startPowershell,
} from '../../../../src/host/windows/powershell/start-powershell.js';
import { temporaryFolder } from '../../temporary-folder.js';

/** A program of the same protocol, in place of PowerShell: its script is the way to answer. */
const fake = `#!${process.execPath}
console.log('{"protocol":1,"mode":"FullLanguage"}');
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const { n, args, script } = JSON.parse(line);
  if (script === 'die') process.exit(1);
  if (script === 'hang') return;
  const { text } = args;
  console.log(JSON.stringify({ n, ok: true, value: { length: text.length, first: text.charCodeAt(0), argv: process.argv.slice(2) } }));
}).on('close', () => process.exit(0));
`;

function question(script: string, timeoutMs = 20_000): Question {
  return { id: 'x', args: { text: '服务' }, script, worker: 'shared', elevation: 'none', timeoutMs };
}

function createPool(file: string) {
  return createQuestionPool({ start: () => startPowershell(file), clock: systemClock, sharedWorkers: 1 });
}

describe('a real worker process', () => {
  it('gets the bootstrap as an argument and answers over pipes, through deaths and hangs of others', async () => {
    const file = join(await temporaryFolder(), 'powershell');
    await writeFile(file, fake, { mode: 0o755 });
    const pool = createPool(file);
    const value = { length: 2, first: 0x670d, argv: powershellArguments(bootstrap) };
    expect(await pool.ask(question(''))).toEqual({ ok: true, value });
    expect(await pool.ask(question('die'))).toMatchObject({ ok: false, reason: 'lost' });
    expect(await pool.ask(question('hang', 100))).toEqual({ ok: false, reason: 'timed-out' });
    expect(await pool.ask(question(''))).toMatchObject({ ok: true });
    pool.close();
  });

  it('that is missing is unavailable', async () => {
    const pool = createPool(join(await temporaryFolder(), 'powershell.exe'));
    expect(await pool.ask(question(''))).toMatchObject({ ok: false, reason: 'unavailable' });
  });
});

describe('the bootstrap', () => {
  it('fits into a command line with room to spare, and is ASCII', () => {
    expect(powershellArguments(bootstrap).join(' ').length).toBeLessThan(8_192);
    expect(bootstrap).toMatch(/^[\n\x20-\x7e]+$/);
  });

  it('does not name the automatic variable of piped input, which would make PowerShell read our lines itself', () => {
    expect(bootstrap.toLowerCase()).not.toContain('$input');
  });
});
