import type { FirewallProfile } from '../domain/network-facts.js';
import script from './firewall-profiles.ps1';
import { recordsOf, textIn } from './json.js';
import { askQuestion } from './machine.js';
import { Skip, type Probe } from './probe.js';
import { wslWorks } from './wsl-works.js';

/** The firewall's profiles as they count now, policy included. Names are keys of Windows and not translated. */
export const firewallProfilesProbe: Probe<'firewallProfiles'> = {
  id: 'firewall-profiles',
  fact: 'firewallProfiles',
  after: [],
  elevation: 'none',
  worker: 'shared',
  usualMs: 2_000,
  timeoutMs: 16_000,
  async read(context) {
    const value = await askQuestion(context, {
      id: 'firewall-profiles',
      args: {},
      script,
      worker: 'shared',
      elevation: 'none',
      timeoutMs: 15_000,
    });
    return value instanceof Skip ? value : { profiles: parseProfiles(value) };
  },
  findings({ profiles }, known) {
    if (wslWorks(known)) return [];
    return profiles
      .filter(
        ({ enabled, inboundRulesCount, localRulesCount }) =>
          enabled && !(inboundRulesCount && localRulesCount),
      )
      .map(({ name, inboundRulesCount }) => {
        const rule = inboundRulesCount
          ? ('AllowLocalFirewallRules' as const)
          : ('AllowInboundRules' as const);
        return {
          id: 'firewall-policy',
          probe: 'firewall-profiles',
          data: { profile: name, rule },
          evidence: `Get-NetFirewallProfile ${name}: ${rule} = False`,
        };
      });
  },
};

const names: Readonly<Record<string, FirewallProfile['name']>> = {
  domain: 'domain',
  private: 'private',
  public: 'public',
};

export function parseProfiles(value: unknown): readonly FirewallProfile[] {
  return recordsOf(value).flatMap((record) => {
    const name = names[textIn(record, 'Name').toLowerCase()];
    if (name === undefined) return [];
    return [
      {
        name,
        enabled: record.Enabled === true,
        inboundRulesCount: record.AllowInbound !== false,
        localRulesCount: record.AllowLocalRules !== false,
      },
    ];
  });
}
