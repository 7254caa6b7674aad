/** No report of WSL: what Windows would show if Hyper-V's classes were gone from WMI (causes.md section 3, rank 8). */
import { defineWorld, starts } from './define-world.js';

export const wmiBroken = defineWorld(
  {
    id: 'wmi-broken',
    title: { en: "Hyper-V's part of WMI is gone", 'zh-CN': 'WMI 中的 Hyper-V 部分丢失' },
    story: {
      en: "The class through which virtual switches are made is missing in WMI, and WMI's own check finds its repository inconsistent. Registering Hyper-V's classes anew brings them back.",
      'zh-CN':
        '用于创建虚拟交换机的类在 WMI 中缺失，WMI 自检也发现存储库不一致。重新注册 Hyper-V 的类即可恢复。',
    },
    invented: true,
    note: {
      en: 'Made up altogether: in no report of WSL was WMI at fault, or repairing it the cure.',
      'zh-CN': '完全虚构：没有任何 WSL 报告表明 WMI 有故障，或修复 WMI 有效。',
    },
    sources: [],
    expected: {
      health: 'broken',
      causes: ['wmi-provider-broken'],
      start: starts.failingInHns('0x80041010'),
    },
  },
  (world) => {
    world.wmi = { repository: 'inconsistent', switchService: 'class-missing' };
    world.hnsNetworks = [];
  },
);
