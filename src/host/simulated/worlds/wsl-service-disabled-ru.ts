/** Cases wsl-11501-wslservice-av and wsl-7277-kaspersky: security software switches WSL's own service off. */
import { installSoftware } from '../installed-software.js';
import { defineWorld } from './define-world.js';
import { addService, disableService, setLanguage, setWindows, setWsl } from './machine.js';

export const wslServiceDisabledRu = defineWorld(
  {
    id: 'wsl-service-disabled-ru',
    title: { en: "WSL's own service is disabled", 'zh-CN': 'WSL 自身的服务被禁用' },
    story: {
      en: 'Security software took WSL for a weakness and disabled its service. It is no fault of the network: WSL does not even begin. Allowing the service helps, and the software may disable it again. The machine speaks Russian.',
      'zh-CN':
        '安全软件将 WSL 视为漏洞并禁用了其服务。这不是网络故障：WSL 根本没有开始启动。重新允许该服务有效，但安全软件可能再次禁用它。系统语言为俄语。',
    },
    sources: ['wsl-11501-wslservice-av', 'wsl-7277-kaspersky'],
    expected: {
      health: 'broken',
      causes: ['wsl-service-disabled'],
      start: { network: null, code: 'Wsl/0x80070422' },
    },
  },
  (world) => {
    setWindows(world, '22631.3374');
    setWsl(world, '2.1.5.0');
    disableService(world, 'WSLService');
    installSoftware(world, '{5CB76C3D-0B6D-4F2A-9A31-9B2C9D7F7E10}', {
      name: 'Kaspersky',
      version: '21.16.6.467',
      publisher: 'AO Kaspersky Lab',
    });
    addService(world, 'AVP21.16', 'Kaspersky Service', { protected: true });
    addService(world, 'klim6', 'Kaspersky NDIS 6 Filter', { type: 'driver', startType: 'system' });
    setLanguage(world, 'ru');
  },
);
