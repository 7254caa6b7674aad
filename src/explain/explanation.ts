/** The JSON of `explain`: design.md section 5. Fields are only ever added. */
import type { NetworkingMode } from '../domain/facts.js';
import type { CauseId, RemedyId } from '../domain/ids.js';
import type { FolkloreId, Stage } from '../domain/reasons.js';
import type { Hresult } from '../causes/error-codes.js';

/** One error code of the text, once for each way it was reached. */
export interface FoundCode {
  /** As found: `ERROR_FILE_NOT_FOUND`, `-2147217406`, `0x80041002`. */
  readonly text: string;
  /** Null only for a symbol that ends one of WSL's paths and is newer than this program. */
  readonly hresult: Hresult | null;
  readonly symbol: string | null;
  /** WSL's contexts, outermost first; empty where none was printed. */
  readonly path: readonly string[];
  readonly stage: Stage;
}

/** `fallback` null: the start was aborted, or the text does not say. */
export interface FoundModes {
  readonly failed: NetworkingMode | null;
  readonly fallback: NetworkingMode | null;
}

export interface Explanation {
  readonly schema: 'wsl-netfix/explanation/1';
  /** The most telling first: those at the end of one of WSL's paths, then by their place in the text. */
  readonly codes: readonly FoundCode[];
  readonly networkingMode: FoundModes;
  /** Likeliest first. */
  readonly causes: readonly { readonly id: CauseId; readonly likelihood: number; readonly why: string }[];
  /** Best first; bypasses lead where nobody can know the cause. */
  readonly remedies: readonly { readonly id: RemedyId; readonly why: string }[];
  /** Advice in the text that does harm or nothing. */
  readonly warnings: readonly { readonly id: FolkloreId; readonly why: string }[];
}
