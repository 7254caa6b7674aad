/** Where Windows, WSL and network settings say a name: by structure, never by a localised word. */
import { isCommonWord } from './common-words.js';
import type { NameKind, NameMasker } from './names.js';

/** Notes every name that a text tells. Call it for all texts before any is masked. */
export function learnNames(text: string, names: Pick<NameMasker, 'learn'>): void {
  for (const { pattern, take } of sources)
    for (const match of text.matchAll(pattern))
      for (const [kind, name] of take(match)) learn(names, kind, name);
}

/** What stands before a known user's name and a backslash is a machine or a domain. Call it after `learnNames`. */
export function learnDomains(
  text: string,
  users: ReadonlySet<string>,
  names: Pick<NameMasker, 'learn'>,
): void {
  for (const [, domain = '', user = ''] of text.matchAll(account))
    if (users.has(user.toLowerCase()) && !isCommonWord(domain)) learn(names, 'domain', domain);
  for (const [, user = '', domain = ''] of text.matchAll(email))
    if (users.has(user.toLowerCase()) && !isCommonWord(domain)) learn(names, 'domain', domain);
}

/** `X\user`, not in the middle of a path. */
const account =
  /(?<![\w\\/:.$%-])([\p{L}\p{N}][\p{L}\p{N}.-]{0,62})\\{1,4}([\p{L}\p{N}][\p{L}\p{N}._-]{0,63})/gu;
export const email =
  /(?<![\p{L}\p{N}._%+@:/-])([\p{L}\p{N}._%+-]{1,64})@([\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6})/gu;

/** The folder of a profile, with and without a blank in its name; `%5C` in a URL is a backslash. */
export const profileFolder =
  /(?<=(?<![\p{L}\p{N}_])(?:Users|Documents and Settings)(?:[\\/]|%5c|%2f){1,4})(?![\\/%\s])(?:[^\\/:*?"<>|\r\n%]{0,63}[^\\/:*?"<>|\s%](?=[\\/])|(?:(?!%5c|%2f)[^\\/:*?"<>|\s,;)\]}'&]){1,128})/giu;

/** Profiles of these names, longest first; nothing where there are none. */
export function foldersNamed(names: readonly string[]): RegExp {
  if (names.length === 0) return /(?!)/g;
  const sources = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(
    `(?<=(?<![\\p{L}\\p{N}_])Users(?:[\\\\/]|%5c|%2f){1,4})(?:${sources.join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
}

export const homeFolder =
  /(?<=(?<![\p{L}\p{N}.])home(?:[\\/]|%5c|%2f){1,4})(?![\\/%\s])[^\\/:*?"<>|\s,;)\]}'&%]{1,64}/giu;
export const sharedFolders = /^(?:public|default|default user|all users|defaultuser0|\.|\.\.)$/i;

/** `<user>:<password>@<host>` of a URL, the password with whatever it holds. */
export const credentials =
  /(?<=[a-z][a-z0-9+.-]{1,15}:\/\/)([^\s/"'<>:@]{1,128})(?::([^\s"'<>]{1,256}?))?@(?=([^\s/:"'<>@]{1,253}))(?![^\s/"'<>]*@)/giu;

/** A value as reg.exe prints it; the data after the type. */
const registryValue = /^ {4}(\S.*?) {4}REG_(?:EXPAND_|MULTI_)?SZ {4}(.*\S)/gim;
/** What `set` prints of the person, their machine and its domain. */
export const variable =
  /(?<![\p{L}\p{N}_])(USERNAME|LOGNAME|COMPUTERNAME|HOSTNAME|USERDOMAIN|USERDOMAIN_ROAMINGPROFILE|USERDNSDOMAIN|LOGONSERVER)=([^\s;"']{1,255})/gu;

type Found = readonly (readonly [NameKind, string])[];

const sources: readonly { readonly pattern: RegExp; readonly take: (match: RegExpExecArray) => Found }[] = [
  {
    pattern: profileFolder,
    take: ([folder]) => (sharedFolders.test(folder) ? [] : [['user', fromUrl(folder)]]),
  },
  { pattern: homeFolder, take: ([folder]) => [['user', fromUrl(folder)]] },
  // The computer's name in an event, of a domain with the domain's.
  { pattern: /<Computer>([^<]{1,255})<\/Computer>/gi, take: ([, name = '']) => machine(name) },
  // whoami /user: the account, then its SID.
  {
    pattern: /"([^"\\\r\n]{1,255})\\([^"\r\n]{1,255})","S-1-(?:5-21|12-1)-/g,
    take: ([, realm = '', user = '']) => [
      ['domain', realm],
      ['user', user],
    ],
  },
  // whoami /groups: a group of a machine or domain, its kind, its SID.
  {
    pattern: /"([^"\\\r\n]{1,255})\\[^"\r\n]{1,255}","[^"\r\n]{0,255}","S-1-(?:5-21|12-1)-/g,
    take: ([, realm = '']) => [['domain', realm]],
  },
  { pattern: registryValue, take: ([, name = '', data = '']) => namedValue(name, data) },
  { pattern: variable, take: ([, name = '', value = '']) => namedValue(name, value) },
  {
    pattern: credentials,
    take: ([, user = '', password = '', host = '']) => [
      ['user', fromUrl(user)],
      ['secret', password],
      ['secret', fromUrl(password)],
      ...proxyHosts(host),
    ],
  },
  {
    pattern: /(?<![\p{L}\p{N}])(?:https?|ftp|all|no)_?proxy["']?\s*[=:]\s*["']?([^\s"']{1,512})/giu,
    take: ([, value = '']) => proxyHosts(value),
  },
  // netsh winhttp show proxy: `<label> :  http=host:port;https=host:port`.
  {
    pattern:
      /:\s+((?:\w+=)?[\p{L}\p{N}.-]+:(?:80|443|1080|3128|3129|7890|8000|8008|8080|8081|8118|8443|8888|9090|10808|10809)(?:;\S+)?)\s*$/gimu,
    take: ([, value = '']) => proxyHosts(value),
  },
];

/** Names that a registry value, an environment variable or a property tells by its own name. */
export function namedValue(name: string, value: string): Found {
  const plain = value.replace(/\\0.*$/, '').replace(/^\\+/, '');
  const key = name.replace(/[\s_]/g, '').toLowerCase();
  if (
    /^(?:username|logname|registeredowner|defaultusername|altdefaultusername|lastusedusername|lastloggedonuser|lastloggedonsamuser|lastloggedondisplayname|logonusername|logonuser|currentuser|owner|primaryownername)$/.test(
      key,
    )
  ) {
    const [, realm, user = plain] = /^([^\\]+)\\(.+)$/.exec(plain) ?? [];
    return [['user', user], ...(realm === undefined || realm === '.' ? [] : ([['domain', realm]] as const))];
  }
  if (
    /^(?:computername|activecomputername|hostname|nvhostname|machinename|csname|pscomputername|dnshostname|systemname|logonserver)$/.test(
      key,
    )
  )
    return machine(plain);
  if (
    /^(?:domain|nvdomain|dhcpdomain|icsdomain|userdomain|userdomainroamingprofile|userdnsdomain|dnsdomain|defaultdomainname|cachedomain|searchlist|dhcpdomainsearchlist|connectionspecificsuffix|workgroup)$/.test(
      key,
    )
  )
    return plain.split(/[\s,;]+/).map((each) => ['domain', each] as const);
  if (key === 'registeredorganization') return [['organisation', plain]];
  return /^(?:proxyserver|autoconfigurl|proxyoverride|proxy|httpproxy|httpsproxy|proxybypass)$/.test(key)
    ? proxyHosts(plain)
    : [];
}

/** `pc.corp.example` tells a machine and a domain. */
function machine(name: string): Found {
  const [, short = name, domain] = /^([^.]+)\.(.+)$/.exec(name) ?? [];
  return [['machine', short], ...(domain === undefined ? [] : ([['domain', domain]] as const))];
}

/** The hosts of a proxy setting: `http=proxy:8080;https=…`, a URL, a list. Addresses are masked as such. */
function proxyHosts(setting: string): Found {
  return setting.split(/[;,\s]+/).flatMap((each) => {
    const host =
      /^(?:[a-z]+=)?(?:[a-z]+:\/\/)?(?:[^@\s]*@)?\*?\.?([\p{L}\p{N}][\p{L}\p{N}.-]*)(?::\d+)?(?:\/|$)/iu.exec(
        each,
      )?.[1];
    if (host === undefined || /^[\d.]+$/.test(host)) return [];
    return [['proxy', host] as const];
  });
}

function learn(names: Pick<NameMasker, 'learn'>, kind: NameKind, name: string): void {
  // A mere number is nobody's name, and would be found everywhere.
  if (!/^[\d.\s]*$/.test(name)) names.learn(kind, name);
}

export function fromUrl(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
