/** Healthy machines in the other languages, each of another kind. */
import type { World, WorldLanguage } from '../world.js';
import { defineWorld, starts } from './define-world.js';
import type { WorldDefinition } from './definition.js';
import { setLanguage, setPlatformOnly, setWindows, setWsl, writeWslconfig } from './machine.js';

const nothingWrong = {
  en: 'Nothing is wrong: WSL starts with NAT networking.',
  'zh-CN': '一切正常：WSL 以 NAT 网络启动。',
} as const;

function healthyIn(
  language: WorldLanguage,
  title: WorldDefinition['title'],
  change: (world: World) => void,
): WorldDefinition {
  const id = `healthy-${language === 'zh-CN' ? 'zh' : language}`;
  const expected = { health: 'healthy', causes: [], start: starts.well } as const;
  return defineWorld({ id, title, story: nothingWrong, sources: [], expected }, (world) => {
    change(world);
    setLanguage(world, language);
  });
}

export const healthyZh = healthyIn(
  'zh-CN',
  { en: 'A healthy machine in Chinese', 'zh-CN': '一台健康的中文计算机' },
  (world) => {
    setWindows(world, '22631.4460');
    setWsl(world, '2.7.11.0');
  },
);

/** `PendingFileRenameOperations` is set on nearly every machine and says nothing (commands.md section 1). */
export const healthyDe = healthyIn(
  'de',
  { en: 'A healthy machine in German, with WSL 2.9', 'zh-CN': '一台健康的德文计算机（WSL 2.9）' },
  (world) => {
    setWindows(world, '26200.9100');
    setWsl(world, '2.9.4.0');
    world.registry['HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager'] = {
      PendingFileRenameOperations: {
        type: 'REG_MULTI_SZ',
        data: ['\\??\\C:\\Windows\\Temp\\update.tmp', ''],
      },
    };
  },
);

export const healthyJa = healthyIn(
  'ja',
  { en: 'A healthy Windows Home in Japanese', 'zh-CN': '一台健康的日文家庭版计算机' },
  (world) => {
    setWindows(world, '26100.4061');
    setPlatformOnly(world);
    setWsl(world, '2.7.11.0');
  },
);

export const healthyRu = healthyIn(
  'ru',
  { en: 'A healthy Windows 10 in Russian', 'zh-CN': '一台健康的俄文 Windows 10 计算机' },
  (world) => {
    setWindows(world, '19045.4894');
    setWsl(world, '2.2.4.0');
  },
);

export const healthyEs = healthyIn(
  'es',
  { en: 'A healthy machine in Spanish', 'zh-CN': '一台健康的西班牙文计算机' },
  (world) => {
    setWindows(world, '22631.3880');
    setPlatformOnly(world, 'Professional');
    setWsl(world, '2.5.10.0');
    writeWslconfig(world, '# memoria para los contenedores', '[wsl2]', 'memory=8GB');
  },
);
