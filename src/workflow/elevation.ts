/** When Windows is asked for elevation, and until when it lasts: once for a plan, and for the way back where that needs it. */
import type { Plan, Step } from '../domain/plan.js';
import { ElevationRefused, type Elevation, type ElevationRequest } from '../host/elevation.js';
import type { Host } from '../host/host.js';
import { promisesOf, type MergedPromise, type SessionCourse } from '../journal/session-course.js';
import type { CaseFile } from './case-file.js';
import { atRest } from './settle-services.js';

export interface ElevationWork {
  /** For looking only: no service is promised anything. Rejects with `ElevationRefused`. */
  forLook(signal: AbortSignal): Promise<void>;
  /** Rejects with `ElevationRefused`; nothing has run then. */
  forPlan(plan: Plan, signal: AbortSignal): Promise<void>;
  /** Never rejects: without elevation the undo does what it can, and lists the rest. */
  forUndo(course: SessionCourse): Promise<void>;
  /** Ends the helper, after services are as they should be. */
  release(): Promise<void>;
}

export function createElevationWork(host: Host, caseFile: CaseFile): ElevationWork {
  let current: Elevation | null = null;

  const ask = async (request: ElevationRequest, signal?: AbortSignal) => {
    if (host.elevate === undefined) throw new ElevationRefused('failed', 'This machine has no helper.');
    current = await host.elevate(request, signal === undefined ? {} : { signal });
    const { by } = current;
    if (by !== 'already') caseFile.update({ elevatedBy: by });
  };

  const isElevated = () => host.elevate === undefined && caseFile.view().facts.elevation?.elevated === true;

  return {
    async forLook(signal) {
      if (!isElevated()) await ask({ services: [] }, signal);
    },
    async forPlan(plan, signal) {
      if (isElevated()) return;
      const services = plan.services.map(({ service, before, goal }) => ({ service, before, goals: [goal] }));
      await ask({ services: services.map(asRequest) }, signal);
    },
    async forUndo(course) {
      if (host.elevate === undefined || !needsElevation(course)) return;
      await ask({ services: promisesOf(course).map(asRequest) }).catch(() => undefined);
    },
    async release() {
      const ending = current;
      current = null;
      await ending?.close();
    },
  };
}

function asRequest({ service, before, goals }: MergedPromise) {
  return { service, before: atRest(before), goals: goals.map(atRest) };
}

/** Services that were touched may have to be started; steps whose undo reads and writes files of the person need nothing. */
function needsElevation(course: SessionCourse): boolean {
  const touched = course.plans.flatMap(({ steps }) => steps).filter((step) => step.touched);
  return touched.some(({ step }) => isElevated(step));
}

function isElevated({ actions, undo }: Step): boolean {
  return [...actions, ...undo.actions].some(
    (action) => action.kind === 'run' && action.command.elevation === 'admin',
  );
}
