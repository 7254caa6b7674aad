/** Bytes as Windows shows them: `12.3 GB` counts 2^30 bytes a gigabyte. The same in every language. */
export function sizeText(bytes: number): string {
  const gigabytes = bytes / 2 ** 30;
  return gigabytes >= 1 ? `${gigabytes.toFixed(1)} GB` : `${Math.ceil(bytes / 2 ** 20)} MB`;
}
