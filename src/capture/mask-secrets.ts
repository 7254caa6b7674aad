/** What must not leave a machine whoever it belongs to: keys, passwords, ids of the installation. */

/** Replaces them by something of the same shape. */
export function maskSecrets(text: string): string {
  return text
    .replace(productKey, 'XXXXX-XXXXX-XXXXX-XXXXX-XXXXX')
    .replace(recoveryKey, '000000-000000-000000-000000-000000-000000-000000-000000')
    .replace(productId, '00000-00000-00000-AAAAA')
    .replace(privateValue, (_, start: string, data: string) => start + data.replace(/[^\s-]/g, '0'))
    .replace(password, (found, start: string, value: string) =>
      /^REG_|^secret/i.test(value) ? found : `${start}secret`,
    );
}

/** Five groups of five: Windows, Office. */
const productKey = /(?<![\p{L}\p{N}-])[0-9A-Z]{5}(?:-[0-9A-Z]{5}){4}(?![\p{L}\p{N}-])/giu;
/** BitLocker's eight groups of six digits. */
const recoveryKey = /(?<![\d-])\d{6}(?:-\d{6}){7}(?![\d-])/g;
const productId = /(?<![\p{L}\p{N}-])\d{5}-\d{5}-\d{5}-[0-9A-Z]{5}(?![\p{L}\p{N}-])/giu;
/** DigitalProductId holds the product key; the others tell one installation from all. */
const privateValue =
  /^( {4}(?:DigitalProductId\d?|ProductId|MachineGuid|MachineId|SusClientId|SusClientIdValidation|WindowsLiveId|OfflineMachineId) {4}REG_\w+ {4})(.+)$/gim;
const password =
  /((?<![\p{L}\p{N}])(?:password|passwd|passphrase|passwort|kennwort|contraseña|пароль|密码|パスワード|pwd|secret|token|api[_-]?key|proxypassword)["']?\s{0,3}[=:]\s{0,3}["']?)([^\s"';&,<>{}]{1,256})/giu;
