/** Case wsl-12074-0x80070422-server: Internet Connection Sharing is disabled on Windows Server 2022. */
import { defineWorld, starts } from './define-world.js';
import { disableService, setWindows, setWsl } from './machine.js';

export const icsDisabledServer = defineWorld(
  {
    id: 'ics-disabled-server',
    title: { en: 'Internet Connection Sharing is disabled', 'zh-CN': 'Internet 连接共享被禁用' },
    story: {
      en: 'On this Windows Server 2022 the service Internet Connection Sharing is disabled, and the network of WSL is of its kind: 0x80070422. Setting its start back to manual is the cure.',
      'zh-CN':
        '在这台 Windows Server 2022 上，Internet 连接共享服务被禁用，而 WSL 的网络正属于这种类型：0x80070422。将其启动类型恢复为手动即可修复。',
    },
    sources: ['wsl-12074-0x80070422-server'],
    expected: {
      health: 'broken',
      causes: ['ics-disabled'],
      start: starts.failingInHns('0x80070422'),
    },
  },
  (world) => {
    setWindows(world, '20348.2700', 'ServerStandard');
    setWsl(world, '2.2.4.0');
    disableService(world, 'SharedAccess');
    world.remoteSession = true;
  },
);
