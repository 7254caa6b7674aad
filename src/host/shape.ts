/** Shapes: what a JSON value must look like, to the last key. What is read from disk is believed only after this. */
export interface Shape<T> {
  readonly optional: boolean;
  /** Where the value departs from the shape, for instance `.plan.steps[2].id`; null where it fits. */
  fault(value: unknown, path: string): string | null;
  /** Never there: carries the type. */
  readonly type?: T;
}

/** One shape for every property: a property that is added to the type and forgotten here does not compile. */
export type Fields<T> = { readonly [K in keyof T]-?: Shape<T[K]> };
type Kinds<T extends { readonly kind: string }> = {
  readonly [K in T['kind']]: Shape<Extract<T, { readonly kind: K }>>;
};

export function fits<T>(shape: Shape<T>, value: unknown): value is T {
  return shape.fault(value, '') === null;
}

export const string = simple<string>((value) => typeof value === 'string');
export const boolean = simple<boolean>((value) => typeof value === 'boolean');
export const number = simple<number>((value) => typeof value === 'number' && Number.isFinite(value));
export const index = simple<number>((value) => Number.isInteger(value) && Number(value) >= 0);
export const sha256 = matching(/^[0-9a-f]{64}$/);

export function matching(pattern: RegExp): Shape<string> {
  return simple((value) => typeof value === 'string' && pattern.test(value));
}

export function oneOf<const T extends string | number>(...values: readonly T[]): Shape<T> {
  return simple((value) => values.some((known) => known === value));
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return make((value, path) => (value === null ? null : shape.fault(value, path)));
}

export function optional<T>(shape: Shape<T>): Shape<T> {
  return { ...shape, optional: true };
}

export function array<T>(item: Shape<T>): Shape<readonly T[]> {
  return make((value, path) =>
    Array.isArray(value)
      ? firstFault(value.map((one, at) => () => item.fault(one, `${path}[${at}]`)))
      : named(path),
  );
}

export function dictionary<T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return make((value, path) =>
    isObject(value)
      ? firstFault(
          Object.entries(value).map(
            ([key, one]) =>
              () =>
                item.fault(one, `${path}.${key}`),
          ),
        )
      : named(path),
  );
}

/** Exactly these properties: unknown ones are a fault, too. */
export function object<T>(fields: Fields<T>): Shape<T> {
  const shapes = Object.entries<Shape<unknown>>(fields);
  return make((value, path) => {
    if (!isObject(value)) return named(path);
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
    if (unknown !== undefined) return `${path}.${unknown}`;
    return firstFault(
      shapes.map(([key, shape]) => () => {
        if (Object.hasOwn(value, key)) return shape.fault(value[key], `${path}.${key}`);
        return shape.optional ? null : `${path}.${key}`;
      }),
    );
  });
}

/** A union that `kind` tells apart. */
export function byKind<T extends { readonly kind: string }>(kinds: Kinds<T>): Shape<T> {
  const shapes = new Map(Object.entries<Shape<unknown>>(kinds));
  return make((value, path) => {
    const shape = isObject(value) && typeof value.kind === 'string' ? shapes.get(value.kind) : undefined;
    return shape === undefined ? `${path}.kind` : shape.fault(value, path);
  });
}

/** Anything that JSON can hold. */
export const json: Shape<unknown> = make(() => null);

/** A value without parts of its own. */
export function simple<T>(holds: (value: unknown) => boolean): Shape<T> {
  return make((value, path) => (holds(value) ? null : named(path)));
}

function make<T>(fault: Shape<T>['fault']): Shape<T> {
  return { optional: false, fault };
}

function firstFault(faults: readonly (() => string | null)[]): string | null {
  for (const fault of faults) {
    const found = fault();
    if (found !== null) return found;
  }
  return null;
}

function named(path: string): string {
  return path === '' ? '.' : path;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
