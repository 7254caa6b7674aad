import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const folders = ['src', 'machines'];

/** Each breaks one rule. They are planted in a copy, so that a crash leaves nothing behind. */
const planted: readonly { file: string; rule: string; text: string }[] = [
  {
    file: 'src/remedies/planted-upward.ts',
    rule: 'downwards-only',
    text: "import { verificationMachine } from '../../machines/verification.js';\nexport const planted = verificationMachine;\n",
  },
  {
    file: 'src/domain/planted-type.ts',
    rule: 'downwards-only',
    text: "import type { CaseView } from '../workflow/case-file.js';\nexport type Planted = CaseView;\n",
  },
  {
    file: 'src/host/planted-inline-type.ts',
    rule: 'downwards-only',
    text: "import { type CaseView } from '../workflow/case-file.js';\nexport type Planted = CaseView;\n",
  },
  {
    file: 'src/probes/planted-type-expression.ts',
    rule: 'downwards-only',
    text: "export type Planted = import('../workflow/case-file.js').CaseView;\n",
  },
  {
    file: 'src/causes/planted-reexport.ts',
    rule: 'downwards-only',
    text: "export type { CaseView } from '../workflow/case-file.js';\n",
  },
  {
    file: 'src/journal/planted-dynamic.ts',
    rule: 'downwards-only',
    text: "export const planted = () => import('../workflow/case-file.js');\n",
  },
  {
    file: 'src/ui/planted-files.tsx',
    rule: 'outside-only-through-host',
    text: "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n",
  },
  {
    file: 'src/workflow/planted-processes.ts',
    rule: 'outside-only-through-host',
    text: "import { spawn } from 'child_process';\nexport const planted = spawn;\n",
  },
  {
    file: 'src/cli/planted-network.ts',
    rule: 'command-line-knows-its-process',
    text: "import { connect } from 'node:net';\nexport const planted = connect;\n",
  },
  {
    file: 'src/probes/planted-execa.ts',
    rule: 'processes-only-in-host',
    text: "import { execa } from 'execa';\nexport const planted = execa;\n",
  },
  {
    file: 'src/workflow/planted-drawing.tsx',
    rule: 'drawing-only-in-ui',
    text: "import { Text } from 'ink';\nexport const planted = Text;\n",
  },
  {
    file: 'machines/planted-effect.ts',
    rule: 'machines-are-pure',
    text: "import { systemClock } from '../src/host/clock.js';\nexport const planted = systemClock;\n",
  },
  {
    file: 'machines/planted-files.ts',
    rule: 'outside-only-through-host',
    text: "import { readFile } from 'node:fs/promises';\nexport const planted = readFile;\n",
  },
  {
    file: 'src/domain/planted-value.ts',
    rule: 'domain-takes-types-only',
    text: "import { systemClock } from '../host/clock.js';\nexport const planted = systemClock;\n",
  },
  {
    file: 'src/wslconfig/planted-ini.ts',
    rule: 'own-grammar',
    text: "import { parse } from 'ini';\nexport const planted = parse;\n",
  },
  {
    file: 'src/text/planted-circle.ts',
    rule: 'no-circle',
    text: "import { other } from './planted-circle-too.js';\nexport const planted = () => other;\n",
  },
  {
    file: 'src/text/planted-circle-too.ts',
    rule: 'no-circle',
    text: "import { planted } from './planted-circle.js';\nexport const other = () => planted;\n",
  },
  {
    file: 'src/text/planted-nowhere.ts',
    rule: 'resolves',
    text: "import { nothing } from './planted-nothing.js';\nexport const planted = nothing;\n",
  },
];

describe('the layers', () => {
  it('hold: every source was seen, and none imports what it must not', async () => {
    const { modules, violations } = await judge(root);
    const sources = sourcesIn(root);
    expect(sources.length).toBeGreaterThan(100);
    expect(modules.filter((file) => /^(src|machines)\/.*\.tsx?$/.test(file)).sort()).toEqual(sources);
    expect(violations).toEqual([]);
  });

  it('have a place for every source', async () => {
    const { ruleSet } = await extractDepcruiseOptions(join(root, '.dependency-cruiser.js'));
    const layers = (ruleSet?.forbidden ?? [])
      .filter(({ name }) => name === 'downwards-only')
      .flatMap((rule) => ('to' in rule ? [rule.from.path, rule.to.path].flat() : []))
      .filter((path) => path !== undefined);
    expect(layers.length).toBeGreaterThan(12);
    const homeless = sourcesIn(root).filter(
      (file) => file !== 'src/assets.d.ts' && !layers.some((layer) => new RegExp(layer).test(file)),
    );
    expect(homeless).toEqual([]);
  });
});

describe('the check of the layers fails for', () => {
  let copy = '';
  let found: readonly string[] = [];

  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'layers-'));
    for (const name of [...folders, 'package.json', 'tsconfig.json']) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    for (const { file, text } of planted) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), text);
    }
    found = (await judge(copy)).violations;
  });
  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  it.each(planted)('$file ($rule)', ({ file, rule }) => {
    expect(
      found.filter((violation) => violation.startsWith(`${rule}: `) && violation.includes(file)),
    ).toHaveLength(1);
  });
});

async function judge(folder: string) {
  const options = await extractDepcruiseOptions(join(root, '.dependency-cruiser.js'));
  const { output } = await cruise(
    folders,
    { ...options, baseDir: folder, preserveSymlinks: true },
    undefined,
    { tsConfig: extractTSConfig(join(folder, 'tsconfig.json')) },
  );
  // Without an output type the answer is data; as text it would be a report.
  const { modules, summary } = output as ICruiseResult;
  return {
    modules: modules.map(({ source }) => source),
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}

/** Every .ts and .tsx file below src and machines, as the file system has them. */
function sourcesIn(folder: string): readonly string[] {
  return folders
    .flatMap((top) =>
      readdirSync(join(folder, top), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => `${top}/${name.replaceAll('\\', '/')}`),
    )
    .sort();
}
