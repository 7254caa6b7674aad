/** Cases docker-10669-80041002 and microsoft/WSL#5329, #5340: Comodo before 12.2.2.8012, in the time of the in-box WSL. */
import { installSoftware } from '../installed-software.js';
import { switchNotFound } from '../network-components.js';
import { defineWorld } from './define-world.js';
import { addService, setInboxWsl, setWindows } from './machine.js';
import { addSwitchFailures } from './vswitch-evidence.js';

export const comodoFilter = defineWorld(
  {
    id: 'comodo-filter',
    title: { en: 'A security filter in the way', 'zh-CN': '安全软件的筛选器阻挡' },
    story: {
      en: 'An old Comodo Internet Security filters every network adapter. Windows cannot add a virtual one beside it, even while Comodo is switched off. A newer version, or removing it, is what helped.',
      'zh-CN':
        '旧版 Comodo Internet Security 筛选每个网络适配器。即使关闭 Comodo，Windows 也无法添加虚拟适配器。升级或卸载它才有效。',
    },
    sources: ['docker-10669-80041002'],
    expected: {
      health: 'broken',
      causes: ['security-software-filter'],
      start: { network: null, code: switchNotFound },
    },
  },
  (world, now) => {
    setWindows(world, '19042.928');
    setInboxWsl(world);
    installSoftware(world, '{C6E9E7A4-3B1F-4E6C-9C0A-5B7C1C1B2F52}', {
      name: 'COMODO Internet Security Premium',
      version: '12.2.2.7098',
      publisher: 'COMODO Security Solutions Inc.',
    });
    addService(world, 'cmdagent', 'COMODO Internet Security Helper Service');
    addService(world, 'inspect', 'COMODO Internet Security Firewall Driver', {
      type: 'driver',
      startType: 'system',
    });
    for (const { alias } of world.adapters)
      world.bindings.push({ adapter: alias, componentId: 'inspect', enabled: true });
    addSwitchFailures(world, now);
  },
);
