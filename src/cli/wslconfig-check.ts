import type { NetworkingMode } from '../domain/facts.js';
import type { Text } from '../text/text.js';
import type { RemarkWords } from '../text/wslconfig.js';
import { checkWslconfig } from '../wslconfig/check.js';
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
  const remarks = checkWslconfig(content, place.readOptions);
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
      ...describeRemark(text.wslconfig.remarks, remark),
      mend: mendedLine(remark),
    })),
    ...(policy === null ? {} : { policy }),
  };
  output.object(json);
  if (!output.json) {
    output.line(place.file);
    if (bytes === undefined) output.line(text.wslconfig.noFile);
    else writeRemarks(remarks, text, output);
    if (policy !== null) output.line(text.wslconfig.policyDecides(policy));
  }
  return remarks.length === 0 ? exitCodes.ok : exitCodes.problemLeft;
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

function writeRemarks(remarks: readonly WslconfigRemark[], text: Text, output: Output): void {
  const words = text.wslconfig;
  output.line(remarks.length === 0 ? words.sound : words.found(remarks.length));
  for (const remark of remarks) {
    const { what, instead } = describeRemark(words.remarks, remark);
    output.line();
    output.line(remark.line === 0 ? words.wholeFile : words.line(remark.line, shortened(remark.text)));
    const hidden = hiddenCharacters(remark.text);
    if (hidden.length > 0) output.line(`  ${words.invisible(hidden)}`);
    output.line(`  ${what}`);
    output.line(`  ${instead}`);
    const mended = mendedLine(remark);
    if (mended === null || mended === '') continue;
    output.line(`  ${words.mended}`);
    for (const line of mended.split(/\r\n|\r|\n/)) output.line(`    ${shortened(line)}`);
  }
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
  const codes = found.map((character) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase());
  return [...new Set(codes)].slice(0, 8).map((code) => `U+${code.padStart(4, '0')}`);
}
