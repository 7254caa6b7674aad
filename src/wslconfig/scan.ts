/**
 * WSL's own line grammar, unit for unit (issue 4; microsoft/WSL src/shared/configfile/configfile.cpp, the same from 2.7.11 on).
 * It never stops at a bad line: what cannot be read is dropped with a warning, and the next line is read.
 */
import type { Source } from './source.js';

/** Warnings that WSL prints about the file, by the id of their sentence. */
export type WarningId =
  | 'MessageConfigUnknownKey'
  | 'MessageConfigInvalidKey'
  | 'MessageConfigInvalidSection'
  | 'MessageConfigExpected'
  | 'MessageConfigInvalidEscape'
  | 'MessageConfigKeyDuplicated'
  | 'MessageConfigInvalidEnum'
  | 'MessageConfigInvalidBoolean'
  | 'MessageConfigInvalidInteger'
  | 'MessageConfigInvalidIp'
  | 'MessageInvalidNumberString'
  /** Not a warning for WSL: it is the error with which the VM's creation ends. */
  | 'MessageConfigMacAddress'
  | 'MessageFailedToOpenConfigFile';

interface Place {
  /** As WSL counts: the line of the last unit looked at, where lone CRs miscount. */
  readonly line: number;
  /** First unit, behind the indentation. */
  readonly start: number;
  /** The unit at which reading the line ended: its line end, its comment, or where it went wrong. */
  readonly end: number;
  /** The section in force, NUL-padded after a broken header; empty before the first. */
  readonly section: string;
}

export interface HeaderEntry extends Place {
  readonly kind: 'header';
}

export interface SettingEntry extends Place {
  readonly kind: 'setting';
  readonly key: string;
  /** `section.key` as WSL compares it, in the file's letter case. */
  readonly name: string;
  /** The value's bytes as characters 0..255, up to the first NUL. */
  readonly value: string;
  /** The written value with its quotes and escapes, without the blanks around it. */
  readonly valueStart: number;
  readonly valueEnd: number;
  /** Units of the backslashes that joined a line to the next. */
  readonly joints: readonly number[];
}

export interface DroppedEntry extends Place {
  readonly kind: 'dropped';
  readonly what: 'header' | 'key' | 'value';
  readonly warning: WarningId;
  /** The key as far as it was read; empty where none was. */
  readonly key: string;
  readonly valueStart: number;
}

/** A comment: at a line's start, or behind a header or value. */
export interface CommentEntry extends Place {
  readonly kind: 'comment';
}

export type Entry = HeaderEntry | SettingEntry | DroppedEntry | CommentEntry;

/** Reads every line of an opened file, in order. Never fails. */
export function scan(source: Source): readonly Entry[] {
  return new Scanner(source.units).scan();
}

/** U+FFFF reads as the end of the file for C's wide characters, without being it. */
const end = 0xffff;
const [tab, lf, cr, space, quote, hash, equals, open, backslash, close] = [
  0x09, 0x0a, 0x0d, 0x20, 0x22, 0x23, 0x3d, 0x5b, 0x5c, 0x5d,
];
const escapes: ReadonlyMap<number, string> = new Map([
  [backslash, '\\'],
  [quote, '"'],
  [0x62, '\b'],
  [0x6e, '\n'],
  [0x74, '\t'],
]);

class Scanner {
  private readonly entries: Entry[] = [];
  private position = 0;
  private atEnd = false;
  private unit = 0;
  private line = 0;
  private section = '';
  private commentFollows = false;
  private start = 0;

  constructor(private readonly units: Uint16Array) {}

  scan(): readonly Entry[] {
    this.countLine();
    for (;;) {
      if (this.unit === hash) this.skipComment();
      if (this.atEnd) return this.entries;
      this.skipBlanks();
      this.start = this.here();
      if (this.unit === lf) this.line++;
      else if (this.unit === cr) this.blankCarriageReturn();
      else if (this.unit !== end && this.unit !== hash) {
        if (this.unit === open) this.header();
        else this.setting();
        this.countLine();
      }
    }
  }

  private next(): number {
    const unit = this.units[this.position];
    if (unit === undefined) this.atEnd = true;
    else this.position++;
    this.unit = unit ?? end;
    return this.unit;
  }

  private skipBlanks(): void {
    do this.next();
    while (isBlank(this.unit));
  }

  /** Index of the unit last read. */
  private here(): number {
    return this.atEnd ? this.units.length : this.position - 1;
  }

  private place(): Place {
    return { line: this.line, start: this.start, end: this.here(), section: this.section };
  }

  /** A comment behind a header or value counts the line at its own end. */
  private countLine(): void {
    if (!this.commentFollows) this.line++;
  }

  private blankCarriageReturn(): void {
    if (this.units[this.position] === lf) {
      this.next();
      this.line++;
    } else if (this.position >= this.units.length) this.atEnd = true;
  }

  private skipComment(): void {
    this.start = this.here();
    const line = this.line;
    do {
      if (this.next() === cr) this.next();
      if (this.unit === lf) this.line++;
    } while (this.unit !== lf && this.unit !== end);
    this.commentFollows = false;
    this.entries.push({ kind: 'comment', ...this.place(), line });
  }

  private drop(what: DroppedEntry['what'], warning: WarningId, key = '', valueStart = this.here()): void {
    this.entries.push({ kind: 'dropped', what, warning, key, valueStart, ...this.place() });
    while (this.unit !== end && this.unit !== lf) this.next();
  }

  private header(): void {
    if (!isLetter(this.next())) {
      this.drop('header', 'MessageConfigInvalidSection');
      return;
    }
    const name = this.word();
    const closed = this.unit === close;
    if (closed) this.skipBlanks();
    if (closed && [end, lf, cr, hash].includes(this.unit)) {
      this.commentFollows = this.unit === hash;
      this.section = name;
      this.entries.push({ kind: 'header', ...this.place() });
    } else {
      // WSL overwrites the section's name but keeps its length: `[boot.x]` after `[wsl2]` switches to `boot`.
      this.section = name.slice(0, this.section.length).padEnd(this.section.length, '\0');
      this.drop('header', 'MessageConfigExpected');
    }
  }

  private setting(): void {
    if (!isLetter(this.unit)) {
      this.drop('key', 'MessageConfigInvalidKey');
      return;
    }
    const key = this.word();
    while (isBlank(this.unit)) this.next();
    if (this.unit !== equals) {
      this.drop('key', 'MessageConfigExpected', key);
      return;
    }
    this.skipBlanks();
    this.value(key);
  }

  private value(key: string): void {
    const valueStart = this.here();
    const joints: number[] = [];
    let value = '';
    let trimmedLength = 0;
    let valueEnd = valueStart;
    let quoted = false;
    for (; this.unit !== end && this.unit !== lf && this.unit !== cr; this.next()) {
      if (this.unit === hash && !quoted) {
        this.commentFollows = true;
        break;
      }
      const blank = isBlank(this.unit);
      if (this.unit === quote) quoted = !quoted;
      else if (this.unit === backslash) {
        const meant = this.escape(joints);
        if (meant === undefined) {
          this.drop('value', 'MessageConfigInvalidEscape', key, valueStart);
          return;
        }
        value += meant;
      } else value += String.fromCharCode(this.unit & 0xff);
      if (blank) continue;
      trimmedLength = value.length;
      valueEnd = this.position;
    }
    if (quoted) {
      this.drop('value', 'MessageConfigExpected', key, valueStart);
      return;
    }
    const name = untilNul(this.section === '' ? key : `${this.section}.${key}`);
    value = untilNul(value.slice(0, trimmedLength));
    this.entries.push({ kind: 'setting', key, name, value, valueStart, valueEnd, joints, ...this.place() });
  }

  /** What a backslash and the unit behind it mean; undefined where WSL drops the line. Leaves the backslash's line end consumed. */
  private escape(joints: number[]): string | undefined {
    const at = this.here();
    const escaped = this.units[this.position];
    if (escaped === undefined) this.atEnd = true;
    else this.position++;
    if (escaped === lf || escaped === cr) {
      joints.push(at);
      if (escaped === lf) this.line++;
      return '';
    }
    return escapes.get(escaped ?? end);
  }

  private word(): string {
    let word = '';
    do word += String.fromCharCode(this.unit);
    while (isLetter(this.next()) || isDigit(this.unit));
    return word;
  }
}

function isBlank(unit: number): boolean {
  return unit === space || unit === tab;
}

function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function untilNul(text: string): string {
  const nul = text.indexOf('\0');
  return nul < 0 ? text : text.slice(0, nul);
}
