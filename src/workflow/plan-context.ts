import type { Facts } from '../domain/facts.js';
import type { Host } from '../host/host.js';
import { networkConfigurationQuestion } from '../probes/network-configuration.js';
import type { PlanContext, Remedy } from '../remedies/remedy.js';

/** Everything that a remedy plans from: facts, places, and the files that its edits start from, as they are now. */
export async function planContext(
  host: Host,
  remedy: Remedy,
  facts: Facts,
  target: string | null,
): Promise<PlanContext> {
  const paths = remedy.inputs?.(host.paths) ?? [];
  const files = await Promise.all(paths.map(async (path) => [path, await host.files.read(path)] as const));
  return {
    facts,
    paths: host.paths,
    target,
    files: new Map(files),
    questions: { networkConfiguration: networkConfigurationQuestion },
  };
}
