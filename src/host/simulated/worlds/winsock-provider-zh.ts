/** Cases wsl-4177-sangfor-lsp and wsl-5351-vpn-adapter: a VPN's provider in Winsock, in the time of the in-box WSL. */
import { defineWorld } from './define-world.js';
import { addService, setInboxWsl, setLanguage, setPlatformOnly, setWindows } from './machine.js';

export const winsockProviderZh = defineWorld(
  {
    id: 'winsock-provider-zh',
    title: { en: 'A VPN sits in Winsock', 'zh-CN': 'VPN 挂接在 Winsock 中' },
    story: {
      en: 'A VPN client put a provider of its own between programs and Winsock, and wsl.exe cannot use the sockets that it gives: 0x8007273d. Removing the VPN, or resetting Winsock and restarting, takes it out. The machine speaks Chinese.',
      'zh-CN':
        'VPN 客户端在程序与 Winsock 之间插入了自己的提供程序，wsl.exe 无法使用它给出的套接字：0x8007273d。卸载 VPN，或重置 Winsock 并重新启动，即可去除。系统语言为中文。',
    },
    sources: ['wsl-4177-sangfor-lsp', 'wsl-5351-vpn-adapter'],
    expected: {
      health: 'broken',
      causes: ['winsock-provider'],
      start: { network: null, code: '0x8007273d' },
    },
  },
  (world) => {
    setWindows(world, '19041.264');
    setPlatformOnly(world, 'Professional');
    setInboxWsl(world);
    setLanguage(world, 'zh-CN');
    addService(world, 'SangforSP', 'Sangfor SSL VPN');
    world.winsock.providers.push({
      id: 1042,
      name: 'Sangfor over [MSAFD Tcpip [TCP/IP]]',
      path: 'C:\\Program Files (x86)\\Sangfor\\SSL\\ClientComponent\\SangforTcpDrv.dll',
      layered: true,
      ownHandles: true,
    });
  },
);
