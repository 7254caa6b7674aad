import { loadWorld, worldFile } from './world-store.js';

/** Id of the world that a folder holds, null where it holds none. Rejects with `WorldFileError` where its file is damaged. */
export function readStoredWorldId(folder: string): Promise<string | null> {
  return Promise.resolve().then(() => loadWorld(worldFile(folder))?.about.id ?? null);
}
