/** A host that answers as before and writes down what it was asked. */
import type {
  Answer,
  Command,
  CommandResult,
  Host,
  MachineFiles,
  Question,
  RunOptions,
} from '../host/host.js';
import { toBase64, type Exchange, type RecordedError, type Recording } from '../host/replay/recording.js';

export interface Recorder {
  /** The machine, to be used in place of the one that is recorded. */
  readonly host: Host;
  /** What was asked and answered until now; what is still under way is left out. */
  recording(at: number): Recording;
}

/** Nothing is masked yet: see `mask.ts`. */
export function createRecorder(machine: Host): Recorder {
  // A place for each from its beginning on, so that the order is that of asking, not of answering.
  const places: { exchange: Exchange | null }[] = [];
  const files = new Map<string, FileAnswer>();
  const sizes = new Map<string, number>();
  let bootTime: number | null = null;

  const keep = async <T>(answer: Promise<T>, exchangeOf: (answer: T, ms: number) => Exchange): Promise<T> => {
    const place: (typeof places)[number] = { exchange: null };
    places.push(place);
    const startedAt = machine.clock.now();
    const found = await answer;
    place.exchange = exchangeOf(found, machine.clock.now() - startedAt);
    return found;
  };

  const asked = (probe: string | null): Pick<Host, 'run' | 'ask'> => ({
    run: (command: Command, options?: RunOptions) =>
      keep(machine.run(command, options), (result) => commandExchange(probe, command, result)),
    ask: (question: Question, options?: RunOptions) =>
      keep(machine.ask(question, options), (answer, ms) => questionExchange(probe, question, answer, ms)),
  });

  const host: Host = {
    ...machine,
    ...asked(null),
    files: followSizes(followFiles(machine.files, files), sizes),
    async bootTime() {
      const time = await machine.bootTime();
      bootTime ??= time;
      return time;
    },
    forProbe: (probe) => ({ ...host, ...asked(probe) }),
  };

  return {
    host,
    recording: (at) => ({
      recordedAt: new Date(at).toISOString(),
      host: { name: machine.name, language: machine.language },
      machine: { codePages: machine.codePages, paths: machine.paths, bootTime },
      exchanges: places.flatMap(({ exchange }) => exchange ?? []),
      ...filesOf(files),
      sizes: Object.fromEntries(sizes),
    }),
  };
}

function commandExchange(probe: string | null, command: Command, result: CommandResult): Exchange {
  return {
    probe,
    argv: [command.file, ...command.args],
    exitCode: result.exitCode,
    durationMs: result.durationMs,
    stdoutBase64: toBase64(result.stdoutBytes),
    stderrBase64: toBase64(result.stderrBytes),
    ended: result.ended,
    encoding: command.encoding,
    startError: result.startError ?? null,
  };
}

function questionExchange(
  probe: string | null,
  { id, args }: Question,
  answer: Answer,
  durationMs: number,
): Exchange {
  const asked = { probe, question: id, args, durationMs };
  if (answer.ok) {
    // An answer of nothing has no JSON; PowerShell says null for it, too.
    const json = (JSON.stringify(answer.value) as string | undefined) ?? 'null';
    return { ...asked, resultBase64: toBase64(Buffer.from(json, 'utf8')), error: null };
  }
  const { reason, errorId, hresult, message } = answer;
  const error: RecordedError = {
    reason,
    ...(errorId === undefined ? {} : { errorId }),
    ...(hresult === undefined ? {} : { hresult }),
    ...(message === undefined ? {} : { message }),
  };
  return { ...asked, resultBase64: null, error };
}

type FileAnswer =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' | 'present' }
  | { readonly kind: 'failed'; readonly message: string };

/** The first answer about a file counts: it is what the diagnosis rests on. */
function followFiles(files: MachineFiles, answers: Map<string, FileAnswer>): MachineFiles {
  const note = (path: string, answer: FileAnswer) => {
    const known = answers.get(path);
    if (known === undefined || (known.kind === 'present' && answer.kind === 'read'))
      answers.set(path, answer);
  };
  return {
    ...files,
    async read(path) {
      try {
        const bytes = await files.read(path);
        note(path, bytes === undefined ? { kind: 'missing' } : { kind: 'read', bytes });
        return bytes;
      } catch (error) {
        note(path, { kind: 'failed', message: error instanceof Error ? error.message : String(error) });
        throw error;
      }
    },
    async exists(path) {
      const exists = await files.exists(path);
      note(path, { kind: exists ? 'present' : 'missing' });
      return exists;
    },
  };
}

/** What could not be told is not told by the recording either. */
function followSizes(files: MachineFiles, sizes: Map<string, number>): MachineFiles {
  const noted = async (path: string, size: Promise<number | null>) => {
    const bytes = await size;
    if (bytes !== null && !sizes.has(path)) sizes.set(path, bytes);
    return bytes;
  };
  return {
    ...files,
    size: (path) => noted(path, files.size(path)),
    freeSpace: (folder) => noted(folder, files.freeSpace(folder)),
  };
}

function filesOf(
  answers: ReadonlyMap<string, FileAnswer>,
): Pick<Recording, 'files' | 'missingFiles' | 'presentFiles' | 'fileErrors'> {
  const all = [...answers];
  const named = (kind: FileAnswer['kind']) =>
    all.filter(([, answer]) => answer.kind === kind).map(([path]) => path);
  return {
    files: Object.fromEntries(
      all.flatMap(([path, answer]) => (answer.kind === 'read' ? [[path, toBase64(answer.bytes)]] : [])),
    ),
    missingFiles: named('missing'),
    presentFiles: named('present'),
    fileErrors: Object.fromEntries(
      all.flatMap(([path, answer]) => (answer.kind === 'failed' ? [[path, answer.message]] : [])),
    ),
  };
}
