/**
 * powershell.exe with -EncodedCommand: the few cmdlets that change a practice machine, by their shape. Errors end it with
 * 1 and are CLIXML on standard error, for nobody sees a console (commands.md section 0).
 */
import type { Answer, Question } from '../../host.js';
import { asciiJson } from '../../windows/powershell/protocol.js';
import { isDisabled } from '../network-components.js';
import { type ProgramCall, type SimulatedProgram, lines, unknownArgv } from '../program.js';
import { answerQuestion } from '../questions.js';
import { createRestorePoint } from '../restore-points.js';
import { findService } from '../services.js';
import { hasVmms, switchCreationError } from '../vswitch.js';
import type { World } from '../world.js';

export const powershell: SimulatedProgram = { encoding: () => 'oem', run };

/** The message of an error, or null where it went well. */
type Cmdlet = (call: ProgramCall, found: readonly string[]) => Promise<string | null> | string | null;

const cmdlets: readonly (readonly [RegExp, Cmdlet])[] = [
  [
    /^Get-HnsNetwork \| Where-Object \{ \$_\.ID -eq '([0-9A-F-]{36})' \} \| Remove-HnsNetwork$/i,
    removeNetwork,
  ],
  [/^Remove-NetNat -Name '([^']+)' -Confirm:\$false$/i, removeNat],
  [/^New-NetNat -Name '([^']+)' -InternalIPInterfaceAddressPrefix '([\d./]+)'$/i, addNat],
  [/^Checkpoint-Computer -Description '([^']+)' -RestorePointType MODIFY_SETTINGS$/i, checkpoint],
  [/^\$switches = @\(Hyper-V\\Get-VMSwitch\)$/m, listSwitches],
  [/^\$name = '(wslnetfix-[0-9a-f]{8})'\n/, testSwitch],
  [/^Hyper-V\\Get-VMSwitch \| Where-Object \{ \$_\.Name -match '\^wslnetfix-/, sweepTestSwitches],
  [/^\$onlyQuestion = '(.*)'\n/, answerOnlyQuestion],
];

async function run(call: ProgramCall): Promise<number> {
  const at = call.args.findIndex((arg) => arg.toLowerCase() === '-encodedcommand');
  const script = Buffer.from(call.args[at + 1] ?? '', 'base64').toString('utf16le');
  // Preferences come first and are no commands of their own.
  const command = script.replace(/^(?:\$\w+Preference\s*=\s*'\w+';?\s*)+/, '').trim();
  const known = cmdlets.find(([shape]) => shape.test(command));
  if (at < 0 || known === undefined) throw unknownArgv('powershell.exe', [command]);
  await call.wait(900);
  const [shape, cmdlet] = known;
  const problem = call.look().elevated
    ? await cmdlet(call, [...(shape.exec(command) ?? [])].slice(1))
    : call.text.error(5);
  if (problem === null) return 0;
  call.say('stderr', clixml(problem));
  return 1;
}

const clixml = (message: string): string =>
  lines(
    '#< CLIXML',
    `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><S S="Error">${message}_x000D__x000A_</S></Objs>`,
  );

function removeNetwork(call: ProgramCall, [id = '']: readonly string[]): string | null {
  if (findService(call.look(), 'hns')?.state !== 'running') return call.text.error(1753);
  call.change((world) => {
    const before = world.hnsNetworks.length;
    world.hnsNetworks = world.hnsNetworks.filter((network) => network.id !== id.toUpperCase());
    if (world.hnsNetworks.length < before) cutOff(world);
  });
  call.midway();
  return null;
}

/** A distro that is connected through it hears nothing more. */
function cutOff({ wsl: { vm } }: World): void {
  if (vm !== null && (vm.network === 'nat' || vm.network === 'mirrored')) vm.networkLost = true;
}

function removeNat(call: ProgramCall, [name = '']: readonly string[]): string | null {
  if (isDisabled(call.look(), 'winmgmt')) return call.text.error(1058);
  const removed = call.change((world) => {
    const before = world.netNats.length;
    world.netNats = world.netNats.filter((nat) => nat.name.toLowerCase() !== name.toLowerCase());
    return world.netNats.length < before;
  });
  call.midway();
  return removed ? null : call.text.error(1168);
}

function addNat(call: ProgramCall, [name = '', prefix = '']: readonly string[]): string | null {
  if (call.look().netNats.some((nat) => nat.name.toLowerCase() === name.toLowerCase()))
    return call.text.error(183);
  call.change((world) => {
    world.netNats.push({ name, prefix });
  });
  call.midway();
  return null;
}

async function checkpoint(call: ProgramCall, [description = '']: readonly string[]): Promise<string | null> {
  await call.wait(15_000);
  const outcome = call.change((world, now) => createRestorePoint(world, description, now));
  call.midway();
  // Windows names a number and a sentence in its own language; only the number is known (commands.md section 4).
  return outcome === 'unprotected' ? 'Checkpoint-Computer : 0x81000203' : null;
}

function listSwitches(call: ProgramCall): string | null {
  const world = call.look();
  if (!hasVmms(world)) return 'Hyper-V\\Get-VMSwitch : CommandNotFoundException';
  const switches = world.hnsNetworks.map(({ switchName }) => ({
    Name: switchName,
    SwitchType: 'Internal',
    NetAdapterInterfaceDescription: null,
    AllowManagementOS: true,
  }));
  call.say('stdout', lines(JSON.stringify(switches)));
  return null;
}

/** An internal switch without WSL, made and removed; the code stands in the error's localised text. */
async function testSwitch(call: ProgramCall, [name = '']: readonly string[]): Promise<string | null> {
  await call.wait(4_000);
  const code = switchCreationError(call.look());
  const missing = !hasVmms(call.look());
  if (!missing && code === null) {
    call.change((world) => {
      world.hnsNetworks.push({ id: '', name, type: 'Internal', switchName: name, persistent: true });
    });
    call.midway();
    removeTestSwitches(call);
  }
  const errorId = missing
    ? 'CommandNotFoundException'
    : 'ObjectNotFound,Microsoft.HyperV.PowerShell.Commands.NewVMSwitch';
  const created = !missing && code === null;
  const codes = created || code === null ? [] : [code, '0x80131500'];
  call.say(
    'stdout',
    lines(JSON.stringify({ created, removed: true, errorId: created ? '' : errorId, codes })),
  );
  return null;
}

/** A question as a process of its own, by the worker's protocol (windows/powershell/single-question.ts). */
function answerOnlyQuestion(call: ProgramCall, [line = '']: readonly string[]): null {
  const world = call.look();
  const isFull = world.languageMode === 'full';
  call.say(
    'stdout',
    `${asciiJson({ protocol: 1, mode: isFull ? 'FullLanguage' : 'ConstrainedLanguage' })}\n`,
  );
  if (!isFull) return null;
  // Our own line, which the shape has found between the quotes.
  const question = JSON.parse(line.replaceAll("''", "'")) as Pick<Question, 'id' | 'args'> & { n: number };
  const asked = { ...question, elevation: 'admin' } as const;
  const now = call.change((_, at) => at);
  const answer = answerQuestion(world, asked, call.text, now);
  call.say('stdout', `${asciiJson({ n: question.n, ...replyOf(answer) })}\n`);
  return null;
}

function replyOf(answer: Answer) {
  if (answer.ok) return { ok: true, value: answer.value };
  const { errorId = '', hresult = '', message = '' } = answer;
  return { ok: false, errorId, hresult, message };
}

function sweepTestSwitches(call: ProgramCall): string | null {
  removeTestSwitches(call);
  call.say('stdout', lines(JSON.stringify({ left: 0 })));
  return null;
}

const removeTestSwitches = (call: ProgramCall): void =>
  call.change((world) => {
    world.hnsNetworks = world.hnsNetworks.filter(({ name }) => !name.startsWith('wslnetfix-'));
  });
