import type { NetworkingMode } from '../domain/facts.js';
import type { Text } from '../text/text.js';
import type { RemarkWords } from '../text/wslconfig.js';
import { checkWslconfig, remarkOnName } from '../wslconfig/check.js';
import { readWslconfig } from '../wslconfig/read.js';
import type { RemarkDetail, RemarkKind, WslconfigRemark } from '../wslconfig/remark.js';
import type { WarningId } from '../wslconfig/scan.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import type { Output } from './output.js';
import { policyInstead, readExisting, type WslconfigPlace } from './wslconfig-place.js';

/** `wsl-netfix/wslconfig-check/1`. */
export interface WslconfigCheckJson {
  readonly schema: 'wsl-netfix/wslconfig-check/1';
  readonly file: string;
  readonly opened: boolean;
  readonly remarks: readonly {
    /** As WSL counts; 0 for the whole file. */
    readonly line: number;
    readonly text: string;
    readonly kind: RemarkKind;
    /** What WSL warns about at this line; null where it is silent. */
    readonly warning: WarningId | null;
    /** What WSL makes of it. */
    readonly what: string;
    readonly instead: string;
    /** The line, or lines, as they should read; null where only a person can tell. */
    readonly mend: string | null;
  }[];
  /** As in `wsl-netfix/wslconfig/1`. */
  readonly policy?: NetworkingMode;
}

/** Explains every line that WSL ignores or reads differently than it was meant. Exit code 1 where there is one. @throws {Refusal} */
export async function checkPlace(place: WslconfigPlace, text: Text, output: Output): Promise<ExitCode> {
  const bytes = await readExisting(place, text);
  const content = bytes ?? new Uint8Array();
  const remarks = await remarksOn(place, bytes);
  const reading = readWslconfig(content, place.readOptions);
  const policy = policyInstead(place, reading);
  const json: WslconfigCheckJson = {
    schema: 'wsl-netfix/wslconfig-check/1',
    file: place.file,
    opened: bytes !== undefined && reading.opened,
    remarks: remarks.map((remark) => ({
      line: remark.line,
      text: remark.text,
      kind: remark.kind,
      warning: remark.warning,
      ...wordsOf(remark, text),
      mend: mendedLine(remark),
    })),
    ...(policy === null ? {} : { policy }),
  };
  output.object(json);
  if (!output.json) {
    output.line(place.file);
    if (bytes === undefined) output.line(text.wslconfig.noFile);
    if (bytes !== undefined || remarks.length > 0) writeRemarks(remarks, text, output);
    if (policy !== null) output.line(text.wslconfig.policyDecides(policy));
  }
  return remarks.length === 0 ? exitCodes.ok : exitCodes.problemLeft;
}

async function remarksOn(
  { file, folder, files, readOptions }: WslconfigPlace,
  bytes: Uint8Array | undefined,
): Promise<readonly WslconfigRemark[]> {
  const name = remarkOnName(nameOf(file));
  if (bytes !== undefined) {
    const remarks = name?.name === 'wsl.conf' ? [] : checkWslconfig(bytes, readOptions);
    return name === undefined ? remarks : [name, ...remarks];
  }
  // Notepad saves it so, and Explorer does not show the ending.
  const mistaken = `${file}.txt`;
  const found =
    folder === null && (await files.exists(mistaken)) ? remarkOnName(nameOf(mistaken)) : undefined;
  return found === undefined ? [] : [found];
}

/** On Windows and elsewhere; a machine's path may be a Windows one on any platform. */
function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** A kind of remark without words does not compile. */
type Sentences = {
  readonly [Kind in RemarkKind]: (detail: Extract<RemarkDetail, { kind: Kind }>) => RemarkWords;
};

/** What WSL makes of the line, and what to write instead. */
export function describeRemark(sentences: Sentences, remark: RemarkDetail): RemarkWords {
  // Each kind has the function for its own detail; the compiler cannot follow the pair.
  const describe = sentences[remark.kind] as (detail: RemarkDetail) => RemarkWords;
  return describe(remark);
}

/** Nobody reads more; a file that is no .wslconfig at all has a remark on every line. */
const mostShown = 200;

function wordsOf(remark: WslconfigRemark, { wslconfig }: Text): RemarkWords {
  const words = describeRemark(wslconfig.remarks, remark);
  return remark.setAt === null ? words : { ...words, instead: wslconfig.setAlready(remark.setAt) };
}

function writeRemarks(remarks: readonly WslconfigRemark[], text: Text, output: Output): void {
  const words = text.wslconfig;
  output.line(remarks.length === 0 ? words.sound : words.found(remarks.length));
  for (const remark of remarks.slice(0, mostShown)) writeRemark(remark, text, output);
  if (remarks.length <= mostShown) return;
  output.line();
  output.line(words.more(remarks.length - mostShown));
}

function writeRemark(remark: WslconfigRemark, text: Text, output: Output): void {
  const words = text.wslconfig;
  const { what, instead } = wordsOf(remark, text);
  output.line();
  output.line(remark.line === 0 ? words.wholeFile : words.line(remark.line, shortened(remark.text)));
  const hidden = hiddenCharacters(remark.text);
  if (hidden.length > 0) output.line(`  ${words.invisible(hidden)}`);
  const lookalikes = lookalikesOf(remark.text);
  if (lookalikes.length > 0) output.line(`  ${words.lookalikes(lookalikes)}`);
  output.line(`  ${what}`);
  output.line(`  ${instead}`);
  const mended = mendedLine(remark);
  if (mended === null || mended === '') return;
  output.line(`  ${words.mended}`);
  for (const line of mended.split(/\r\n|\r|\n/)) output.line(`    ${shortened(line)}`);
}

function mendedLine({ mend }: WslconfigRemark): string | null {
  return mend === null ? null : mend.line;
}

/** A line can be a megabyte long. */
function shortened(line: string): string {
  const longest = 400;
  return line.length <= longest ? line : `${line.slice(0, longest)}…`;
}

/** Blanks that are none for WSL, and characters without any width, as `U+00A0`. */
function hiddenCharacters(line: string): readonly string[] {
  const found = line.match(/(?![ \t])[\p{Cc}\p{Cf}\p{Z}]/gu) ?? [];
  return [...new Set(found)].slice(0, 8).map(codePointOf);
}

/** Full-width signs and letters, Chinese brackets, and quotes that text programs round, outside a comment: as `＝ (U+FF1D)`. */
function lookalikesOf(line: string): readonly string[] {
  const found =
    line.replace(/#.*/s, '').match(/[\uFF01-\uFF5E\u3010\u3011\u300C-\u300F\u2018-\u201F\u2010-\u2015]/gu) ??
    [];
  return [...new Set(found)].slice(0, 8).map((sign) => `${sign} (${codePointOf(sign)})`);
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
