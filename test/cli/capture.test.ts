import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.js';
import { capture, writeReport } from '../../src/cli/capture.js';
import { diagnose } from '../../src/cli/diagnose.js';
import { exitCodes } from '../../src/cli/exit-codes.js';
import type { Machine } from '../../src/cli/machine.js';
import { textFor } from '../../src/text/text-for.js';
import { temporaryFolder } from '../host/temporary-folder.js';
import { openPractice } from '../workflow/diagnose.js';
import { collectOutput } from './collected.js';

const { signal } = new AbortController();

/** The command where no terminal is; `wasThere`: whether the file stood there when something was said. */
async function command(json: boolean) {
  const file = join(await temporaryFolder(), 'for-the-team');
  const { host } = await openPractice('classic-80041002-zh');
  const machine: Machine = { ...host, close: () => Promise.resolve() };
  const output = collectOutput(json);
  const wasThere: boolean[] = [];
  const watched = {
    ...output,
    line: (line = '') => {
      wasThere.push(existsSync(file));
      output.line(line);
    },
    object: (value: { readonly schema: string }) => {
      wasThere.push(existsSync(file));
      output.object(value);
    },
  };
  const invocation = readArguments(['diagnose', ...(json ? ['--json'] : [])]);
  if (invocation.command !== 'diagnose') throw new Error('another command');
  const { options } = invocation;
  return { context: { machine, options, text: textFor('en'), output: watched }, output, file, wasThere };
}

it('a report is shown whole before it is written, with nobody there to ask', async () => {
  const { context, output, file, wasThere } = await command(false);
  await writeReport(context, file, signal);
  const written = await readFile(file, 'utf8');
  expect(written).toContain('0x80041002');
  expect(output.lines.join('\n')).toContain(written.trimEnd());
  expect(new Set(wasThere)).toEqual(new Set([false]));
});

it('a capture is shown whole before it is written, with nobody there to ask', async () => {
  const { context, output, file, wasThere } = await command(false);
  await capture(context, file, signal);
  const written = await readFile(file, 'utf8');
  expect(JSON.parse(written)).toMatchObject({ schema: 'wsl-netfix/capture/1' });
  expect(output.lines.join('\n')).toContain(written.trimEnd());
  expect(new Set(wasThere)).toEqual(new Set([false]));
});

it('with --json a report is one object, with a file and without', async () => {
  const named = await command(true);
  await writeReport(named.context, named.file, signal);
  const markdown = await readFile(named.file, 'utf8');
  expect(named.output.objects).toEqual([{ schema: 'wsl-netfix/report/1', file: named.file, markdown }]);
  expect(named.wasThere).toEqual([false]);
  const unnamed = await command(true);
  await writeReport(unnamed.context, null, signal);
  expect(unnamed.output.objects).toMatchObject([{ schema: 'wsl-netfix/report/1', file: null }]);
});

it('with --json a capture is the one object', async () => {
  const { context, output, file, wasThere } = await command(true);
  await capture(context, file, signal);
  expect(output.objects).toEqual([JSON.parse(await readFile(file, 'utf8'))]);
  expect(wasThere).toEqual([false]);
});

it('what is interrupted is not shown, not written, and says so by its exit code', async () => {
  for (const commandOf of [capture, writeReport]) {
    const { context, output, file } = await command(true);
    expect(await commandOf(context, file, AbortSignal.abort())).toBe(exitCodes.interrupted);
    expect(existsSync(file)).toBe(false);
    expect(output.objects).toEqual([]);
  }
});

it('an interrupted diagnosis tells what it has, and is no answer', async () => {
  const { context, output } = await command(true);
  expect(await diagnose(context, AbortSignal.abort())).toBe(exitCodes.interrupted);
  expect(output.objects).toMatchObject([{ schema: 'wsl-netfix/diagnosis/1', diagnosis: 'unknown' }]);
});
