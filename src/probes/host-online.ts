import { runToExit } from './machine.js';
import type { Probe } from './probe.js';

const testUrl = 'http://www.msftconnecttest.com/connecttest.txt';

/** Whether Windows itself reaches the internet, by the page with which Windows tests it: else nothing can be said of WSL. */
export const hostOnlineProbe: Probe<'hostOnline'> = {
  id: 'host-online',
  fact: 'hostOnline',
  after: [],
  elevation: 'none',
  usualMs: 1_000,
  timeoutMs: 15_000,
  async read(context) {
    const args = ['-sS', '-o', 'NUL', '-m', '10', '-w', '%{http_code}', testUrl];
    const { exitCode, stdout } = await runToExit(context, 'curl', args);
    return { online: exitCode === 0 && parseStatus(stdout) === 200 };
  },
  findings: ({ online }) =>
    online ? [] : [{ id: 'host-offline', probe: 'host-online', data: {}, evidence: `curl.exe ${testUrl}` }],
};

/** HTTP status as curl writes it, 0 where there was none. */
export const parseStatus = (stdout: string): number => Number(/\b(\d{3})\s*$/.exec(stdout)?.[1] ?? 0);
