/** Takes what tells of a person out of a recording and out of the diagnosis that rests on it, in the same way. */
import { randomBytes } from 'node:crypto';
import { sha256Of } from '../domain/hash.js';
import { decodeCodePage, encodeCodePage, type CodePages } from '../host/code-pages.js';
import type { OutputEncoding } from '../host/host.js';
import { wideText } from '../host/line-shape.js';
import { partsOf } from '../host/replay/output-parts.js';
import {
  fromBase64,
  isCommandExchange,
  toBase64,
  type Exchange,
  type Recording,
} from '../host/replay/recording.js';
import type { Identity } from './identity.js';
import { createTextMasker, type TextMasker } from './mask-text.js';

/** Equal things become equal things, in everything that one masker masks. */
export interface Masker {
  text(text: string): string;
  /** A plain JSON value: its texts are masked; property names that are identifiers, numbers and the rest stay. */
  value<T>(value: T): T;
  /** A recording, and whatever a capture adds to it; what programs wrote stays in their encodings. */
  recording<T extends Recording>(recording: T): T;
}

/** Learns from the recording and from what the machine says of its person, before anything is masked. */
export function createMasker(
  recording: Recording,
  identity: Identity,
  secret: Uint8Array = randomBytes(16),
): Masker {
  const texts = createTextMasker(secret);
  const { codePages } = recording.machine;
  learnIdentity(texts, identity);
  learnRecording(texts, recording);
  texts.settle();

  const maskBytes = (bytes: Uint8Array, encoding: OutputEncoding) =>
    maskOtherReadings(maskParts(bytes, encoding, codePages, texts), codePages, texts);
  // The hash of a file is a fact; a replay finds the one of the masked file.
  const hashes = new Map(
    Object.values(recording.files).map((base64) => [
      sha256Of(fromBase64(base64)),
      sha256Of(maskBytes(fromBase64(base64), fileEncoding)),
    ]),
  );
  const text = (original: string): string => hashes.get(original) ?? texts.mask(original);

  return {
    text,
    value: (value) => maskValue(value, text, ownWords),
    recording(original) {
      const { exchanges, files, ...rest } = original;
      const maskedFiles = Object.entries(files).map(([path, base64]) => [
        text(path),
        toBase64(maskBytes(fromBase64(base64), fileEncoding)),
      ]);
      return {
        ...maskValue(rest, text),
        exchanges: exchanges.map((exchange) => maskExchange(exchange, text, maskBytes)),
        files: Object.fromEntries(maskedFiles) as Recording['files'],
        // All its properties are there; the compiler cannot follow a rest of T.
      } as unknown as typeof original;
    },
  };
}

/** Settings files are UTF-8, or old and in the ANSI code page. */
const fileEncoding: OutputEncoding = 'ansi';

function learnIdentity(texts: TextMasker, identity: Identity): void {
  for (const user of identity.users) texts.learnName('user', user);
  for (const machine of identity.machines) texts.learnName('machine', machine);
  for (const domain of identity.domains) texts.learnName('domain', domain);
  for (const said of identity.said) texts.learn(said);
}

function learnRecording(texts: TextMasker, recording: Recording): void {
  const { codePages, paths } = recording.machine;
  texts.learn(`${paths.profile}\\`);
  for (const exchange of recording.exchanges) {
    if (isCommandExchange(exchange)) {
      exchange.argv.forEach((each) => {
        texts.learn(each);
      });
      const isVersion = exchange.argv.includes('--version');
      for (const base64 of [exchange.stdoutBase64, exchange.stderrBase64]) {
        const said = partsOf(fromBase64(base64), exchange.encoding, codePages)
          .map((part) => part.text)
          .join('');
        texts.learn(said);
        if (isVersion) texts.exemptVersions(said);
      }
      continue;
    }
    learnValue(texts, exchange.args, '');
    if (exchange.error !== null) learnValue(texts, exchange.error, '');
    if (exchange.resultBase64 !== null) learnValue(texts, jsonIn(exchange.resultBase64), '');
  }
  for (const [path, base64] of Object.entries(recording.files)) {
    texts.learn(path);
    for (const part of partsOf(fromBase64(base64), fileEncoding, codePages)) texts.learn(part.text);
  }
  for (const path of [...recording.missingFiles, ...recording.presentFiles]) texts.learn(path);
  learnValue(texts, recording.fileErrors, '');
  for (const path of Object.keys(recording.sizes)) texts.learn(path);
}

function learnValue(texts: TextMasker, value: unknown, name: string): void {
  if (typeof value === 'string') {
    texts.learn(value);
    texts.learnProperty(name, value);
  } else if (Array.isArray(value)) {
    for (const item of value) learnValue(texts, item, name);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      texts.learn(key);
      learnValue(texts, item, key);
    }
  }
}

function maskExchange(
  exchange: Exchange,
  text: (original: string) => string,
  maskBytes: (bytes: Uint8Array, encoding: OutputEncoding) => Uint8Array,
): Exchange {
  if (!isCommandExchange(exchange)) {
    const { resultBase64 } = exchange;
    return {
      ...exchange,
      args: maskValue(exchange.args, text),
      error: maskValue(exchange.error, text),
      resultBase64:
        resultBase64 === null
          ? null
          : toBase64(Buffer.from(JSON.stringify(maskValue(jsonIn(resultBase64), text)), 'utf8')),
    };
  }
  const bytes = (base64: string) => toBase64(maskBytes(fromBase64(base64), exchange.encoding));
  return {
    ...exchange,
    argv: exchange.argv.map(text),
    stdoutBase64: bytes(exchange.stdoutBase64),
    stderrBase64: bytes(exchange.stderrBase64),
    startError: exchange.startError === null ? null : text(exchange.startError),
  };
}

/** Each part in its own encoding; what holds nothing personal keeps its very bytes. */
function maskParts(
  bytes: Uint8Array,
  encoding: OutputEncoding,
  codePages: CodePages,
  texts: TextMasker,
): Uint8Array {
  const masked = partsOf(bytes, encoding, codePages).map((part) => {
    const text = texts.mask(part.text);
    return text === part.text ? part.bytes : part.encode(text);
  });
  return new Uint8Array(Buffer.concat(masked));
}

/** Whoever reads the bytes in another encoding finds nothing either. */
function maskOtherReadings(bytes: Uint8Array, { oem, ansi }: CodePages, texts: TextMasker): Uint8Array {
  let current = bytes;
  for (const page of [...new Set([65001, oem, ansi, utf16])]) {
    for (const start of page === utf16 ? [0, 1] : [0]) {
      const rest = current.subarray(start);
      const text = decode(rest, page);
      const masked = texts.mask(text);
      if (masked === text || Buffer.compare(encode(text, page), rest) !== 0) continue;
      current = new Uint8Array(Buffer.concat([current.subarray(0, start), encode(masked, page)]));
    }
  }
  return current;
}

const utf16 = 1200;

const decode = (bytes: Uint8Array, page: number): string =>
  page === utf16 ? wideText(bytes) : decodeCodePage(bytes, page);
const encode = (text: string, page: number): Uint8Array =>
  page === utf16 ? Buffer.from(text, 'utf16le') : encodeCodePage(text, page);

/** Properties of a diagnosis whose texts are words of this program, whatever a person is called. */
const ownWords: ReadonlySet<string> = new Set([
  ...['health', 'id', 'status', 'probe', 'code', 'relation', 'effect', 'undo', 'needs', 'for', 'against'],
  ...['flavour', 'attempt', 'state', 'startType', 'kind'],
]);

/** The shape stays: only texts, and property names that are no identifiers, become others. */
function maskValue<T>(
  value: T,
  text: (original: string) => string,
  kept: ReadonlySet<string> = new Set(),
): T {
  return maskJson(value, text, kept) as T;
}

function maskJson(value: unknown, text: (original: string) => string, kept: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((item: unknown) => maskJson(item, text, kept));
  if (typeof value !== 'object' || value === null) return value;
  const isOwn = (key: string, item: unknown) =>
    kept.has(key) &&
    (typeof item === 'string' || (Array.isArray(item) && item.every((each) => typeof each === 'string')));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      /^[A-Za-z_]\w*$/.test(key) ? key : text(key),
      isOwn(key, item) ? (item as unknown) : maskJson(item, text, kept),
    ]),
  );
}

const jsonIn = (base64: string): unknown =>
  JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as unknown;
