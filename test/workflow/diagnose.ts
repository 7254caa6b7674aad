import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Depth, Diagnosis } from '../../src/domain/diagnosis.js';
import type { Finding, FindingId } from '../../src/domain/findings.js';
import type { Clock } from '../../src/host/host.js';
import type { Pace } from '../../src/host/simulated/pace.js';
import { openSimulatedHost, type SimulatedHost } from '../../src/host/simulated/simulated-host.js';
import type { World } from '../../src/host/simulated/world.js';
import { findWorld } from '../../src/host/simulated/worlds/worlds.js';
import { createCaseFile, type CaseFile } from '../../src/workflow/case-file.js';
import { createDiagnosis, type DiagnosisWork } from '../../src/workflow/diagnosis.js';

export interface Practice {
  readonly host: SimulatedHost;
  readonly caseFile: CaseFile;
  readonly work: DiagnosisWork;
}

/** A practice machine, changed where a test wants it so. */
export async function openPractice(
  id: string,
  change: (world: World) => void = () => undefined,
  time: { readonly pace: Pace; readonly clock?: Clock } = { pace: 'instant' },
): Promise<Practice> {
  const definition = findWorld(id);
  if (definition === undefined) throw new Error(`There is no world ${id}.`);
  const world = definition.make(time.clock?.now() ?? Date.now());
  change(world);
  const stateRoot = mkdtempSync(join(tmpdir(), 'wsl-netfix-diagnosis-'));
  onTestFinished(() => {
    rmSync(stateRoot, { recursive: true, force: true });
  });
  const host = await openSimulatedHost({ world, stateRoot, ...time });
  const caseFile = createCaseFile();
  return { host, caseFile, work: createDiagnosis({ host, caseFile }) };
}

/** One whole diagnosis. */
export async function diagnose(practice: Practice, depth: Depth = 'usual'): Promise<Diagnosis> {
  await practice.work.runProbes({ signal: new AbortController().signal, depth });
  await practice.work.judge();
  const { diagnosis } = practice.caseFile.view();
  if (diagnosis === null) throw new Error('There is no diagnosis.');
  return diagnosis;
}

export function findingOf<Id extends FindingId>(
  diagnosis: Diagnosis,
  id: Id,
): Extract<Finding, { readonly id: Id }> {
  const found = diagnosis.findings.find(
    (finding): finding is Extract<Finding, { readonly id: Id }> => finding.id === id,
  );
  if (found === undefined) throw new Error(`There is no finding ${id}.`);
  return found;
}
