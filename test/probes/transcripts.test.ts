import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { damagedCopies } from './damage.js';
import { parseDistros, readDistros } from '../../src/probes/distros.js';
import { parseGroups } from '../../src/probes/elevation.js';
import { parseRegistryKey, parseRegistryTree } from '../../src/probes/machine.js';
import { parseExcludedPorts } from '../../src/probes/port-ranges.js';
import { parseDependents, parseStartType, parseState } from '../../src/probes/services.js';
import { readStart } from '../../src/probes/wsl-start.js';
import { parseStartOutput, parseWslinfo } from '../../src/probes/wsl-output.js';
import { parseVersion } from '../../src/probes/wsl.js';
import { parseCatalog } from '../../src/probes/winsock.js';

const file = new URL('../../../shared/data/transcripts.json', import.meta.url);

interface Transcript {
  readonly command: string;
  readonly lang: string;
  readonly stdout: string | null;
  readonly stderr: string | null;
  readonly exit_code: number | null;
}

/** What a probe makes of the command's output; undefined for commands that no probe runs. */
function parserFor({ command, exit_code }: Transcript): ((text: string) => unknown) | undefined {
  const exitCode = exit_code ?? 0;
  if (command.startsWith('sc enumdepend')) return parseDependents;
  if (command.startsWith('sc qc')) return parseStartType;
  if (command.startsWith('sc query')) return parseState;
  if (/^wsl (--version|-v)\b/.test(command)) return (stdout) => parseVersion({ exitCode, stdout });
  if (/^wsl (-l -v|--list --verbose)/.test(command)) return parseDistros;
  if (command.startsWith('wsl -l (none'))
    return (stdout) => readDistros({ exitCode, stdout, stderr: '' }, { exitCode: 0, stdout: '', stderr: '' });
  if (command.includes('wslinfo')) return parseWslinfo;
  if (/^wsl( \(any|$)/.test(command)) return (text) => [parseStartOutput(text), readStart(exitCode, text)];
  if (command.startsWith('whoami')) return parseGroups;
  if (/^reg query/i.test(command)) return (text) => [parseRegistryKey(text), parseRegistryTree(text)];
  if (command.startsWith('netsh winsock show catalog')) return parseCatalog;
  if (command.includes('excludedportrange')) return parseExcludedPorts;
  if (command.startsWith('Event log Application, source WSL')) return parseStartOutput;
  return undefined;
}

describe.skipIf(!existsSync(file))('recorded outputs of real machines', () => {
  const transcripts = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Transcript[])
    : [];
  const ours = transcripts.flatMap((transcript) => {
    const parse = parserFor(transcript);
    const text = `${transcript.stdout ?? ''}\n${transcript.stderr ?? ''}`.trim();
    return parse === undefined ? [] : [{ name: `${transcript.command} (${transcript.lang})`, parse, text }];
  });

  test('there are enough of them', () => {
    expect(ours.length).toBeGreaterThan(40);
  });

  test.each(ours)('$name is read without an error', ({ parse, text }) => {
    expect(parse(text)).toBeDefined();
  });

  test.each(ours)('$name damaged is a reading or an error with a reason', ({ parse, text }) => {
    for (const damaged of damagedCopies(text)) {
      try {
        parse(damaged);
      } catch (problem) {
        expect((problem as Error).message).not.toBe('');
        expect(problem).not.toBeInstanceOf(TypeError);
        expect(problem).not.toBeInstanceOf(RangeError);
      }
    }
  });

  test('every start that failed or fell back tells where', () => {
    const starts = transcripts.filter(({ command }) => /^wsl( \(any|$)/.test(command));
    expect(starts.length).toBeGreaterThan(15);
    for (const { stdout, stderr } of starts) {
      const { hresult, failedMode } = parseStartOutput(`${stdout ?? ''}\n${stderr ?? ''}`);
      expect(hresult ?? failedMode).not.toBeNull();
    }
  });
});
