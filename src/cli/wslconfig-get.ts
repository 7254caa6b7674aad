import type { NetworkingMode } from '../domain/facts.js';
import type { Text } from '../text/text.js';
import { readWslconfig, type WslconfigReading } from '../wslconfig/read.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import type { Output } from './output.js';
import { policyInstead, readExisting, type WslconfigPlace } from './wslconfig-place.js';

/** `wsl-netfix/wslconfig/1` (design.md section 5). */
export interface WslconfigJson extends Pick<
  WslconfigReading,
  'opened' | 'networkingMode' | 'set' | 'warnings'
> {
  readonly schema: 'wsl-netfix/wslconfig/1';
  readonly file: string;
  /** The mode that a policy of this machine puts in place of the file's; absent where the file has its way. */
  readonly policy?: NetworkingMode;
}

/** Says what WSL makes of the file. A file that is not there is one that WSL does not open, either. @throws {Refusal} */
export async function getWslconfig(place: WslconfigPlace, text: Text, output: Output): Promise<ExitCode> {
  const bytes = await readExisting(place, text);
  const reading = readWslconfig(bytes ?? new Uint8Array(), place.readOptions);
  const { networkingMode, set, warnings } = reading;
  const policy = policyInstead(place, reading);
  const opened = bytes !== undefined && reading.opened;
  const json: WslconfigJson = {
    schema: 'wsl-netfix/wslconfig/1',
    file: place.file,
    opened,
    networkingMode,
    set,
    warnings,
    ...(policy === null ? {} : { policy }),
  };
  output.object(json);
  if (output.json) return exitCodes.ok;
  const words = text.wslconfig;
  output.line(place.file);
  if (!opened) output.line(bytes === undefined ? words.noFile : words.notOpened);
  output.line(words.mode(networkingMode));
  for (const [key, { line, raw, valid }] of Object.entries(set)) {
    output.line(`  ${words.setting(line, key, raw, valid)}`);
  }
  if (warnings.length > 0) output.line(words.warnings(warnings.length));
  if (policy !== null) output.line(words.policyDecides(policy));
  return exitCodes.ok;
}
