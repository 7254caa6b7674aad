/** What each key does, in two or three words; `src/ui/keys.ts` says when. */
export interface KeyText {
  readonly labels: {
    readonly help: string;
    readonly leave: string;
    readonly stopSafely: string;
    readonly back: string;
    readonly close: string;
    readonly move: string;
    readonly scroll: string;
    readonly page: string;
    readonly ends: string;
    readonly choose: string;
    readonly answer: string;
    readonly otherAnswer: string;
    readonly open: string;
    readonly closeCause: string;
    readonly waysOut: string;
    readonly acceptPlan: string;
    readonly panes: string;
    readonly previousPane: string;
    readonly follow: string;
    readonly zoom: string;
    readonly rawOutput: string;
    readonly lookAgain: string;
    readonly lookDeeper: string;
    readonly checks: string;
    readonly scripts: string;
    readonly paste: string;
    readonly history: string;
  };
  /** Names of keys that are not letters. */
  readonly names: {
    readonly enter: string;
    readonly escape: string;
    readonly tab: string;
    readonly shiftTab: string;
    readonly arrows: string;
    readonly sideArrows: string;
    readonly left: string;
    readonly right: string;
    readonly pages: string;
    readonly ends: string;
    readonly interrupt: string;
  };
  /** Headings of the table of all keys. */
  readonly columns: { readonly key: string; readonly does: string; readonly where: string };
  readonly where: {
    readonly everywhere: string;
    readonly reviewing: string;
    readonly lists: string;
    readonly plan: string;
    readonly confirming: string;
    readonly applying: string;
    readonly output: string;
    readonly longScreens: string;
  };
}

export const en: KeyText = {
  labels: {
    help: 'keys',
    leave: 'leave',
    stopSafely: 'stop safely',
    back: 'back',
    close: 'close',
    move: 'move',
    scroll: 'scroll',
    page: 'page',
    ends: 'first, last',
    choose: 'choose',
    answer: 'answer',
    otherAnswer: 'other answer',
    open: 'open',
    closeCause: 'close',
    waysOut: 'ways out',
    acceptPlan: 'accept the plan',
    panes: 'panes',
    previousPane: 'pane before',
    follow: 'follow',
    zoom: 'zoom',
    rawOutput: 'raw output',
    lookAgain: 'look again',
    lookDeeper: 'look deeper',
    checks: 'checks',
    scripts: 'scripts',
    paste: 'paste error',
    history: 'history',
  },
  names: {
    enter: 'Enter',
    escape: 'Esc',
    tab: 'Tab',
    shiftTab: 'Shift+Tab',
    arrows: '↑↓',
    sideArrows: '←→',
    left: '←',
    right: '→',
    pages: 'PgUp/PgDn',
    ends: 'Home/End',
    interrupt: 'Ctrl+C',
  },
  columns: { key: 'Key', does: 'What it does', where: 'Where' },
  where: {
    everywhere: 'everywhere',
    reviewing: 'causes',
    lists: 'lists and questions',
    plan: 'plan',
    confirming: 'confirming',
    applying: 'while the plan runs',
    output: 'output of commands',
    longScreens: 'long screens',
  },
};

export const zhCN: KeyText = {
  labels: {
    help: '按键',
    leave: '退出',
    stopSafely: '安全停止',
    back: '返回',
    close: '关闭',
    move: '移动',
    scroll: '滚动',
    page: '翻页',
    ends: '开头、结尾',
    choose: '选择',
    answer: '回答',
    otherAnswer: '换一个回答',
    open: '详情',
    closeCause: '收起',
    waysOut: '处理办法',
    acceptPlan: '接受方案',
    panes: '切换窗格',
    previousPane: '上一窗格',
    follow: '跟随',
    zoom: '放大',
    rawOutput: '原始输出',
    lookAgain: '重新检查',
    lookDeeper: '深入检查',
    checks: '检查项',
    scripts: '展开脚本',
    paste: '粘贴错误',
    history: '历史',
  },
  names: {
    enter: 'Enter',
    escape: 'Esc',
    tab: 'Tab',
    shiftTab: 'Shift+Tab',
    arrows: '↑↓',
    sideArrows: '←→',
    left: '←',
    right: '→',
    pages: 'PgUp/PgDn',
    ends: 'Home/End',
    interrupt: 'Ctrl+C',
  },
  columns: { key: '按键', does: '作用', where: '可用之处' },
  where: {
    everywhere: '任何界面',
    reviewing: '原因列表',
    lists: '列表与提问',
    plan: '方案',
    confirming: '确认',
    applying: '方案执行中',
    output: '命令输出',
    longScreens: '较长的界面',
  },
};
