import leven from 'leven';

/**
 * The names that somebody may have meant, nearest first, three at most. Names that begin with what was written count as
 * near; others must differ in fewer letters than half their length, and hardly more than the nearest does.
 */
export function nearestNames(written: string, names: readonly string[]): readonly string[] {
  const wanted = written.toLowerCase();
  const near = names
    .map((name) => ({ name, distance: distanceOf(wanted, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance < Math.max(2, name.length / 2))
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name));
  const best = near[0]?.distance ?? 0;
  return near
    .filter(({ distance }) => distance <= best + 1)
    .slice(0, 3)
    .map(({ name }) => name);
}

function distanceOf(wanted: string, name: string): number {
  if (wanted !== '' && name.startsWith(wanted)) return 0.5;
  // Words of a name are often left out: `virtioproxy` for `wslconfig-virtioproxy`.
  if (wanted.length > 2 && name.includes(wanted)) return 1;
  return leven(wanted, name);
}
