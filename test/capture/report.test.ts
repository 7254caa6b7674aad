import { describe, expect, test } from 'vitest';
import { report } from '../../src/capture/report.js';
import type { Diagnosis } from '../../src/domain/diagnosis.js';
import { en } from '../../src/text/en.js';
import { zhCN } from '../../src/text/zh-CN.js';
import { takeOf } from './take.js';

async function reportOf(world: string, text = en): Promise<string> {
  const { capture, masker, diagnosis } = await takeOf(world);
  return report(masker.value(diagnosis), capture.host, text);
}

/** The titles of microsoft/WSL's form for bugs, in its order. */
const titles = [
  'Windows Version',
  'WSL Version',
  'Are you using WSL 1 or WSL 2?',
  'Kernel Version',
  'Distro Version',
  'Other Software',
  'Repro Steps',
  'Expected Behavior',
  'Actual Behavior',
  'Diagnostic Logs',
];

describe('a report', () => {
  test('answers the form of microsoft/WSL, with the code, the findings and the events', async () => {
    const text = await reportOf('classic-80041002');
    expect([...text.matchAll(/^### (.*)$/gm)].map(([, title]) => title)).toEqual(titles);
    expect(text).toContain('10.0.22631.4169');
    expect(text).toContain('2.2.4.0');
    expect(text).toContain('- [x] WSL 2');
    expect(text).toContain('ConfigureNetworking/HNS/0x80041002');
    expect(text).toMatch(/Hyper-V-VMMS-Admin 16000: /);
    expect(text).toContain('| vmware-bridge | ok |');
    // A bare angle bracket would be a tag, and not be seen.
    expect(text).not.toMatch(/<(?!\/?sub>)/);
  });

  test('names the software that is known to matter, and asks for the rest', async () => {
    const section = (text: string) => /### Other Software\n\n([\s\S]*?)\n\n###/.exec(text)?.[1] ?? '';
    const comodo = await reportOf('comodo-filter');
    expect(section(comodo)).toContain('- Comodo 12.2.2.7098');
    expect(section(comodo)).toContain('please complete');
    expect(comodo).toContain('0.0.0.0 (in-box)');
    expect(section(await reportOf('vmware-upgrade'))).toContain('- VMware');
    expect(section(await reportOf('consomme-fallback'))).toContain('- Docker Desktop (running)');
    expect(section(await reportOf('classic-80041002'))).toMatch(/^_\(please complete/);
  });

  test('says to a Chinese reader in Chinese what to do with it, and is English below', async () => {
    const chinese = await reportOf('classic-80041002-zh', zhCN);
    const [note = '', ...body] = chinese.split('\n\n### Windows Version');
    expect(note).toContain('WSL 团队');
    expect(body.join('')).toContain('WSL cannot set up its network.');
    expect(body.join('')).not.toContain('WSL 无法建立网络');
  });

  test('of a practice machine says that it is one', async () => {
    expect(await reportOf('healthy')).toContain('practice machine');
  });

  test('keeps markup and mentions of a machine from becoming its own', async () => {
    const { capture, diagnosis } = await takeOf('classic-80041002');
    const hostile: Diagnosis = {
      ...diagnosis,
      facts: {
        ...diagnosis.facts,
        distros: {
          distros: [{ name: '@team <img> `x`', version: 2, state: 'stopped', isDefault: true }],
          defaultVersion: 2,
        },
      },
      probes: [
        { id: 'wsl', result: { status: 'crashed', message: 'a | b\n### c', durationMs: 1 } },
        {
          id: 'wsl-start',
          result: {
            status: 'finding',
            durationMs: 1,
            findings: [
              {
                id: 'wsl-not-installed',
                probe: 'wsl',
                data: {},
                evidence: '````\n</details>\n### not a title',
              },
            ],
          },
        },
      ],
    };
    const text = report(hostile, capture.host, en);
    expect(text).toContain('`````text');
    expect(text).not.toContain('<img>');
    expect(text).not.toContain('@team');
    expect([...text.matchAll(/^### (.*)$/gm)].map(([, title]) => title)).toEqual(titles);
  });
});
