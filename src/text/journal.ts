/** What `UNDO.txt` and the remainder of an undo say. Both languages are complete: a missing sentence does not compile. */
export interface JournalText {
  readonly undoTitle: (session: string) => string;
  readonly undoByProgram: (undoCommand: string) => string;
  readonly undoByHand: string;
  readonly undoByHandOrder: string;
  readonly step: (title: string) => string;
  readonly run: string;
  readonly asNeeded: string;
  readonly equivalent: string;
  readonly afterRestart: string;
  readonly cannotBeUndone: string;
  readonly nothingToUndo: string;
  /** The program's own return after a restart. */
  readonly returnRegistered: string;
  readonly copyBack: (backup: string, path: string) => string;
  readonly removeFile: (path: string) => string;
  readonly servicesBefore: string;
  readonly service: (service: string, state: string) => string;
  readonly backups: (folder: string) => string;
  readonly fileChanged: (path: string) => string;
  readonly settingChanged: (setting: string) => string;
  readonly leftAs: (value: string) => string;
  readonly isNow: (value: string) => string;
  readonly setBackAnyway: string;
  readonly fileNotRestored: (path: string) => string;
  readonly backupDamaged: (backup: string) => string;
  readonly serviceLeft: (service: string, state: string, wanted: string) => string;
  readonly notOurs: (step: string) => string;
  readonly journalNotWritten: string;
}

const en: JournalText = {
  undoTitle: (session) => `wsl-netfix-tui: how to undo the session ${session}`,
  undoByProgram: (undoCommand) =>
    `The easiest way, which needs no network: right-click this file and choose "Run as administrator":\n${undoCommand}`,
  undoByHand: 'If that does not work, type the commands below into a terminal that runs as administrator.',
  undoByHandOrder:
    'They are in the order in which they are needed, the last step first. A step that never ran needs no undoing.',
  step: (title) => `Step: ${title}`,
  run: 'Run:',
  asNeeded: 'Where it is not so already:',
  equivalent: 'This makes things equivalent to what they were, not identical:',
  afterRestart:
    'Windows takes these settings away at its next start. Give them back after that, with this undo once more or by hand:',
  cannotBeUndone: 'This cannot be undone.',
  nothingToUndo: 'Nothing to undo.',
  returnRegistered: 'Opening this program after the next sign-in (where that is still registered)',
  copyBack: (backup, path) => `Copy this file: ${backup}\nover this one: ${path}`,
  removeFile: (path) => `Delete this file, which did not exist before: ${path}`,
  servicesBefore: 'Services as they were before (net start <name> starts one):',
  service: (service, state) => `${service}: ${state}`,
  backups: (folder) => `Backups are in ${folder}`,
  fileChanged: (path) =>
    `${path} was changed by somebody else since. It was left as it is, so that this change is not lost.`,
  settingChanged: (setting) =>
    `${setting} was changed by somebody else since. It was left as it is, so that this change is not lost.`,
  leftAs: (value) => `- ${value} (as this session left it)`,
  isNow: (value) => `+ ${value} (as it is now)`,
  setBackAnyway: 'To set it back to what it was before the session all the same:',
  fileNotRestored: (path) => `${path} could not be written.`,
  backupDamaged: (backup) => `The backup ${backup} is missing or was altered. Nothing was restored from it.`,
  serviceLeft: (service, state, wanted) => `The service ${service} is ${state}; before, it was ${wanted}.`,
  notOurs: (step) => `The undo of ${step} is none that this program knows. It was not run.`,
  journalNotWritten: 'The journal could not be written, so the next start will offer to undo once more.',
};

const zhCN: JournalText = {
  undoTitle: (session) => `wsl-netfix-tui：如何撤销会话 ${session}`,
  undoByProgram: (undoCommand) =>
    `最简单的方法（不需要网络）：右键单击此文件，选择“以管理员身份运行”：\n${undoCommand}`,
  undoByHand: '如果行不通，请在以管理员身份运行的终端中输入下面的命令。',
  undoByHandOrder: '命令按所需顺序排列，最后的步骤在最前面。没有执行过的步骤不需要撤销。',
  step: (title) => `步骤：${title}`,
  run: '运行：',
  asNeeded: '如果还不是这样：',
  equivalent: '恢复到等效的状态，但不完全相同：',
  afterRestart: 'Windows 会在下次启动时清除这些设置。请在重启之后再恢复：重新执行此撤销，或者手动输入：',
  cannotBeUndone: '此步骤无法撤销。',
  nothingToUndo: '无需撤销。',
  returnRegistered: '下次登录后打开本程序（如果仍有登记）',
  copyBack: (backup, path) => `将此文件：${backup}\n复制并覆盖：${path}`,
  removeFile: (path) => `删除此前不存在的文件：${path}`,
  servicesBefore: '各服务之前的状态（net start <名称> 可启动服务）：',
  service: (service, state) => `${service}：${state}`,
  backups: (folder) => `备份位于 ${folder}`,
  fileChanged: (path) => `${path} 之后被其他程序或用户修改过。为避免丢失该修改，文件保持原样。`,
  settingChanged: (setting) => `${setting} 之后被其他程序或用户修改过。为避免丢失该修改，设置保持原样。`,
  leftAs: (value) => `- ${value}（本会话留下的值）`,
  isNow: (value) => `+ ${value}（现在的值）`,
  setBackAnyway: '如果仍要恢复到会话之前的值，请运行：',
  fileNotRestored: (path) => `无法写入 ${path}。`,
  backupDamaged: (backup) => `备份 ${backup} 丢失或被改动，未从中恢复任何内容。`,
  serviceLeft: (service, state, wanted) => `服务 ${service} 现在是 ${state}，之前是 ${wanted}。`,
  notOurs: (step) => `步骤 ${step} 的撤销操作不是本程序所知的操作，未执行。`,
  journalNotWritten: '无法写入日志，因此下次启动时会再次询问是否撤销。',
};

export const journalText: Readonly<Record<'en' | 'zh-CN', JournalText>> = { en, 'zh-CN': zhCN };
