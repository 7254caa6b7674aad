import {
  featureNames,
  type FeatureName,
  type FeatureState,
  type OptionalFeaturesFact,
} from '../domain/system-facts.js';
import { numberIn, recordsOf, textIn } from './json.js';
import { askQuestion } from './machine.js';
import script from './optional-features.ps1';
import { Skip, type Probe } from './probe.js';
import { wslWorks } from './wsl-works.js';

/** The Windows features around virtualization. Filtered by name: the whole list takes up to 20 s (commands.md section 1). */
export const optionalFeaturesProbe: Probe<'optionalFeatures'> = {
  id: 'optional-features',
  fact: 'optionalFeatures',
  after: ['wsl'],
  elevation: 'none',
  worker: 'own',
  usualMs: 5_000,
  timeoutMs: 18_000,
  async read(context) {
    const value = await askQuestion(context, {
      id: 'optional-features',
      args: {},
      script,
      worker: 'own',
      elevation: 'none',
      timeoutMs: 17_000,
    });
    return value instanceof Skip ? value : { features: parseFeatures(value) };
  },
  findings({ features }, known) {
    if (wslWorks(known) || known.wsl?.flavour === 'none') return [];
    const needed: readonly FeatureName[] = [
      'VirtualMachinePlatform',
      // WSL from the Store needs it for WSL 1 only.
      ...(known.wsl?.flavour === 'inbox' ? (['Microsoft-Windows-Subsystem-Linux'] as const) : []),
    ];
    return needed
      .filter((name) => features[name] === 'disabled' || features[name] === 'absent')
      .map((feature) => ({
        id: 'feature-off',
        probe: 'optional-features',
        data: { feature },
        evidence: `Win32_OptionalFeature ${feature}: ${features[feature]}`,
      }));
  },
};

/** InstallState 1 enabled, 2 disabled, 3 absent; a feature that this edition does not know is not listed. */
export function parseFeatures(value: unknown): OptionalFeaturesFact['features'] {
  const states = new Map<string, FeatureState>(
    recordsOf(value).map((record) => [
      textIn(record, 'Name'),
      ({ 1: 'enabled', 2: 'disabled', 3: 'absent' } as const)[numberIn(record, 'InstallState')] ?? 'unknown',
    ]),
  );
  // No answer at all is no knowledge; a list without the name is.
  const otherwise: FeatureState = states.size === 0 ? 'unknown' : 'absent';
  const entries = featureNames.map((name) => [name, states.get(name) ?? otherwise] as const);
  // The keys are exactly the names of the table.
  return Object.fromEntries(entries) as Record<FeatureName, FeatureState>;
}
