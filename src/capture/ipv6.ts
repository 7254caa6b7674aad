/** The eight groups of an IPv6 address as numbers, or undefined where it is none (a time, a C++ name, a MAC). */
export function groupsOf(text: string): readonly number[] | undefined {
  const [head = '', tail, ...more] = withoutDotted(text).split('::');
  if (more.length > 0) return undefined;
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array<string>(tail === undefined ? 0 : missing).fill('0'), ...after];
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : undefined;
}

export function isIpv6(text: string): boolean {
  return groupsOf(text) !== undefined;
}

/** The last four octets in dots, as in `::ffff:192.0.2.1`, are two groups. */
function withoutDotted(text: string): string {
  return text.replace(/(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/, (_, ...found: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = found.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
}
