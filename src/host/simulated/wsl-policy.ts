/** HKLM\Software\Policies\WSL, which overrules .wslconfig (wsl.md section 5). */
import type { WslConfiguration, ConfiguredMode } from './networking-mode.js';
import { subtree, valueOf } from './registry.js';
import type { World } from './world.js';

export const wslPolicies = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\WSL';

const modes: Readonly<Record<number, ConfiguredMode>> = {
  0: 'None',
  1: 'Nat',
  3: 'Mirrored',
  4: 'VirtioProxy',
};

/** The configuration that counts. No network is always allowed. */
export function withPolicy(world: World, configuration: WslConfiguration): WslConfiguration {
  const standard = modes[policy(world, 'DefaultNetworkingMode') ?? -1] ?? 'Nat';
  if (!configuration.modeIsSet) return { ...configuration, mode: standard };
  const allowed = policy(world, 'AllowNetworkingModeUserSetting') !== 0;
  if (allowed || configuration.mode === 'None' || configuration.mode === standard) return configuration;
  return {
    ...configuration,
    mode: standard,
    warnings: [
      ...configuration.warnings,
      { sentence: (text) => text.wsl.settingOverridden('wsl2.networkingMode'), codePath: null },
    ],
  };
}

function policy(world: World, name: string): number | undefined {
  const value = valueOf(Object.values(subtree(world, wslPolicies))[0] ?? {}, name);
  return value?.type === 'REG_DWORD' ? value.data : undefined;
}
