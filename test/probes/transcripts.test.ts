import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { damagedCopies } from './damage.js';
import { parseDistros, readDistros } from '../../src/probes/distros.js';
import { parseGroups } from '../../src/probes/elevation.js';
import { outcomeOf, parseEvents } from '../../src/probes/events.js';
import { hnsLog } from '../../src/probes/hns-events.js';
import { parseNetworks } from '../../src/probes/hns-networks.js';
import { QuestionFailed } from '../../src/probes/machine.js';
import { parseTestSwitch } from '../../src/probes/test-switch.js';
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

/**
 * Transcripts that no probe reads, with the reason. Whatever is neither here nor has a parser fails the test, so that
 * none is left out unseen.
 */
const unread: readonly (readonly [reason: string, commands: RegExp, count: number])[] = [
  ['remedies run it, and judge by state', /^(?:net |rabbitmq|sc config|netsh |mofcomp|sfc|Checkpoint-)/, 40],
  ['nobody runs it: the registry and `wsl -l` tell', /^wsl --status/, 8],
  ['a remedy or a person runs it', /^wsl --(?:export|set-default-version|update)/, 5],
  ['dism: remedies run it; features are asked of WMI by number', /^dism/, 4],
  ['localised and slow: avoided (commands.md section 1)', /^systeminfo/, 3],
  ['a table or text for people; the question asks for an object', /^Get-(?:VM|NetAdapter|Computer)/, 6],
  ['by exit code alone', /^winmgmt/, 1],
];

/** A record of Get-WinEvent as the script gives it, with the transcript's text as its message. */
const eventOf = (text: string) => [
  { id: 1000, level: 2, timeMs: 1, properties: [text], xml: `<Event>${text}</Event>`, message: text },
];

/** The error of a question, by the id in the text of a console. */
const errorOf = (text: string) => ({
  ok: false as const,
  reason: 'error' as const,
  errorId: /FullyQualifiedErrorId\s*:\s*(\S+)/.exec(text)?.[1] ?? '',
  message: text,
});

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
  if (command.startsWith('Event log Application, source WSL'))
    return (text) => [parseStartOutput(text), parseEvents(eventOf(text), 'Application')];
  if (command.startsWith('Event ')) return (text) => parseEvents(eventOf(text), hnsLog);
  if (command.startsWith('Get-WinEvent'))
    return (text) => {
      const problem = new QuestionFailed(errorOf(text), 'events');
      return problem.message + String(outcomeOf(problem));
    };
  // The test switch is made in a process of its own, which prints one object; anything else is no answer.
  if (command.startsWith('New-VMSwitch')) return (text) => parseTestSwitch(switchAnswer(text), 'wslnetfix-1');
  if (command.startsWith('Get-HnsNetwork')) return (text) => parseNetworks(text === '' ? [] : [{ ID: text }]);
  return undefined;
}

const switchAnswer = (text: string) =>
  JSON.stringify({
    created: false,
    removed: true,
    errorId: errorOf(text).errorId,
    codes: text.match(/0x\w+/g) ?? [],
  });

describe.skipIf(!existsSync(file))('recorded outputs of real machines', () => {
  const transcripts = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Transcript[])
    : [];
  const ours = transcripts.flatMap((transcript) => {
    const parse = parserFor(transcript);
    const text = `${transcript.stdout ?? ''}\n${transcript.stderr ?? ''}`.trim();
    return parse === undefined ? [] : [{ name: `${transcript.command} (${transcript.lang})`, parse, text }];
  });

  test('every one of them is read, or is no probe’s and says why', () => {
    const left = transcripts.filter((transcript) => parserFor(transcript) === undefined);
    const unknown = left.filter(({ command }) => !unread.some(([, commands]) => commands.test(command)));
    expect(unknown.map(({ command }) => command)).toEqual([]);
    const counted = unread.map(([reason, commands]) => [
      reason,
      left.filter(({ command }) => commands.test(command)).length,
    ]);
    expect(counted).toEqual(unread.map(([reason, , count]) => [reason, count]));
    expect(ours.length + left.length).toBe(transcripts.length);
    expect(ours.length).toBe(transcripts.length - unread.reduce((sum, [, , count]) => sum + count, 0));
    console.log(`${ours.length} of ${transcripts.length} transcripts are a probe's`);
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
