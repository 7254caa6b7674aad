import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

describe('the Node check', () => {
  it('accepts what package.json says in engines', async () => {
    const source = await readFile('src/main.ts', 'utf8');
    const manifest = JSON.parse(await readFile('package.json', 'utf8')) as { engines: { node: string } };
    expect(manifest.engines.node).toBe('^22.22.2 || ^24.15 || >=26');

    const supported = (version: string): boolean => {
      const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
      const expression = /const supported =\s*([^;]+);/.exec(source)?.[1] ?? '';
      return new Function('major', 'minor', 'patch', `return ${expression}`)(major, minor, patch) as boolean;
    };
    for (const version of ['22.22.2', '22.23.0', '24.15.0', '24.21.0', '26.0.0', '27.1.0']) {
      expect([version, supported(version)]).toEqual([version, true]);
    }
    for (const version of ['18.20.8', '20.20.2', '22.22.1', '22.9.0', '23.11.0', '24.14.9', '25.9.0']) {
      expect([version, supported(version)]).toEqual([version, false]);
    }
  });

  it('imports nothing before the version is known', async () => {
    const source = await readFile('src/main.ts', 'utf8');
    expect(source).not.toMatch(/^import /m);
  });
});
