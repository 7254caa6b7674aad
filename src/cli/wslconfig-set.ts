import type { NetworkingMode } from '../domain/facts.js';
import { sha256Of } from '../domain/hash.js';
import type { DiffLine } from '../domain/plan.js';
import { keepWslconfig, type WslconfigBackup } from '../journal/wslconfig-backups.js';
import type { Text } from '../text/text.js';
import { checkWslconfig } from '../wslconfig/check.js';
import { setNetworkingMode, WslconfigEditError, type WslconfigEdit } from '../wslconfig/edit.js';
import { readWslconfig } from '../wslconfig/read.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import type { Output } from './output.js';
import { Refusal } from './refusal.js';
import { describeRemark } from './wslconfig-check.js';
import { policyInstead, readPlace, troubleOf, type WslconfigPlace } from './wslconfig-place.js';
import type { WslconfigRequest } from './wslconfig-request.js';

/** `wsl-netfix/wslconfig-set/1`. */
export interface WslconfigSetJson {
  readonly schema: 'wsl-netfix/wslconfig-set/1';
  readonly file: string;
  readonly networkingMode: NetworkingMode;
  /** False where the file says so already. */
  readonly changes: boolean;
  /** False with --dry-run, too. */
  readonly written: boolean;
  readonly diff: readonly DiffLine[];
  /** Null where nothing was written, or there was no file before. */
  readonly backup: WslconfigBackup | null;
  /** What a change needs before it takes effect. */
  readonly needs: readonly 'wsl-shutdown'[];
  /** As in `wsl-netfix/wslconfig/1`: the mode with which WSL starts all the same. */
  readonly policy?: NetworkingMode;
}

export interface SetOptions {
  readonly dryRun: boolean;
  readonly text: Text;
  readonly output: Output;
}

type SetRequest = Extract<WslconfigRequest, { readonly action: 'set' }>;

/** Makes the mode count in the file, and nothing else; a copy of the file as it was is kept. @throws {Refusal} */
export async function setMode(
  place: WslconfigPlace,
  request: SetRequest,
  options: SetOptions,
): Promise<ExitCode> {
  const { mode } = request;
  const { text, output, dryRun } = options;
  if (place.facts.profileOwner?.distrosOf === 'other') {
    throw new Refusal(text.wslconfig.refusals.otherAccount);
  }
  const before = await readPlace(place, text);
  await needFolder(place, text);
  const edit = editOf(place, before, mode, text);
  const written = edit.changed && !dryRun;
  const backup = written ? await write(place, before, edit, text) : null;
  const policy = policyInstead(place, readWslconfig(edit.bytes, place.readOptions));
  const json: WslconfigSetJson = {
    schema: 'wsl-netfix/wslconfig-set/1',
    file: place.file,
    networkingMode: mode,
    changes: edit.changed,
    written,
    diff: edit.diff,
    backup,
    needs: edit.changed ? ['wsl-shutdown'] : [],
    ...(policy === null ? {} : { policy }),
  };
  output.object(json);
  if (output.json) return exitCodes.ok;
  say(json, request, before === undefined, options);
  sayWhatSpoilsIt(edit.bytes, place, options);
  return exitCodes.ok;
}

async function needFolder({ file, folder, files }: WslconfigPlace, text: Text): Promise<void> {
  if (folder !== null && !(await files.exists(folder))) {
    throw new Refusal(text.wslconfig.refusals.noFolder(file, folder));
  }
}

function editOf(
  { file }: WslconfigPlace,
  before: Uint8Array | undefined,
  mode: NetworkingMode,
  text: Text,
): WslconfigEdit {
  try {
    return setNetworkingMode(before, mode);
  } catch (error) {
    if (!(error instanceof WslconfigEditError)) throw error;
    const { refusals } = text.wslconfig;
    throw new Refusal(
      error.reason === 'cannot-be-opened' ? refusals.notOpened(file) : refusals.doesNotTake(file),
    );
  }
}

/** The backup comes first: without it nothing is written. */
async function write(
  place: WslconfigPlace,
  before: Uint8Array | undefined,
  { bytes }: WslconfigEdit,
  text: Text,
): Promise<WslconfigBackup | null> {
  const { file, files, state } = place;
  const change = { now: place.clock.now(), file, before, after: bytes };
  const backup = await keepWslconfig(state, change).catch((error: unknown) => {
    throw new Refusal(text.cli.refusals.stateFolderUnusable(state.root, troubleOf(error, text)));
  });
  if (hashOf(await readPlace(place, text)) !== hashOf(before)) {
    throw new Refusal(text.wslconfig.refusals.changedMeanwhile(file));
  }
  await files.write(file, bytes).catch((error: unknown) => {
    throw new Refusal(text.wslconfig.refusals.cannotWrite(file, troubleOf(error, text)));
  });
  return backup;
}

function hashOf(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : sha256Of(bytes);
}

function say(
  { file, networkingMode, changes, written, diff, backup, policy }: WslconfigSetJson,
  { word }: SetRequest,
  isNew: boolean,
  { text, output }: SetOptions,
): void {
  const words = text.wslconfig;
  const spelt = networkingMode.toLowerCase();
  if (!changes) output.line(words.unchanged(file, spelt));
  else output.line(written ? words.written(file, spelt) : words.wouldWrite(file, spelt));
  for (const line of diff) output.line(`  ${line.sign} ${line.text}`);
  if (word !== spelt) output.line(words.olderName);
  if (backup !== null) output.line(words.backedUp(backup.path));
  else if (written && isNew) output.line(words.wasNotThere);
  if (changes) output.line(words.takesEffect);
  if (policy !== undefined) output.line(words.policyDecides(policy));
}

/** The mode is read, and another line of the file keeps WSL from starting with it. */
function sayWhatSpoilsIt(bytes: Uint8Array, place: WslconfigPlace, { text, output }: SetOptions): void {
  for (const remark of checkWslconfig(bytes, place.readOptions)) {
    if (remark.kind !== 'mode-overridden' && remark.kind !== 'aborts') continue;
    const { what, instead } = describeRemark(text.wslconfig.remarks, remark);
    output.line(text.wslconfig.line(remark.line, `${what} ${instead}`));
  }
}
