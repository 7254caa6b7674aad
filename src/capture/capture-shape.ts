/** From JSON of unknown origin to a capture, field by field; fields that this version does not know are left out. */
import type { OutputEncoding } from '../host/host.js';
import type {
  CommandExchange,
  Exchange,
  QuestionExchange,
  RecordedError,
  Recording,
} from '../host/replay/recording.js';
import { captureSchema, type Capture, type CapturedHost } from './capture.js';
import { CaptureFileError } from './capture-file-error.js';

/** @throws {CaptureFileError} `damaged`, with the first field that is missing or odd */
export function readCapture(value: unknown): Capture {
  const at = fieldsOf(value, '');
  return {
    schema: captureSchema,
    recordedAt: at.read('recordedAt', isTime),
    host: readHost(at.value('host')),
    machine: at.has('machine') ? readMachine(at.value('machine')) : assumedMachine,
    exchanges: at.list('exchanges', readExchange, 20_000),
    files: at.dictionary('files', isBase64),
    missingFiles: at.has('missingFiles') ? at.list('missingFiles', readText) : [],
    presentFiles: at.has('presentFiles') ? at.list('presentFiles', readText) : [],
    sizes: at.has('sizes') ? at.dictionary('sizes', isNumber) : {},
    fileErrors: at.has('fileErrors') ? at.dictionary('fileErrors', isText) : {},
  };
}

/** What is taken where a file holds no more than the contract asks for. */
const assumedMachine: Recording['machine'] = {
  codePages: { oem: 437, ansi: 1252 },
  paths: {
    windows: 'C:\\Windows',
    system32: 'C:\\Windows\\System32',
    profile: 'C:\\Users\\user-1',
    programData: 'C:\\ProgramData',
  },
  bootTime: null,
};

function readHost(value: unknown): CapturedHost {
  const at = fieldsOf(value, '.host');
  const windows = at.value('windows');
  const wsl = at.value('wsl');
  return {
    kind: at.read('kind', isOneOf('windows', 'simulated', 'replay')),
    name: at.read('name', isText),
    windows: windows === null ? null : readWindows(windows),
    wsl: wsl === null ? null : readWsl(wsl),
    elevated: at.read('elevated', orNull(isBoolean)),
    language: at.read('language', isLanguage),
  };
}

function readWindows(value: unknown): CapturedHost['windows'] {
  const at = fieldsOf(value, '.host.windows');
  return { build: at.read('build', isText), edition: at.read('edition', isText) };
}

function readWsl(value: unknown): CapturedHost['wsl'] {
  const at = fieldsOf(value, '.host.wsl');
  return {
    version: at.read('version', orNull(isText)),
    flavour: at.read('flavour', isOneOf('store', 'inbox', 'none')),
  };
}

function readMachine(value: unknown): Recording['machine'] {
  const at = fieldsOf(value, '.machine');
  const pages = fieldsOf(at.value('codePages'), '.machine.codePages');
  const paths = fieldsOf(at.value('paths'), '.machine.paths');
  return {
    codePages: { oem: pages.read('oem', isCodePage), ansi: pages.read('ansi', isCodePage) },
    paths: {
      windows: paths.read('windows', isFolder),
      system32: paths.read('system32', isFolder),
      profile: paths.read('profile', isFolder),
      programData: paths.read('programData', isFolder),
    },
    bootTime: at.read('bootTime', orNull(isNumber)),
  };
}

function readExchange(value: unknown, path: string): Exchange {
  const at = fieldsOf(value, path);
  return at.has('argv') ? readCommand(at) : readQuestion(at, path);
}

function readCommand(at: FieldReader): CommandExchange {
  const exitCode = at.read('exitCode', orNull(isNumber));
  const argv = at.list('argv', readText);
  if (argv.length === 0) throw at.fault('argv');
  return {
    probe: at.read('probe', orNull(isText)),
    argv,
    exitCode,
    durationMs: at.read('durationMs', isNumber),
    stdoutBase64: at.read('stdoutBase64', isBase64),
    stderrBase64: at.read('stderrBase64', isBase64),
    ended: at.has('ended')
      ? at.read('ended', isOneOf('exited', 'timed-out', 'cancelled', 'not-started'))
      : exitCode === null
        ? 'not-started'
        : 'exited',
    encoding: at.has('encoding') ? at.read('encoding', isEncoding) : 'oem',
    startError: at.has('startError') ? at.read('startError', orNull(isText)) : null,
  };
}

function readQuestion(at: FieldReader, path: string): QuestionExchange {
  const args = fieldsOf(at.value('args'), `${path}.args`);
  const resultBase64 = at.read('resultBase64', orNull(isBase64));
  const error = at.value('error');
  if (resultBase64 === null && error === null) throw at.fault('resultBase64');
  if (resultBase64 !== null && !isJson(resultBase64)) throw at.fault('resultBase64');
  return {
    probe: at.read('probe', orNull(isText)),
    question: at.read('question', isText),
    args: Object.fromEntries(args.names().map((name) => [name, args.read(name, isPlain)])),
    resultBase64,
    error: error === null ? null : readError(error, `${path}.error`),
    durationMs: at.has('durationMs') ? at.read('durationMs', isNumber) : 0,
  };
}

function readError(value: unknown, path: string): RecordedError {
  const at = fieldsOf(value, path);
  const text = (name: string) => (at.has(name) ? { [name]: at.read(name, isText) } : {});
  return {
    reason: at.read(
      'reason',
      isOneOf('error', 'lost', 'timed-out', 'cancelled', 'constrained-language', 'unavailable'),
    ),
    ...text('errorId'),
    ...text('hresult'),
    ...text('message'),
  };
}

type Test<T> = (value: unknown) => value is T;

interface FieldReader {
  has(name: string): boolean;
  names(): readonly string[];
  value(name: string): unknown;
  read<T>(name: string, test: Test<T>): T;
  list<T>(name: string, read: (value: unknown, path: string) => T, most?: number): readonly T[];
  dictionary<T>(name: string, test: Test<T>): Readonly<Record<string, T>>;
  fault(name: string): CaptureFileError;
}

/** Reads an object's own fields, and throws with their path. */
function fieldsOf(object: unknown, path: string): FieldReader {
  if (typeof object !== 'object' || object === null || Array.isArray(object))
    throw new CaptureFileError('damaged', path === '' ? '.' : path);
  const values = new Map<string, unknown>(Object.entries(object));
  const fault = (name: string) => new CaptureFileError('damaged', `${path}.${name}`);
  const value = (name: string): unknown => {
    if (!values.has(name)) throw fault(name);
    return values.get(name);
  };
  const read = <T>(name: string, test: Test<T>): T => {
    const found = value(name);
    if (!test(found)) throw fault(name);
    return found;
  };
  return {
    has: (name) => values.has(name),
    names: () => [...values.keys()],
    value,
    read,
    fault,
    list(name, readItem, most = 100_000) {
      const found = value(name);
      if (!Array.isArray(found) || found.length > most) throw fault(name);
      return found.map((item: unknown, index) => readItem(item, `${path}.${name}[${index}]`));
    },
    dictionary(name, test) {
      const fields = fieldsOf(value(name), `${path}.${name}`);
      return Object.fromEntries(fields.names().map((key) => [key, fields.read(key, test)]));
    },
  };
}

function readText(value: unknown, path: string): string {
  if (!isText(value)) throw new CaptureFileError('damaged', path);
  return value;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isPlain = (value: unknown): value is string | number | boolean =>
  isText(value) || isBoolean(value) || isNumber(value);
const isCodePage = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) < 65_536;
const isFolder = (value: unknown): value is string => isText(value) && /^[a-z]:\\/i.test(value);
const isTime = (value: unknown): value is string =>
  isText(value) && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));
const isBase64 = (value: unknown): value is string =>
  isText(value) && value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value);
const isEncoding: Test<OutputEncoding> = isOneOf('oem', 'ansi', 'utf-8', 'utf-16le');

function isLanguage(value: unknown): value is string {
  try {
    return isText(value) && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

function isOneOf<const T extends string>(...known: readonly T[]): Test<T> {
  return (value): value is T => known.some((each) => each === value);
}

function orNull<T>(test: Test<T>): Test<T | null> {
  return (value): value is T | null => value === null || test(value);
}

function isJson(base64: string): boolean {
  try {
    JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
