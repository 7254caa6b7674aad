import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, hashOf, sha256Of } from '../../src/domain/hash.js';

test('the hash of a value survives a way through a file, and does not see the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(hashOf(JSON.parse(JSON.stringify(value)))).toBe(hashOf(value));
    }),
  );
  expect(hashOf({ a: 1, b: [1, 2] })).toBe(hashOf({ b: [1, 2], a: 1 }));
});

test('what differs in value, order of items or kind has another hash', () => {
  const hashes = [{ a: 1 }, { a: '1' }, { a: null }, { a: [1, 2] }, { a: [2, 1] }, {}].map(hashOf);
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('canonical JSON leaves undefined properties out', () => {
  expect(canonicalJson({ b: undefined, a: [true, 'x'] })).toBe('{"a":[true,"x"]}');
});

test('sha256 of nothing is the known one', () => {
  expect(sha256Of('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
