/** Case wsl-10889-technitium: a DNS server listens on every address. */
import { defineWorld, starts } from './define-world.js';
import { addService, setWindows, setWsl } from './machine.js';

export const port53Taken = defineWorld(
  {
    id: 'port-53-taken',
    title: { en: 'A DNS server took port 53', 'zh-CN': 'DNS 服务器占用了 53 端口' },
    story: {
      en: 'A DNS server of the person listens on UDP port 53 of every address, where connection sharing wants to answer for WSL: 0xffffffff. Stopping it, starting WSL and starting it again works until the next restart.',
      'zh-CN':
        '用户自己的 DNS 服务器监听所有地址的 UDP 53 端口，而连接共享要在那里为 WSL 应答：0xffffffff。停止它，启动 WSL，再启动它，在下次重新启动之前有效。',
    },
    sources: ['wsl-10889-technitium', 'wsl-10709-c-acrylic'],
    expected: {
      health: 'broken',
      causes: ['port-53-taken'],
      start: starts.failingInHns('0xffffffff'),
    },
  },
  (world) => {
    setWindows(world, '22621.2715');
    setWsl(world, '2.0.9.0');
    addService(world, 'DnsService', 'Technitium DNS Server', { pid: 3344 });
    world.udpPort53.push({
      localAddress: '0.0.0.0',
      process: 'DnsService',
      pid: 3344,
      service: 'DnsService',
    });
  },
);
