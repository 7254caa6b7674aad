import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { neverRan, ranBy } from './script-list.js';

const src = fileURLToPath(new URL('../../../../src/', import.meta.url));
const test = fileURLToPath(new URL('../../../', import.meta.url));

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((name) =>
  name.replaceAll('\\', '/'),
);
const inFiles = files.filter((name) => name.endsWith('.ps1'));
/** `encodeScript` makes an argument, and is no script. */
const inTypeScript = files
  .filter((name) => name.startsWith('host/') && name.endsWith('.ts'))
  .flatMap((name) => [
    ...readFileSync(`${src}${name}`, 'utf8').matchAll(/^export (?:const|function) (\w+Script)\b/gm),
  ])
  .flatMap(([, name = '']) => name)
  .filter((name) => name !== 'encodeScript');

describe('scripts on a real PowerShell', () => {
  it('are all of them', () => {
    expect(inTypeScript.length).toBeGreaterThan(5);
    expect([...ranBy.keys()].sort()).toEqual([...inFiles, ...inTypeScript].sort());
  });

  it('are run by tests that exist', () => {
    for (const [script, by] of ranBy) {
      const own = script.split('/').at(-1) ?? script;
      const sources = [
        by,
        'host/windows/powershell/question-cases.ts',
        'host/windows/powershell/command-cases.ts',
      ];
      const text = sources.map((name) => readFileSync(`${test}${name}`, 'utf8')).join('\n');
      expect(text).toContain(own);
    }
  });

  it('ran as they are, but for what only Windows has', () => {
    for (const [script, reason] of Object.entries(neverRan)) {
      expect(ranBy.has(script)).toBe(true);
      expect(reason).not.toBe('');
    }
  });

  it('are told of truly in the README', () => {
    const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
    for (const script of Object.keys(neverRan)) expect(readme).toContain(script.split('/').at(-1));
  });
});
