import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { Language, Parser, type Node } from 'web-tree-sitter';
import { commandCases } from '../host/windows/powershell/command-cases.js';
import { sweepTestSwitchesScript, testSwitchScript } from '../../src/host/test-switch-scripts.js';

const root = fileURLToPath(new URL('../../src/', import.meta.url));
const scripts = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ps1'))
  .sort();
const textOf = (name: string) => readFileSync(join(root, name), 'utf8');

let parser: Parser;

beforeAll(async () => {
  const require = createRequire(import.meta.url);
  await Parser.init();
  const language = await Language.load(require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm'));
  parser = new Parser();
  parser.setLanguage(language);
});

describe('every PowerShell script', () => {
  test('is here', () => {
    expect(scripts.length).toBeGreaterThan(15);
  });

  test.each(scripts)('%s parses', (name) => {
    expect(troublesIn(parse(textOf(name)))).toEqual([]);
  });

  test.each(scripts)('%s holds one statement a line', (name) => {
    expect(crowdedIn(parse(textOf(name)))).toEqual([]);
  });

  test('those of the test switch parse, one statement a line', () => {
    for (const script of [testSwitchScript('wslnetfix-0a1b2c3d'), sweepTestSwitchesScript]) {
      expect([troublesIn(parse(script)), crowdedIn(parse(script))]).toEqual([[], []]);
    }
  });

  test.each(commandCases)('$name parses, and is ASCII', ({ script }) => {
    expect(troublesIn(parse(script))).toEqual([]);
    expect(script).toMatch(/^[\x0a\x20-\x7e]+$/);
  });

  // Windows PowerShell 5.1 knows none of them.
  test.each(scripts)('%s stays within Windows PowerShell 5.1, and in ASCII', (name) => {
    const text = textOf(name);
    expect(text).not.toMatch(
      /\?\?|\?\.[A-Za-z[]|&&|\|\||-Parallel\b|ConvertFrom-Json [^\n]*-AsHashtable|\$IsWindows\b/,
    );
    expect(text).not.toMatch(/[^\x09\x0a\x20-\x7e]/);
  });

  test('a broken one is noticed', () => {
    expect(troublesIn(parse('if ($true) { Get-Process'))).not.toEqual([]);
    expect(troublesIn(parse("$a = @{ Name = 'x' "))).not.toEqual([]);
    expect(crowdedIn(parse('$a = 1\n$b = 2; $c = 3\n'))).toEqual(['$c = 3']);
  });
});

function parse(script: string): Node {
  const tree = parser.parse(script);
  if (tree === null) throw new Error('There is no tree.');
  return tree.rootNode;
}

function troublesIn(node: Node): readonly string[] {
  if (!node.hasError) return [];
  const own =
    node.isError || node.isMissing ? [`${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`] : [];
  return [...own, ...node.children.flatMap((child) => troublesIn(child))];
}

/** Statements that begin on the line on which the one before ends. Blocks of one line, as in `ForEach-Object { … }`, are left alone. */
function crowdedIn(node: Node): readonly string[] {
  const children = node.children;
  const statements =
    node.type === 'statement_list'
      ? children.filter(({ isNamed, type }) => isNamed && type !== 'empty_statement')
      : [];
  const isInline = node.startPosition.row === node.endPosition.row;
  const crowded = statements.filter(
    ({ startPosition }, index) => statements[index - 1]?.endPosition.row === startPosition.row,
  );
  return [
    ...(isInline ? [] : crowded.map(({ text }) => text)),
    ...children.flatMap((child) => crowdedIn(child)),
  ];
}
