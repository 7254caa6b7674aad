import type { ValueType, WslconfigKey } from './keys.js';
import type { WarningId } from './scan.js';
import type { ByteEdit } from './splice.js';

/** What is wrong with a line: what WSL sees there, which is not what was meant. The sentences are elsewhere. */
export type RemarkDetail =
  /** The whole file: WSL reads only one that is called `.wslconfig`. */
  | { readonly kind: 'file-name'; readonly name: string }
  /** The whole file: a UTF-16BE mark, which WSL's runtime refuses. */
  | { readonly kind: 'cannot-be-opened' }
  | { readonly kind: 'utf-16-without-mark' }
  /** The whole file: its last character is no UTF-8, at which the C runtime fails to read. */
  | { readonly kind: 'ends-ill-formed' }
  /** A second byte order mark makes the first line invalid. */
  | { readonly kind: 'second-mark' }
  /** Ctrl-Z ends the file; there is more behind it. */
  | { readonly kind: 'ends-at-ctrl-z' }
  /** A lone CR does not end a comment: what looks like the next lines is part of it. */
  | { readonly kind: 'comment-runs-on' }
  /** A line that was meant as a comment: harmless, but WSL warns. */
  | { readonly kind: 'comment-mark'; readonly mark: string }
  /** Came along with a copied text, as the fence of a code block: harmless, but WSL warns. */
  | { readonly kind: 'leftover'; readonly mark: string }
  /** `lost`: nothing below counts. `switched`: lines below count for `section`. `kept`: they count as before. */
  | {
      readonly kind: 'header-broken';
      readonly effect: 'lost' | 'switched' | 'kept';
      readonly section: string;
    }
  | { readonly kind: 'section-unknown'; readonly section: string; readonly nearest: string | null }
  /** The section belongs into the distro's /etc/wsl.conf. */
  | { readonly kind: 'section-of-wsl-conf'; readonly section: string }
  /** The setting belongs under `section` of the distro's /etc/wsl.conf. */
  | { readonly kind: 'key-of-wsl-conf'; readonly name: string; readonly section: string }
  /** `mendedBy`: the line above whose mend puts this one where it belongs; null where it has to move. */
  | { readonly kind: 'section-missing'; readonly key: WslconfigKey; readonly mendedBy: number | null }
  | {
      readonly kind: 'section-other';
      readonly key: WslconfigKey;
      readonly section: string;
      readonly mendedBy: number | null;
    }
  | { readonly kind: 'key-dotted'; readonly key: WslconfigKey }
  | { readonly kind: 'key-unknown'; readonly name: string; readonly nearest: WslconfigKey | null }
  | { readonly kind: 'key-malformed'; readonly nearest: WslconfigKey | null }
  | { readonly kind: 'key-too-new'; readonly key: WslconfigKey; readonly since: string }
  | { readonly kind: 'equals-missing'; readonly name: string }
  | { readonly kind: 'escape-invalid'; readonly escaped: string }
  /** `\t`, `\n` or `\b` in a path: WSL sees a control character. */
  | { readonly kind: 'escape-misread'; readonly key: WslconfigKey }
  /** `%NAME%` or `~` in a path, which WSL takes literally. */
  | { readonly kind: 'path-not-expanded'; readonly key: WslconfigKey; readonly part: string }
  /** A size without a unit, so small that gigabytes or megabytes were meant: WSL counts bytes. */
  | { readonly kind: 'size-in-bytes'; readonly key: WslconfigKey; readonly reads: string }
  /** The value goes on in the next line, which looks like a setting or header of its own. */
  | { readonly kind: 'continuation-swallows'; readonly swallowed: string }
  | { readonly kind: 'quote-unclosed' }
  | { readonly kind: 'quote-single'; readonly key: WslconfigKey }
  | { readonly kind: 'comment-in-value'; readonly key: WslconfigKey; readonly mark: string }
  /** Every UTF-16 unit of a value is cut to its low byte. */
  | { readonly kind: 'value-non-ascii'; readonly key: WslconfigKey; readonly reads: string }
  | { readonly kind: 'value-cut-at-nul'; readonly key: WslconfigKey; readonly reads: string }
  | {
      readonly kind: 'value-invalid';
      readonly key: WslconfigKey;
      readonly type: ValueType;
      readonly reads: string;
      /** A later line for the key that would be valid and is blocked by this one; null where there is none. */
      readonly blocks: number | null;
    }
  | { readonly kind: 'mode-too-new'; readonly since: string }
  | {
      readonly kind: 'duplicate';
      readonly key: WslconfigKey;
      readonly winnerLine: number;
      readonly winnerValid: boolean;
      /** The earlier line names the key by its other section. */
      readonly alias: boolean;
    }
  /** An invalid macAddress: no virtual machine is created at all. */
  | { readonly kind: 'aborts'; readonly key: WslconfigKey; readonly reads: string }
  | { readonly kind: 'unread'; readonly abortedAt: number }
  /** The mode is read, and then another key overrides it. */
  | { readonly kind: 'mode-overridden'; readonly by: 'wsl2.safeMode' | 'wsl2.virtio' };

export type RemarkKind = RemarkDetail['kind'];

/** A change of bytes that makes the line mean what it was meant to, with the line, or lines, as they read afterwards. */
export interface Mend extends ByteEdit {
  readonly line: string;
}

export type WslconfigRemark = RemarkDetail & {
  /** As WSL counts lines in its warnings; 0 for the whole file. */
  readonly line: number;
  /** The line as it stands, without its line end. May hold control characters. */
  readonly text: string;
  /** What WSL itself warns about; null where it is silent. */
  readonly warning: WarningId | null;
  readonly mend: Mend | null;
  /** Another line that sets the same and counts, so that this one is not to take its place; null where there is none. */
  readonly setAt: number | null;
};
