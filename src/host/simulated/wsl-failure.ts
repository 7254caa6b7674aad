/** How WSL tells of a network that it could not make, by version (causes.md section 0, wsl.md 2.5 to 2.7). */
import type { Complaint, Sentence } from './complaint.js';
import type { WorldText } from './texts/text.js';
import { isAtLeast } from './wsl-version.js';
import type { World } from './world.js';

export interface NetworkError {
  /** HRESULT, or the name of a code of WSL's own. */
  readonly code: string;
  /** It came out of HNS, and not out of WSL itself. */
  readonly fromHns: boolean;
  /** What WSL says of it; the system's own words where there is none. */
  readonly sentence?: Sentence;
}

/** The start ends with this. Before 2.0.9 the path has no `HNS/`, and the system's message comes first. */
export function abortion(world: World, context: string, mode: string, error: NetworkError): Complaint {
  const sentence: Sentence =
    error.sentence ??
    (isAtLeast(world, '2.0.9')
      ? (text) => text.wsl.networkFailed(mode, wslconfigPath(world))
      : (text) => systemMessage(text, error.code));
  return { sentence, codePath: `${context}/CreateVm/ConfigureNetworking/${codeOf(world, error)}` };
}

/** Newer versions go on without network: a code without `Wsl/Service/`, and what they fell back to. */
export function lateWarnings(world: World, mode: string, error: NetworkError): readonly Complaint[] {
  const named = isAtLeast(world, '2.3.26');
  return [
    {
      sentence: error.sentence ?? ((text) => systemMessage(text, error.code)),
      codePath: `CreateInstance/CreateVm/ConfigureNetworking/${codeOf(world, error)}`,
    },
    {
      sentence: (text) => (named ? text.wsl.fellBackTo(mode, 'None') : text.wsl.fellBackToNone(mode)),
      codePath: null,
    },
  ];
}

export const wslconfigPath = (world: World): string => `${world.user.profile}\\.wslconfig`;

function codeOf(world: World, { code, fromHns }: NetworkError): string {
  const shown = shownCode(world, code);
  return fromHns && isAtLeast(world, '2.0.9') ? `HNS/${shown}` : shown;
}

/** Some codes are printed as symbols; the table grows (causes.md section 0, and the versions of the cases). */
const symbols: Readonly<Record<string, { readonly symbol: string; readonly since: string }>> = {
  '0x80070002': { symbol: 'ERROR_FILE_NOT_FOUND', since: '1.1.0' },
  '0x80070005': { symbol: 'E_ACCESSDENIED', since: '2.0.9' },
  '0x8007023e': { symbol: 'ERROR_UNHANDLED_EXCEPTION', since: '2.0.9' },
  '0x80070426': { symbol: 'ERROR_SERVICE_NOT_ACTIVE', since: '2.0.9' },
  '0x80070424': { symbol: 'ERROR_SERVICE_DOES_NOT_EXIST', since: '2.5.10' },
  '0x80070490': { symbol: 'ERROR_NOT_FOUND', since: '2.5.10' },
  '0x80070422': { symbol: 'ERROR_SERVICE_DISABLED', since: '2.9.5' },
};

function shownCode(world: World, code: string): string {
  const known = symbols[code];
  return known !== undefined && isAtLeast(world, known.since) ? known.symbol : code;
}

/** The message of an HRESULT: Windows' own for its errors, WMI's for switches, nothing but the number for others. */
export function systemMessage(text: WorldText, code: string): string {
  if (code === '0x80041002') return text.wsl.bareError(code);
  if (code === '0x8007054f') return text.wsl.internalError;
  if (code === '0x803b0001') return text.wsl.networkNotFound;
  return code.startsWith('0x8007') ? text.error(Number(code) & 0xffff) : text.wsl.bareError(code);
}
