/** IPv4 in its three spellings: dotted, mask, and the little-endian hex of /proc/net/route. */

export function prefixToMask(prefixLength: number): string {
  return [0, 8, 16, 24]
    .map((start) => 256 - 2 ** (8 - Math.min(8, Math.max(0, prefixLength - start))))
    .join('.');
}

/** undefined where it is not a mask of leading ones. */
export function maskToPrefix(mask: string): number | undefined {
  return Array.from({ length: 33 }, (_, prefix) => prefix).find((prefix) => prefixToMask(prefix) === mask);
}

export function isAddress(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
}

/** `172.20.0.1` as `010014AC`. */
export function routeHex(address: string): string {
  return address
    .split('.')
    .map((part) => Number(part).toString(16).padStart(2, '0').toUpperCase())
    .reverse()
    .join('');
}
