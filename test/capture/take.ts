import { takeCapture, type TakenCapture } from '../../src/capture/take-capture.js';
import { createRecorder } from '../../src/capture/record.js';
import type { Identity } from '../../src/capture/identity.js';
import type { Diagnosis } from '../../src/domain/diagnosis.js';
import type { Host } from '../../src/host/host.js';
import type { Recording } from '../../src/host/replay/recording.js';
import { openReplayHost } from '../../src/host/replay/replay-host.js';
import { createCaseFile } from '../../src/workflow/case-file.js';
import { createDiagnosis } from '../../src/workflow/diagnosis.js';
import type { World } from '../../src/host/simulated/world.js';
import { openPractice } from '../workflow/diagnose.js';
import { temporaryFolder } from '../host/temporary-folder.js';

export interface Taken extends TakenCapture {
  readonly diagnosis: Diagnosis;
  readonly recording: Recording;
}

/** Records a whole diagnosis of a world, changed where a test wants it so. */
export async function takeOf(
  world: string,
  change?: (world: World) => void,
  identity: Partial<Identity> = {},
): Promise<Taken> {
  const { host: machine } = await openPractice(world, change);
  const recorder = createRecorder(machine);
  const diagnosis = await diagnoseOn(recorder.host);
  const { facts, at } = diagnosis;
  const taken = await takeCapture({ machine, recorder, facts, at, identity });
  return { ...taken, diagnosis, recording: recorder.recording(at) };
}

export async function replay(recording: Recording): Promise<Diagnosis> {
  return diagnoseOn(await openReplayHost(recording, { stateRoot: await temporaryFolder() }));
}

export async function diagnoseOn(host: Host): Promise<Diagnosis> {
  const caseFile = createCaseFile();
  const work = createDiagnosis({ host, caseFile });
  await work.runProbes({ signal: new AbortController().signal });
  await work.judge();
  const { diagnosis } = caseFile.view();
  if (diagnosis === null) throw new Error('There is no diagnosis.');
  return diagnosis;
}

/** What a replay may differ in: how long things took, and when it was judged. */
export function withoutTimes(diagnosis: Diagnosis): unknown {
  const json = JSON.stringify({ ...diagnosis, at: 0 }, (key, value: unknown) =>
    key === 'durationMs' ? undefined : value,
  );
  return JSON.parse(json) as unknown;
}
