/** What the `wslconfig` commands say: a sentence for every way in which WSL reads a line otherwise than it was meant. */
import type { NetworkingMode } from '../domain/facts.js';
import type { UsageSentence } from './cli.js';

/** What WSL makes of a line, and what to write instead. */
export interface RemarkWords {
  readonly what: string;
  readonly instead: string;
}

/** Values that WSL checks, and so may refuse. */
type CheckedType = 'bool' | 'int' | 'size' | 'networkingMode' | 'reclaim' | 'mac' | 'ip' | 'ports';

/**
 * By the kinds of src/wslconfig/remark.ts, which this layer cannot see: what describes a remark (src/cli) does not compile
 * where one is missing. Keys are `section.key`; all other texts come out of the file and may hold anything.
 */
export interface RemarksText {
  readonly 'file-name': (detail: { readonly name: string }) => RemarkWords;
  readonly 'cannot-be-opened': () => RemarkWords;
  readonly 'utf-16-without-mark': () => RemarkWords;
  readonly 'ends-ill-formed': () => RemarkWords;
  readonly 'second-mark': () => RemarkWords;
  readonly 'ends-at-ctrl-z': () => RemarkWords;
  readonly 'comment-runs-on': () => RemarkWords;
  readonly 'comment-mark': (detail: { readonly mark: string }) => RemarkWords;
  readonly leftover: (detail: { readonly mark: string }) => RemarkWords;
  readonly 'header-broken': (detail: {
    readonly effect: 'lost' | 'switched' | 'kept';
    readonly section: string;
  }) => RemarkWords;
  readonly 'section-unknown': (detail: {
    readonly section: string;
    readonly nearest: string | null;
  }) => RemarkWords;
  readonly 'section-of-wsl-conf': (detail: { readonly section: string }) => RemarkWords;
  readonly 'key-of-wsl-conf': (detail: { readonly name: string; readonly section: string }) => RemarkWords;
  readonly 'section-missing': (detail: {
    readonly key: string;
    readonly mendedBy: number | null;
  }) => RemarkWords;
  readonly 'section-other': (detail: {
    readonly key: string;
    readonly section: string;
    readonly mendedBy: number | null;
  }) => RemarkWords;
  readonly 'key-dotted': (detail: { readonly key: string }) => RemarkWords;
  readonly 'key-unknown': (detail: { readonly name: string; readonly nearest: string | null }) => RemarkWords;
  readonly 'key-malformed': (detail: { readonly nearest: string | null }) => RemarkWords;
  readonly 'key-too-new': (detail: { readonly key: string; readonly since: string }) => RemarkWords;
  readonly 'equals-missing': (detail: { readonly name: string }) => RemarkWords;
  readonly 'escape-invalid': (detail: { readonly escaped: string }) => RemarkWords;
  readonly 'escape-misread': (detail: { readonly key: string }) => RemarkWords;
  readonly 'path-not-expanded': (detail: { readonly key: string; readonly part: string }) => RemarkWords;
  readonly 'size-in-bytes': (detail: { readonly key: string; readonly reads: string }) => RemarkWords;
  readonly 'continuation-swallows': (detail: { readonly swallowed: string }) => RemarkWords;
  readonly 'quote-unclosed': () => RemarkWords;
  readonly 'quote-single': (detail: { readonly key: string }) => RemarkWords;
  readonly 'comment-in-value': (detail: { readonly key: string; readonly mark: string }) => RemarkWords;
  readonly 'value-non-ascii': (detail: { readonly key: string; readonly reads: string }) => RemarkWords;
  readonly 'value-cut-at-nul': (detail: { readonly key: string; readonly reads: string }) => RemarkWords;
  readonly 'value-invalid': (detail: {
    readonly key: string;
    readonly type: CheckedType | 'text' | 'path';
    readonly reads: string;
    readonly blocks: number | null;
  }) => RemarkWords;
  readonly 'mode-too-new': (detail: { readonly since: string }) => RemarkWords;
  readonly duplicate: (detail: {
    readonly key: string;
    readonly winnerLine: number;
    readonly winnerValid: boolean;
    readonly alias: boolean;
  }) => RemarkWords;
  readonly aborts: (detail: { readonly key: string; readonly reads: string }) => RemarkWords;
  readonly unread: (detail: { readonly abortedAt: number }) => RemarkWords;
  readonly 'mode-overridden': (detail: { readonly by: 'wsl2.safeMode' | 'wsl2.virtio' }) => RemarkWords;
}

/** Why a file cannot be read or written, where the system's code says it. */
export type FileTrouble =
  'folder' | 'denied' | 'read-only' | 'held' | 'no-folder' | 'disk-full' | 'too-large';

export interface WslconfigText {
  readonly remarks: RemarksText;
  mode(mode: NetworkingMode): string;
  readonly noFile: string;
  readonly notOpened: string;
  setting(line: number, key: string, raw: string, valid: boolean): string;
  warnings(count: number): string;
  policyDecides(mode: NetworkingMode): string;
  readonly sound: string;
  found(count: number): string;
  /** `text`: the line as it stands, empty for an empty one. */
  /** Remarks that are not shown. */
  more(count: number): string;
  line(number: number, text: string): string;
  readonly wholeFile: string;
  readonly mended: string;
  /** Another line that sets the same and counts. */
  setAlready(line: number): string;
  /** `codes`: as `U+00A0`. */
  invisible(codes: readonly string[]): string;
  /** `signs`: as `＝ (U+FF1D)`. */
  lookalikes(signs: readonly string[]): string;
  written(file: string, word: string): string;
  wouldWrite(file: string, word: string): string;
  unchanged(file: string, word: string): string;
  backedUp(path: string): string;
  readonly wasNotThere: string;
  readonly takesEffect: string;
  /** `consomme` was asked for. */
  readonly olderName: string;
  readonly refusals: {
    noSuchFile(path: string): UsageSentence;
    cannotRead(path: string, why: string): UsageSentence;
    cannotWrite(path: string, why: string): UsageSentence;
    noFolder(path: string, folder: string): UsageSentence;
    notOpened(path: string): UsageSentence;
    doesNotTake(path: string): UsageSentence;
    changedMeanwhile(path: string): UsageSentence;
    readonly otherAccount: UsageSentence;
    readonly trouble: Readonly<Record<FileTrouble, string>>;
  };
}

/** Text of the file inside a sentence, cut where it is long. */
function cut(text: string): string {
  // No half of a surrogate pair is left at the end.
  return text.length <= 60 ? text : `${text.slice(0, 59).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Control characters as the pictures that Unicode has for them: what WSL makes of “ and ” is no sign that shows. */
function visible(text: string): string {
  return text.replace(/[\0-\x1F]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)));
}

const nameOf = (key: string): string => key.slice(key.indexOf('.') + 1);
const sectionOf = (key: string): string => `[${key.slice(0, key.indexOf('.'))}]`;
const isChecked = (type: string): type is CheckedType => type !== 'text' && type !== 'path';

const acceptedEn: Readonly<Record<CheckedType, string>> = {
  bool: 'true or false',
  int: 'a whole number',
  size: 'digits with a unit in capitals and no blank, as 8GB or 512MB',
  networkingMode: 'nat, mirrored, virtioproxy, none or bridged',
  reclaim: 'disabled, gradual or dropCache',
  mac: 'six pairs of hexadecimal digits, as 00-15-5D-01-02-03',
  ip: 'an IPv4 address, as 10.255.255.254',
  ports: 'port numbers from 1 to 65535 with commas between them',
};

const readEn = (reads: string): string => (reads === '' ? 'an empty value' : `“${cut(visible(reads))}”`);

function refusedEn(type: string, key: string, reads: string): string {
  if (type === 'ip') return `WSL does not take ${readEn(reads)} for ${key} and switches DNS tunneling off.`;
  if (type === 'ports')
    return `WSL leaves out of ${key} what it does not take for a port in ${readEn(reads)}.`;
  return `WSL does not take ${readEn(reads)} for ${key} and keeps its default.`;
}

function placedEn(key: string, mendedBy: number | null): string {
  return mendedBy === null
    ? `Put it under ${sectionOf(key)}.`
    : `Leave it: with line ${mendedBy} mended it stands under ${sectionOf(key)}.`;
}

const remarksEn: RemarksText = {
  'file-name': ({ name }) => ({
    what: `WSL reads only a file that is called .wslconfig, in the folder of the Windows profile. This one is called ${cut(name)}.`,
    instead:
      name === 'wsl.conf'
        ? 'wsl.conf is the file of one distro, with other settings. They are not checked here.'
        : 'Rename it to .wslconfig. Explorer hides the ending of a name unless View > Show > File name extensions is on.',
  }),
  'cannot-be-opened': () => ({
    what: 'The file is saved as UTF-16 BE, which WSL cannot open. It starts with its defaults, whatever the file says.',
    instead: 'Save the file as UTF-8.',
  }),
  'utf-16-without-mark': () => ({
    what: 'The file is UTF-16 without the mark that says so. WSL reads it as UTF-8, in which no line of it is valid.',
    instead: 'Save the file as UTF-8.',
  }),
  'ends-ill-formed': () => ({
    what: 'The last character of the file is not UTF-8: the file was saved in another encoding. Windows may stop reading before it, or read nothing of the file.',
    instead: 'Save the file as UTF-8, or end it with an empty line.',
  }),
  'second-mark': () => ({
    what: 'An invisible byte order mark stands at the beginning of this line, so WSL drops the line.',
    instead: 'Delete the invisible character.',
  }),
  'ends-at-ctrl-z': () => ({
    what: 'There is a Ctrl-Z character, at which the file ends for WSL. Nothing behind it is read.',
    instead: 'Delete the Ctrl-Z character.',
  }),
  'comment-runs-on': () => ({
    what: 'A carriage return alone does not end a comment for WSL. What an editor shows as the next line is part of the comment.',
    instead: 'End the line as Windows or Linux does (CRLF or LF).',
  }),
  'comment-mark': ({ mark }) => ({
    what: `WSL knows only # as a comment. It warns about a line that begins with ${mark.trim()} and drops it, which does no harm.`,
    instead: 'Begin the comment with #.',
  }),
  leftover: ({ mark }) => ({
    what: `${cut(mark)} came along from the text that was copied. WSL warns about the line and drops it, which does no harm.`,
    instead: 'Delete the line.',
  }),
  'header-broken': ({ effect, section }) => ({
    what: `WSL takes a header only as [name], with no blank inside and nothing but a # comment behind it. It drops this line, ${
      {
        lost: 'and nothing below it counts until the next header.',
        switched: `and the lines below count for [${cut(section)}].`,
        kept: `and the lines below still count for [${cut(section)}].`,
      }[effect]
    }`,
    instead: 'Put the header on a line of its own, in [ and ], without blanks inside.',
  }),
  'section-unknown': ({ section, nearest }) => ({
    what: `WSL knows no section [${cut(section)}] and ignores what stands in it.`,
    instead:
      nearest === null
        ? 'The sections of this file are [wsl2], [general] and [experimental].'
        : `Write [${nearest}].`,
  }),
  'section-of-wsl-conf': ({ section }) => ({
    what: `The section [${cut(section)}] belongs to a distro. In this file, which is for all of WSL, it is ignored.`,
    instead: 'Move the section into /etc/wsl.conf inside the distro.',
  }),
  'key-of-wsl-conf': ({ name, section }) => ({
    what: `${cut(name)} is a setting of a single distro. In this file, which is for all of WSL, it is ignored.`,
    instead: `Write it under [${section}] in /etc/wsl.conf inside the distro, and delete it here.`,
  }),
  'section-missing': ({ key, mendedBy }) => ({
    what: `The line stands in no section, so WSL does not know it as ${nameOf(key)}.`,
    instead: placedEn(key, mendedBy),
  }),
  'section-other': ({ key, section, mendedBy }) => ({
    what: `WSL looks for ${nameOf(key)} in ${sectionOf(key)} and ignores it in [${cut(section)}].`,
    instead: placedEn(key, mendedBy),
  }),
  'key-dotted': ({ key }) => ({
    what: `${key} is how WSL calls this setting in its messages. In the file such a line is invalid, and WSL drops it.`,
    instead: `Write ${nameOf(key)}= under ${sectionOf(key)}.`,
  }),
  'key-unknown': ({ name, nearest }) => ({
    what: `WSL knows no setting ${cut(name)} and ignores the line.`,
    instead:
      nearest === null
        ? 'Look the name up in Microsoft’s list of settings, or delete the line.'
        : `Write ${nameOf(nearest)} under ${sectionOf(nearest)} if that is what is meant.`,
  }),
  'key-malformed': ({ nearest }) => ({
    what: 'WSL takes only lines of the form name=value, with a name of letters and digits. It drops this one.',
    instead:
      nearest === null
        ? 'Put # before it if it is a comment, or delete it.'
        : `Write ${nameOf(nearest)}= if that is what is meant.`,
  }),
  'key-too-new': ({ key, since }) => ({
    what: `WSL knows ${nameOf(key)} from version ${since} on. The installed version ignores the line.`,
    instead: 'Update WSL with wsl --update, or leave the line out until then.',
  }),
  'equals-missing': ({ name }) => ({
    what: `WSL expects = behind ${cut(name)} and drops the line.`,
    instead: `Write ${cut(name)}=value, with a plain equals sign.`,
  }),
  'escape-invalid': ({ escaped }) => ({
    what: `A backslash begins a special character in this file, and ${
      /^[!-~]$/.test(escaped) ? `\\${escaped}` : 'this one'
    } is none. WSL drops the whole line.`,
    instead: 'Write every backslash of a path twice.',
  }),
  'escape-misread': ({ key }) => ({
    what: `WSL reads \\b, \\n and \\t as control characters, so ${nameOf(key)} names another path than the one that is seen.`,
    instead: 'Write every backslash of a path twice.',
  }),
  'path-not-expanded': ({ key, part }) => ({
    what: `WSL puts nothing in place of ${cut(part)}: it looks for a file or folder with just that name for ${nameOf(key)}.`,
    instead: 'Write the whole path, with every backslash twice, as C:\\\\Users\\\\name\\\\file.',
  }),
  'size-in-bytes': ({ key, reads }) => ({
    what: `Without a unit WSL counts bytes: it reads ${cut(reads)} for ${nameOf(key)}, which is next to nothing.`,
    instead: 'Write the unit behind the number, in capitals, as 8GB or 512MB.',
  }),
  'continuation-swallows': ({ swallowed }) => ({
    what: `The backslash at the end joins the next line to this value, so “${cut(swallowed)}” is no line of its own.`,
    instead: 'Delete the backslash, or write it twice where it belongs to a path.',
  }),
  'quote-unclosed': () => ({
    what: 'A quote is opened and not closed on the same line, so WSL drops the line.',
    instead: 'Close the quote or leave it out. A backslash before the closing quote is written twice.',
  }),
  'quote-single': ({ key }) => ({
    what: `Single quotes mean nothing to WSL: they become part of the value of ${nameOf(key)}.`,
    instead: 'Leave them out, or use double quotes.',
  }),
  'comment-in-value': ({ key, mark }) => ({
    what: `WSL knows only # as a comment. Everything from ${mark} on is part of the value of ${nameOf(key)}.`,
    instead: 'Begin the comment with #.',
  }),
  'value-non-ascii': ({ key, reads }) => ({
    what: `WSL mangles every character of a value that is not ASCII. For ${nameOf(key)} it reads ${readEn(reads)}.`,
    instead: 'Use plain letters, digits and signs; for a path, a folder with such a name.',
  }),
  'value-cut-at-nul': ({ key, reads }) => ({
    what: `The value of ${nameOf(key)} holds a NUL character, at which it ends for WSL. It reads ${readEn(reads)}.`,
    instead: 'Delete the invisible character.',
  }),
  'value-invalid': ({ key, type, reads, blocks }) => ({
    what: `${refusedEn(type, nameOf(key), reads)}${
      blocks === null
        ? ''
        : ` Since the first line for a setting is the one that counts, line ${blocks} does not either.`
    }`,
    instead: `${blocks === null ? '' : `Delete this line, so that line ${blocks} counts. `}${
      isChecked(type) ? `Possible: ${acceptedEn[type]}.` : ''
    }`.trim(),
  }),
  'mode-too-new': ({ since }) => ({
    what: `WSL knows the mode consomme from version ${since} on. The installed version does not take it and keeps its default.`,
    instead: 'Write virtioproxy. It means the same, and newer versions take it as well.',
  }),
  duplicate: ({ key, winnerLine, winnerValid, alias }) => ({
    what: `Line ${winnerLine} sets ${nameOf(key)} already${alias ? ', under the other section that it may stand in' : ''}. For WSL the first line counts${
      winnerValid ? '' : ', even though its value is not valid'
    }, so this one is ignored.`,
    instead: winnerValid
      ? 'Keep only the line that is meant.'
      : `Correct line ${winnerLine} or delete it, so that this one counts.`,
  }),
  aborts: ({ key, reads }) => ({
    what: `WSL does not take ${readEn(reads)} for ${nameOf(key)} and gives up: nothing below is read, and no WSL 2 distro starts.`,
    instead: `Delete the line, or write ${acceptedEn.mac}.`,
  }),
  unread: ({ abortedAt }) => ({
    what: `WSL gives up at line ${abortedAt} and does not come to this one.`,
    instead: `Mend line ${abortedAt} first.`,
  }),
  'mode-overridden': ({ by }) =>
    by === 'wsl2.safeMode'
      ? {
          what: 'safeMode is on, and with it WSL starts without a network, whatever the mode says.',
          instead: 'Delete the line with safeMode if WSL is to have a network.',
        }
      : {
          what: 'virtio is off, and without it there is no VirtioProxy: WSL uses NAT instead.',
          instead: 'Delete the line with virtio, or choose another mode.',
        },
};

export const en: WslconfigText = {
  remarks: remarksEn,
  mode: (mode) => `Networking mode: ${mode}`,
  noFile: 'There is no such file. WSL starts with its defaults.',
  notOpened: 'WSL cannot open this file and starts with its defaults.',
  setting: (line, key, raw, valid) => `line ${line}: ${key}=${cut(raw)}${valid ? '' : ' (not valid)'}`,
  warnings: (count) =>
    `WSL warns ${count === 1 ? 'once' : `${count} times`} about this file. wsl-netfix-tui wslconfig check explains every line.`,
  policyDecides: (mode) =>
    `A policy of this machine (HKLM\\Software\\Policies\\WSL) decides here: WSL starts with ${mode}, whatever the file says.`,
  sound: 'WSL reads every line of this file as it is written.',
  found: (count) =>
    count === 1
      ? 'WSL ignores one line, or reads it differently than it was meant:'
      : `WSL ignores ${count} lines, or reads them differently than they were meant:`,
  more: (count) => `${count} more are left out here; --json has them all.`,
  line: (number, text) => (text === '' ? `Line ${number}` : `Line ${number}: ${text}`),
  wholeFile: 'The whole file',
  mended: 'Then it reads:',
  setAlready: (line) =>
    `Line ${line} sets the same and is the one that counts. Keep only the line that is meant.`,
  lookalikes: (signs) => `These signs only look like the plain ones: ${signs.join(', ')}.`,
  invisible: (codes) => `There are characters here that cannot be seen: ${codes.join(', ')}.`,
  written: (file, word) => `networkingMode=${word} is written to ${file}.`,
  wouldWrite: (file, word) => `This would make networkingMode=${word} count in ${file}. Nothing was written.`,
  unchanged: (file, word) => `networkingMode=${word} is in ${file} already. Nothing was written.`,
  backedUp: (path) => `The file as it was: ${path}`,
  wasNotThere: 'There was no such file before. To go back, delete it.',
  takesEffect: 'It takes effect at the next start of WSL, after: wsl --shutdown',
  olderName: 'It is written as virtioproxy, which means the same and which every version of WSL takes.',
  refusals: {
    noSuchFile: (path) => ({
      error: `There is no file ${path}.`,
      hint: 'Name another one with --file, or leave --file out to look at the .wslconfig of this machine.',
    }),
    cannotRead: (path, why) => ({
      error: `${path} cannot be read: ${why} Nothing was changed.`,
      hint: 'Name another file with --file, or give yourself access to this one.',
    }),
    cannotWrite: (path, why) => ({
      error: `${path} cannot be written: ${why} It is as it was.`,
      hint: 'Close what has it open or give yourself access to it, then run the command again.',
    }),
    noFolder: (path, folder) => ({
      error: `${path} cannot be written, because there is no folder ${folder}. Nothing was changed.`,
      hint: 'Make the folder first, or name another file.',
    }),
    notOpened: (path) => ({
      error: `${path} is saved as UTF-16 BE, which WSL cannot open, so a setting in it would not count. Nothing was changed.`,
      hint: 'Save it as UTF-8 in an editor, then run the command again.',
    }),
    doesNotTake: (path) => ({
      error: `${path} is damaged in a way that WSL would not read the mode from it, wherever it is put. Nothing was changed.`,
      hint: 'wsl-netfix-tui wslconfig check shows which lines are damaged.',
    }),
    changedMeanwhile: (path) => ({
      error: `${path} was changed by somebody else while this command ran. It was left as it is.`,
      hint: 'Run the command again: it begins with what is there now.',
    }),
    otherAccount: {
      error:
        'The distros on this machine belong to another account than the one that runs this program, and so does the .wslconfig that counts. Nothing was changed.',
      hint: 'Run the command as the person who uses WSL, without elevation.',
    },
    trouble: {
      folder: 'it is a folder.',
      denied: 'access is denied.',
      'read-only': 'it is marked read-only.',
      held: 'another program has it open.',
      'no-folder': 'its folder does not exist.',
      'disk-full': 'the disk is full.',
      'too-large': 'it is larger than 16 MB, and so no .wslconfig that a person wrote.',
    },
  },
};

const acceptedZh: Readonly<Record<CheckedType, string>> = {
  bool: 'true 或 false',
  int: '整数',
  size: '数字加大写单位，中间没有空格，例如 8GB 或 512MB',
  networkingMode: 'nat、mirrored、virtioproxy、none 或 bridged',
  reclaim: 'disabled、gradual 或 dropCache',
  mac: '六组两位十六进制数字，例如 00-15-5D-01-02-03',
  ip: 'IPv4 地址，例如 10.255.255.254',
  ports: '1 到 65535 的端口号，用逗号隔开',
};

const readZh = (reads: string): string => (reads === '' ? '空值' : `“${cut(visible(reads))}”`);

function refusedZh(type: string, key: string, reads: string): string {
  if (type === 'ip') return `WSL 不接受 ${key} 的值${readZh(reads)}，并会关闭 DNS 隧道。`;
  if (type === 'ports') return `WSL 会忽略 ${key} 的值${readZh(reads)}中不是端口号的部分。`;
  return `WSL 不接受 ${key} 的值${readZh(reads)}，仍使用默认值。`;
}

function placedZh(key: string, mendedBy: number | null): string {
  return mendedBy === null
    ? `请把它放到 ${sectionOf(key)} 下面。`
    : `不用改动：改正第 ${mendedBy} 行之后，它就在 ${sectionOf(key)} 下面了。`;
}

const remarksZh: RemarksText = {
  'file-name': ({ name }) => ({
    what: `WSL 只读取 Windows 用户文件夹中名为 .wslconfig 的文件，而这个文件名为 ${cut(name)}。`,
    instead:
      name === 'wsl.conf'
        ? 'wsl.conf 是某个发行版自己的文件，其中的设置与本文件不同，这里不检查。'
        : '请改名为 .wslconfig。资源管理器默认隐藏扩展名，请在“查看 > 显示”中打开“文件扩展名”。',
  }),
  'cannot-be-opened': () => ({
    what: '文件以 UTF-16 BE 保存，WSL 无法打开。无论文件里写了什么，WSL 都按默认值启动。',
    instead: '请把文件另存为 UTF-8。',
  }),
  'utf-16-without-mark': () => ({
    what: '文件是 UTF-16，但开头没有标明编码的标记。WSL 把它当作 UTF-8 来读，因此每一行都无效。',
    instead: '请把文件另存为 UTF-8。',
  }),
  'ends-ill-formed': () => ({
    what: '文件的最后一个字符不是 UTF-8，说明文件是用别的编码保存的。Windows 可能读到这里就停下，也可能什么都读不到。',
    instead: '请把文件另存为 UTF-8，或在末尾加一个空行。',
  }),
  'second-mark': () => ({
    what: '这一行开头有一个看不见的字节顺序标记，因此 WSL 丢弃了这一行。',
    instead: '请删除这个看不见的字符。',
  }),
  'ends-at-ctrl-z': () => ({
    what: '这里有一个 Ctrl-Z 字符。对 WSL 来说文件到此结束，后面的内容都不会读取。',
    instead: '请删除 Ctrl-Z 字符。',
  }),
  'comment-runs-on': () => ({
    what: '对 WSL 来说，单独的回车符（CR）不会结束注释。编辑器显示为下一行的内容仍属于这条注释。',
    instead: '请使用 Windows 或 Linux 的换行方式（CRLF 或 LF）。',
  }),
  'comment-mark': ({ mark }) => ({
    what: `WSL 只把 # 当作注释。以 ${mark.trim()} 开头的行会引起警告并被丢弃，不过没有害处。`,
    instead: '请用 # 开始注释。',
  }),
  leftover: ({ mark }) => ({
    what: `${cut(mark)} 是复制文本时带进来的。WSL 会对这一行发出警告并丢弃它，不过没有害处。`,
    instead: '请删除这一行。',
  }),
  'header-broken': ({ effect, section }) => ({
    what: `WSL 只接受 [名称] 形式的节标题：括号内没有空格，后面除了 # 注释没有别的内容。这一行被丢弃，${
      {
        lost: '直到下一个节标题为止，下面的内容都不起作用。',
        switched: `下面的行算作 [${cut(section)}] 的内容。`,
        kept: `下面的行仍算作 [${cut(section)}] 的内容。`,
      }[effect]
    }`,
    instead: '请让节标题单独占一行，使用半角方括号 [ ]，括号内不要有空格。',
  }),
  'section-unknown': ({ section, nearest }) => ({
    what: `WSL 没有 [${cut(section)}] 这一节，其中的内容会被忽略。`,
    instead:
      nearest === null ? '这个文件可用的节是 [wsl2]、[general] 和 [experimental]。' : `请写成 [${nearest}]。`,
  }),
  'section-of-wsl-conf': ({ section }) => ({
    what: `[${cut(section)}] 这一节属于某个发行版。本文件是针对整个 WSL 的，在这里它会被忽略。`,
    instead: '请把这一节移到发行版内的 /etc/wsl.conf。',
  }),
  'key-of-wsl-conf': ({ name, section }) => ({
    what: `${cut(name)} 是单个发行版的设置。本文件是针对整个 WSL 的，在这里它会被忽略。`,
    instead: `请把它写到发行版内 /etc/wsl.conf 的 [${section}] 下面，并在这里删除。`,
  }),
  'section-missing': ({ key, mendedBy }) => ({
    what: `这一行不在任何节里，因此 WSL 不把它当作 ${nameOf(key)}。`,
    instead: placedZh(key, mendedBy),
  }),
  'section-other': ({ key, section, mendedBy }) => ({
    what: `WSL 只在 ${sectionOf(key)} 中查找 ${nameOf(key)}，写在 [${cut(section)}] 中会被忽略。`,
    instead: placedZh(key, mendedBy),
  }),
  'key-dotted': ({ key }) => ({
    what: `${key} 是 WSL 在消息里对这项设置的称呼。这样写在文件里是无效的，WSL 会丢弃这一行。`,
    instead: `请在 ${sectionOf(key)} 下面写 ${nameOf(key)}=。`,
  }),
  'key-unknown': ({ name, nearest }) => ({
    what: `WSL 没有 ${cut(name)} 这项设置，会忽略这一行。`,
    instead:
      nearest === null
        ? '请在微软的设置列表中核对名称，或删除这一行。'
        : `如果想写的是 ${nameOf(nearest)}，请写在 ${sectionOf(nearest)} 下面。`,
  }),
  'key-malformed': ({ nearest }) => ({
    what: 'WSL 只接受“名称=值”形式的行，名称由字母和数字组成。这一行会被丢弃。',
    instead:
      nearest === null
        ? '如果是注释，请在前面加 #；否则请删除。'
        : `如果想写的是 ${nameOf(nearest)}，请写成 ${nameOf(nearest)}=。`,
  }),
  'key-too-new': ({ key, since }) => ({
    what: `WSL 从 ${since} 版起才支持 ${nameOf(key)}，已安装的版本会忽略这一行。`,
    instead: '请用 wsl --update 更新 WSL，或暂时去掉这一行。',
  }),
  'equals-missing': ({ name }) => ({
    what: `${cut(name)} 后面应当是 =，因此 WSL 丢弃了这一行。`,
    instead: `请写成 ${cut(name)}=值，并使用半角等号。`,
  }),
  'escape-invalid': ({ escaped }) => ({
    what: `在这个文件里，反斜杠表示特殊字符，而${
      /^[!-~]$/.test(escaped) ? ` \\${escaped} ` : '这一个'
    }不是。WSL 会丢弃整行。`,
    instead: '路径中的每个反斜杠都请写两次。',
  }),
  'escape-misread': ({ key }) => ({
    what: `WSL 把 \\b、\\n 和 \\t 读作控制字符，因此 ${nameOf(key)} 的路径与看到的不同。`,
    instead: '路径中的每个反斜杠都请写两次。',
  }),
  'path-not-expanded': ({ key, part }) => ({
    what: `WSL 不会展开 ${cut(part)}：它会按字面把 ${nameOf(key)} 当作这样命名的文件或文件夹。`,
    instead: '请写完整路径，每个反斜杠写两次，例如 C:\\\\Users\\\\name\\\\file。',
  }),
  'size-in-bytes': ({ key, reads }) => ({
    what: `没有单位时，WSL 按字节计算：${nameOf(key)} 被读成 ${cut(reads)} 字节，几乎等于没有。`,
    instead: '请在数字后面写大写单位，例如 8GB 或 512MB。',
  }),
  'continuation-swallows': ({ swallowed }) => ({
    what: `行尾的反斜杠把下一行接到了这个值上，因此“${cut(swallowed)}”不再是单独的一行。`,
    instead: '请删除这个反斜杠；如果它属于路径，请写两次。',
  }),
  'quote-unclosed': () => ({
    what: '引号没有在同一行内闭合，因此 WSL 丢弃了这一行。',
    instead: '请闭合引号或去掉引号。结束引号前的反斜杠要写两次。',
  }),
  'quote-single': ({ key }) => ({
    what: `单引号对 WSL 没有意义，会成为 ${nameOf(key)} 的值的一部分。`,
    instead: '请去掉单引号，或改用双引号。',
  }),
  'comment-in-value': ({ key, mark }) => ({
    what: `WSL 只把 # 当作注释。从 ${mark} 开始的内容都成了 ${nameOf(key)} 的值。`,
    instead: '请用 # 开始注释。',
  }),
  'value-non-ascii': ({ key, reads }) => ({
    what: `值里的非 ASCII 字符会被 WSL 读错。${nameOf(key)} 被读成${readZh(reads)}。`,
    instead: '请只用英文字母、数字和符号；如果是路径，请换用这样命名的文件夹。',
  }),
  'value-cut-at-nul': ({ key, reads }) => ({
    what: `${nameOf(key)} 的值里有一个 NUL 字符，对 WSL 来说值到此结束，被读成${readZh(reads)}。`,
    instead: '请删除这个看不见的字符。',
  }),
  'value-invalid': ({ key, type, reads, blocks }) => ({
    what: `${refusedZh(type, nameOf(key), reads)}${
      blocks === null ? '' : `同一项设置以第一行为准，因此第 ${blocks} 行也不起作用。`
    }`,
    instead: `${blocks === null ? '' : `请删除这一行，让第 ${blocks} 行起作用。`}${
      isChecked(type) ? `可用的值：${acceptedZh[type]}。` : ''
    }`,
  }),
  'mode-too-new': ({ since }) => ({
    what: `WSL 从 ${since} 版起才有 consomme 这个模式名。已安装的版本不接受它，仍使用默认模式。`,
    instead: '请写 virtioproxy。两者含义相同，新版本也接受它。',
  }),
  duplicate: ({ key, winnerLine, winnerValid, alias }) => ({
    what: `第 ${winnerLine} 行已经设置了 ${nameOf(key)}${alias ? '（写在它也可以用的另一节里）' : ''}。WSL 以第一行为准${
      winnerValid ? '' : '，即使它的值无效'
    }，因此忽略这一行。`,
    instead: winnerValid ? '请只保留想要的那一行。' : `请改正或删除第 ${winnerLine} 行，让这一行起作用。`,
  }),
  aborts: ({ key, reads }) => ({
    what: `WSL 不接受 ${nameOf(key)} 的值${readZh(reads)}，并就此放弃：后面的内容都不读取，WSL 2 发行版也无法启动。`,
    instead: `请删除这一行，或写成${acceptedZh.mac}。`,
  }),
  unread: ({ abortedAt }) => ({
    what: `WSL 在第 ${abortedAt} 行就放弃了，没有读到这一行。`,
    instead: `请先改正第 ${abortedAt} 行。`,
  }),
  'mode-overridden': ({ by }) =>
    by === 'wsl2.safeMode'
      ? {
          what: '已开启 safeMode，因此无论设为哪种模式，WSL 启动时都没有网络。',
          instead: '如果 WSL 需要网络，请删除 safeMode 这一行。',
        }
      : {
          what: '已关闭 virtio，没有它就无法使用 VirtioProxy，WSL 会改用 NAT。',
          instead: '请删除 virtio 这一行，或选择其他模式。',
        },
};

export const zhCN: WslconfigText = {
  remarks: remarksZh,
  mode: (mode) => `网络模式：${mode}`,
  noFile: '没有这个文件。WSL 按默认值启动。',
  notOpened: 'WSL 无法打开这个文件，会按默认值启动。',
  setting: (line, key, raw, valid) => `第 ${line} 行：${key}=${cut(raw)}${valid ? '' : '（无效）'}`,
  warnings: (count) => `WSL 对这个文件有 ${count} 条警告。wsl-netfix-tui wslconfig check 会逐行解释。`,
  policyDecides: (mode) =>
    `这台机器的策略（HKLM\\Software\\Policies\\WSL）优先：无论文件里写了什么，WSL 都以 ${mode} 模式启动。`,
  sound: '这个文件的每一行，WSL 都按所写的内容读取。',
  found: (count) => `有 ${count} 行被 WSL 忽略，或读成了与本意不同的内容：`,
  more: (count) => `此处省略了其余 ${count} 处；--json 会列出全部。`,
  line: (number, text) => (text === '' ? `第 ${number} 行` : `第 ${number} 行：${text}`),
  wholeFile: '整个文件',
  mended: '改成：',
  setAlready: (line) => `第 ${line} 行设置了同一项，起作用的是那一行。请只保留想要的那一行。`,
  lookalikes: (signs) => `这些符号只是看起来像半角符号：${signs.join('、')}。`,
  invisible: (codes) => `这里有看不见的字符：${codes.join('、')}。`,
  written: (file, word) => `已将 networkingMode=${word} 写入 ${file}。`,
  wouldWrite: (file, word) => `这样会让 networkingMode=${word} 在 ${file} 中起作用。没有写入任何内容。`,
  unchanged: (file, word) => `${file} 中已经是 networkingMode=${word}。没有写入任何内容。`,
  backedUp: (path) => `原来的文件：${path}`,
  wasNotThere: '之前没有这个文件。要恢复原状，删除它即可。',
  takesEffect: '更改在 WSL 下次启动时生效，请先运行：wsl --shutdown',
  olderName: '写入的是 virtioproxy：两者含义相同，而且所有版本的 WSL 都接受它。',
  refusals: {
    noSuchFile: (path) => ({
      error: `没有文件 ${path}。`,
      hint: '请用 --file 指定其他文件，或省略 --file 以查看本机的 .wslconfig。',
    }),
    cannotRead: (path, why) => ({
      error: `无法读取 ${path}：${why}没有做任何更改。`,
      hint: '请用 --file 指定其他文件，或先取得此文件的访问权限。',
    }),
    cannotWrite: (path, why) => ({
      error: `无法写入 ${path}：${why}文件保持原样。`,
      hint: '请关闭占用它的程序或取得访问权限，然后重新运行此命令。',
    }),
    noFolder: (path, folder) => ({
      error: `无法写入 ${path}，因为文件夹 ${folder} 不存在。没有做任何更改。`,
      hint: '请先创建该文件夹，或指定其他文件。',
    }),
    notOpened: (path) => ({
      error: `${path} 以 UTF-16 BE 保存，WSL 无法打开，写在里面的设置不会起作用。没有做任何更改。`,
      hint: '请在编辑器中另存为 UTF-8，然后重新运行此命令。',
    }),
    doesNotTake: (path) => ({
      error: `${path} 已损坏，无论把网络模式写在哪里，WSL 都读不到。没有做任何更改。`,
      hint: 'wsl-netfix-tui wslconfig check 会指出哪些行有问题。',
    }),
    changedMeanwhile: (path) => ({
      error: `运行此命令期间，${path} 被其他程序或用户修改过。文件保持原样。`,
      hint: '请重新运行此命令，它会以现在的内容为准。',
    }),
    otherAccount: {
      error:
        '这台机器上的发行版属于另一个帐户，而不是运行本程序的帐户；起作用的 .wslconfig 也是那个帐户的。没有做任何更改。',
      hint: '请以使用 WSL 的人的身份运行此命令，不要提升权限。',
    },
    trouble: {
      folder: '它是一个文件夹。',
      denied: '访问被拒绝。',
      'read-only': '它被标为只读。',
      held: '其他程序正在使用它。',
      'no-folder': '它所在的文件夹不存在。',
      'disk-full': '磁盘已满。',
      'too-large': '它超过 16 MB，不会是人写的 .wslconfig。',
    },
  },
};
