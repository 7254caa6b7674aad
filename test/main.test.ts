import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

describe('the Node check', () => {
  it('is for what package.json says in engines', async () => {
    const manifest = JSON.parse(await readFile('package.json', 'utf8')) as { engines: { node: string } };
    expect(manifest.engines.node).toBe('^22.22.2 || ^24.15 || >=26');
  });

  it.each(['22.22.2', '22.23.0', '24.15.0', '24.21.0', '26.0.0', '27.1.0'])(
    'lets Node %s in',
    async (version) => {
      expect(await startUnder(version)).toMatchObject({ exitCode: 0 });
    },
  );

  it.each(['18.20.8', '20.20.2', '22.22.1', '22.9.0', '23.11.0', '24.14.9', '25.9.0'])(
    'tells Node %s in one line what works',
    async (version) => {
      const { exitCode, stderr } = await startUnder(version);
      expect(exitCode).toBe(2);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toContain('npx -p node@24 -p wsl-netfix-tui wsl-netfix-tui');
    },
  );

  it('imports nothing before the version is known', async () => {
    expect(await readFile('src/main.ts', 'utf8')).not.toMatch(/^import /m);
  });
});

/** Starts the built program under a Node that says it is another. */
function startUnder(version: string): Promise<{ exitCode: number; stderr: string }> {
  const disguise = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`;
  const args = ['--import', disguise, 'dist/main.js', '--version'];
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, _, stderr) => {
      resolve({ exitCode: error === null ? 0 : Number(error.code), stderr });
    });
  });
}
