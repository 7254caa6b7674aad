/** Masks one text, with everything that was learned from all of them before. */
import { wideText } from '../host/line-shape.js';
import { createAddressMasker } from './mask-addresses.js';
import { maskSecrets } from './mask-secrets.js';
import { createSidMasker } from './mask-sids.js';
import {
  credentials,
  email,
  foldersNamed,
  fromUrl,
  homeFolder,
  learnDomains,
  learnNames,
  namedValue,
  profileFolder,
  sharedFolders,
  variable,
} from './find-names.js';
import { createNameMasker, type NameKind } from './names.js';

export interface TextMasker {
  /** Notes what is personal in a text. All texts first, then `settle`, then `mask`. */
  learn(text: string): void;
  /** A property of an answer, whose own name may say what its value is. */
  learnProperty(name: string, value: string): void;
  learnName(kind: NameKind, name: string): void;
  exemptVersions(text: string): void;
  settle(): void;
  mask(text: string): string;
}

/** `secret`: random bytes, of this capture alone. */
export function createTextMasker(secret: Uint8Array): TextMasker {
  const names = createNameMasker();
  const sids = createSidMasker();
  const addresses = createAddressMasker(secret);
  const seen: string[] = [];
  let knownFolder = foldersNamed([]);

  const mask = (text: string, depth = 0): string => {
    if (text === '') return text;
    const opened =
      depth > 0 ? text : text.replace(base64, (found) => maskBase64(found, (inner) => mask(inner, 1)));
    const placed = maskSecrets(opened)
      .replace(credentials, (_, user: string, password: string | undefined) => {
        const name = names.inPlace('user', fromUrl(user));
        return password === undefined ? `${name}@` : `${name}:${names.inPlace('secret', fromUrl(password))}@`;
      })
      .replace(email, (found, user: string, domain: string) =>
        domain.endsWith('.example') ? found : `${names.inPlace('user', user)}@mail.example`,
      )
      .replace(knownFolder, (folder) => names.inPlace('user', folder))
      .replace(profileFolder, (folder) =>
        sharedFolders.test(folder) ? folder : names.inPlace('user', fromUrl(folder)),
      )
      .replace(homeFolder, (folder) => names.inPlace('user', fromUrl(folder)))
      .replace(computer, (_, name: string) => names.inPlace('machine', name))
      .replace(realmOfAccount, (realm) => names.inPlace('domain', realm))
      .replace(accountOfRow, (user) => names.inPlace('user', user))
      .replace(variable, (found, name: string, value: string) =>
        found.replace(value, () => valueMasked(name, value)),
      )
      .replace(listRow, (row, name: string) => row.replace(name, () => names.mask(name)))
      .replace(registryData, (data) => names.mask(data));
    return addresses.mask(sids.mask(names.mask(placed)));
  };

  /** There a name stands whatever it is, also one of two letters. */
  const valueMasked = (name: string, value: string): string =>
    namedValue(name, value).reduce(
      (masked, [kind, part]) => masked.replace(part, () => names.inPlace(kind, part)),
      value,
    );

  return {
    learn(text) {
      seen.push(text);
      learnNames(text, names);
      sids.learn(text);
      addresses.learn(text);
    },
    learnProperty(name, value) {
      for (const [kind, found] of namedValue(name, value)) names.learn(kind, found);
      if (/version|kernel/i.test(name)) exempt(value);
    },
    learnName: (kind, name) => {
      names.learn(kind, name);
    },
    exemptVersions: exempt,
    settle() {
      const users = new Set(names.known().map((name) => name.toLowerCase()));
      for (const text of seen.splice(0)) learnDomains(text, users, names);
      // Where a path ends with a name of two words, only the name itself tells where.
      knownFolder = foldersNamed(names.known().filter((name) => /\s/.test(name)));
    },
    mask: (text) => mask(text),
  };

  function exempt(text: string) {
    for (const [version] of text.matchAll(/\d{1,3}(?:\.\d{1,3}){3}/g)) addresses.exempt(version);
  }
}

const computer = /(?<=<Computer>)([^<]{1,255})(?=<\/Computer>)/gi;
/** In the rows of whoami. */
const realmOfAccount =
  /(?<=")[^"\\\r\n]{1,255}(?=\\[^"\r\n]{1,255}",(?:"[^"\r\n]{0,255}",)?"S-1-(?:5-21|12-1)-)/g;
const accountOfRow = /(?<="[^"\\\r\n]{1,255}\\)[^"\r\n]{1,255}(?=","S-1-(?:5-21|12-1)-)/g;
/** `wsl -l -v`: the words of its states are English everywhere. */
const listRow = /^[* ] ?(\S.*?)(?=\s+[A-Z][a-z]+\s+[12]\s*$)/gm;
const registryData = /(?<=^ {4}\S.{0,200}? {4}REG_(?:EXPAND_)?SZ {4})[^\r\n]*\S/gm;

/** An encoded command (`-EncodedCommand`), an embedded file. */
const base64 = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/]{20,}={0,2}(?![A-Za-z0-9+/=_-])/g;

function maskBase64(found: string, mask: (text: string) => string): string {
  if (found.length % 4 !== 0) return found;
  const bytes = Buffer.from(found, 'base64');
  for (const encoding of ['utf8', 'utf16le'] as const) {
    const text = encoding === 'utf8' ? bytes.toString('utf8') : wideText(bytes);
    if (!isReadable(text) || Buffer.compare(Buffer.from(text, encoding), bytes) !== 0) continue;
    const masked = mask(text);
    return masked === text ? found : Buffer.from(masked, encoding).toString('base64');
  }
  return found;
}

function isReadable(text: string): boolean {
  return !/[\x00-\x08\x0e-\x1f\x7f\ufffd]/.test(text);
}
