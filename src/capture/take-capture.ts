import type { Facts } from '../domain/facts.js';
import type { Host } from '../host/host.js';
import { captureSchema, describeHost, type Capture } from './capture.js';
import { readIdentity, type Identity } from './identity.js';
import { createMasker, type Masker } from './mask.js';
import type { Recorder } from './record.js';

export interface CaptureRequest {
  /** The machine itself: what it says of its person is asked here and not recorded. */
  readonly machine: Host;
  readonly recorder: Recorder;
  /** Of the diagnosis that was recorded. */
  readonly facts: Facts;
  /** When it was judged, milliseconds since 1970. */
  readonly at: number;
  /** Names to mask beside those that the machine tells. */
  readonly identity?: Partial<Identity>;
  readonly signal?: AbortSignal;
}

export interface TakenCapture {
  /** Masked, ready to be shown and written. */
  readonly capture: Capture;
  /** Masks whatever else goes out with it, in the same way: the diagnosis for the report. */
  readonly masker: Masker;
}

/** The capture of a diagnosis that ran on `recorder.host`. Never rejects. */
export async function takeCapture(request: CaptureRequest): Promise<TakenCapture> {
  const { machine, recorder, facts, at, signal } = request;
  const recording = recorder.recording(at);
  const capture: Capture = { schema: captureSchema, ...recording, host: describeHost(machine, facts) };
  const asked = await readIdentity(machine, signal);
  const { users = [], machines = [], domains = [], said = [] } = request.identity ?? {};
  const masker = createMasker(recording, {
    users: [...asked.users, ...users],
    machines: [...asked.machines, ...machines],
    domains: [...asked.domains, ...domains],
    said: [...asked.said, ...said],
  });
  return { capture: masker.recording(capture), masker };
}
