/**
 * Who may import whom (design.md section 2). Type-only imports count: a type from above is a dependency like any other.
 * `test/layers.test.ts` runs these rules and shows that they bite; `npx depcruise src machines` prints them by hand.
 */

/** From top to bottom; a layer imports itself and what is below it. */
const layers = [
  '^src/(main\\.ts|cli/)',
  '^src/ui/',
  '^src/workflow/',
  '^machines/',
  '^src/(explain|capture)/',
  '^src/probes/',
  '^src/causes/',
  '^src/remedies/',
  '^src/wslconfig/',
  '^src/journal/',
  '^src/text/',
  '^src/domain/',
  '^src/host/',
];

const notNodeModules = '^node_modules/';

/** Node's own modules that only compute; all others reach the outside. */
const computing = '^(crypto|path|util|url|buffer|string_decoder)(/|$)';

const downwardsOnly = layers.slice(1).map((layer, above) => ({
  name: 'downwards-only',
  comment: 'Layers import downwards only.',
  severity: 'error',
  from: { path: layer },
  to: { path: layers.slice(0, above + 1) },
}));

const packageOnlyIn = (name, packages, folders) => ({
  name,
  severity: 'error',
  from: { path: '^(src|machines)/', pathNot: folders },
  to: { path: packages.map((each) => `^node_modules/(@types/)?${each}/`) },
});

export default {
  forbidden: [
    ...downwardsOnly,
    {
      name: 'outside-only-through-host',
      comment: 'Only src/host touches processes, files, network and clock.',
      severity: 'error',
      from: { path: '^(src|machines)/', pathNot: ['^src/host/', '^src/cli/'] },
      to: { dependencyTypes: ['core'], pathNot: computing },
    },
    {
      name: 'command-line-knows-its-process',
      comment: 'src/cli has an argv, streams and an exit code, and nothing else of the outside.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { dependencyTypes: ['core'], pathNot: [computing, '^process$'] },
    },
    packageOnlyIn('processes-only-in-host', ['execa', 'iconv-lite'], '^src/host/'),
    packageOnlyIn('drawing-only-in-ui', ['ink', 'ink-select-input', 'react'], '^src/(ui|cli)/'),
    packageOnlyIn('flow-only-above', ['xstate', '@xstate/react'], '^(machines/|src/(workflow|ui|cli)/)'),
    {
      name: 'machines-are-pure',
      comment: 'Machines know the words of the domain and XState; every effect is provided.',
      severity: 'error',
      from: { path: '^machines/' },
      to: { pathNot: ['^machines/', '^src/domain/', '^node_modules/xstate/'] },
    },
    {
      name: 'domain-takes-types-only',
      comment: 'The words of the domain name the words of the host, and run nothing of it.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '^src/host/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'own-grammar',
      comment: '.wslconfig has a grammar of its own, which a parser for other files would damage.',
      severity: 'error',
      from: { path: '^src/wslconfig/' },
      to: { path: '^node_modules/ini/' },
    },
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolves',
      comment: 'What is not found cannot be judged.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: notNodeModules },
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
