/** What is said about `settings.ini`, the program's own settings. */
import type { UsageSentence } from './cli.js';

export interface SettingsText {
  readonly noFile: string;
  readonly notSet: string;
  written(key: string, value: string, path: string): string;
  /** Of a file with comments, or with what is no setting at all. */
  copied(path: string): string;
  badValue(path: string, key: string, value: string, allowed: string): string;
  unknownKey(path: string, key: string): string;
  unreadable(path: string, why: string): string;
  cannotWrite(path: string, why: string): UsageSentence;
}

export const en: SettingsText = {
  noFile: 'There is no such file yet; wsl-netfix-tui settings set makes it.',
  notSet: 'not set',
  written: (key, value, path) => `${key}=${value} is written to ${path}.`,
  copied: (path) => `Comments, and lines that are no settings, were not kept. The file as it was: ${path}`,
  badValue: (path, key, value, allowed) =>
    `${path}: ${key} cannot be “${value}”, so it is ignored. Possible: ${allowed}.`,
  unknownKey: (path, key) => `${path}: there is no setting “${key}”, so it is ignored.`,
  unreadable: (path, why) => `${path} cannot be read, so no setting counts: ${why}`,
  cannotWrite: (path, why) => ({
    error: `${path} cannot be written: ${why} It is as it was.`,
    hint: 'Close what has it open or give yourself access to it, then run the command again.',
  }),
};

export const zhCN: SettingsText = {
  noFile: '还没有这个文件；wsl-netfix-tui settings set 会创建它。',
  notSet: '未设置',
  written: (key, value, path) => `已将 ${key}=${value} 写入 ${path}。`,
  copied: (path) => `注释和不是设置的行没有保留。原来的文件在：${path}`,
  badValue: (path, key, value, allowed) => `${path}：${key} 不能是“${value}”，已忽略。可用的值：${allowed}。`,
  unknownKey: (path, key) => `${path}：没有“${key}”这项设置，已忽略。`,
  unreadable: (path, why) => `无法读取 ${path}，其中的设置都不起作用：${why}`,
  cannotWrite: (path, why) => ({
    error: `无法写入 ${path}：${why}文件保持原样。`,
    hint: '请关闭占用它的程序或取得访问权限，然后重新运行此命令。',
  }),
};
