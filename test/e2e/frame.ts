import type { Practice } from './program.js';

/** A frame without what differs from run to run: the clock, session names, paths and durations. */
export function stableFrame(frame: string, machine: Practice): string {
  return frame
    .replaceAll(machine.folder, '‹folder›')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(-\d+)?/g, '‹session›')
    .replaceAll(/\b\d\d:\d\d:\d\d\b/g, '‹time›')
    .replaceAll(/\b\d+(\.\d+)? (s|ms)\b/g, '‹duration›')
    .replaceAll(/\b\d+(\.\d+)? (秒|毫秒)/g, '‹duration›');
}
