/** The package has no types; this is the part that is used here. Objects have no prototype. */
declare module 'ini' {
  export function parse(text: string): Record<string, unknown>;
  export function stringify(value: Readonly<Record<string, unknown>>): string;
}
