import { userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readMachinePaths } from '../../../src/host/windows/machine-paths.js';

describe('the paths of the machine', () => {
  it('come from the environment, whatever its spelling', () => {
    const env = { SYSTEMROOT: 'D:\\WINDOWS\\', programdata: 'D:\\ProgramData' };
    expect(readMachinePaths(env, 'D:\\Users\\x')).toEqual({
      windows: 'D:\\WINDOWS',
      system32: 'D:\\WINDOWS\\System32',
      profile: 'D:\\Users\\x',
      programData: 'D:\\ProgramData',
    });
  });

  it('are the usual ones where the environment names nothing absolute', () => {
    const env = { SystemRoot: '..\\evil', windir: '', ProgramData: '\\\\server\\share' };
    expect(readMachinePaths(env, 'x')).toMatchObject({
      windows: 'C:\\Windows',
      programData: 'C:\\ProgramData',
    });
  });

  it('lead a 32-bit process to the 64-bit programs', () => {
    const env = { SystemRoot: 'C:\\Windows', PROCESSOR_ARCHITEW6432: 'AMD64' };
    expect(readMachinePaths(env, 'x').system32).toBe('C:\\Windows\\Sysnative');
  });

  it("have the profile of the process's own account, not of %USERPROFILE%", () => {
    expect(readMachinePaths({ USERPROFILE: 'C:\\Users\\other' }).profile).toBe(userInfo().homedir);
  });
});
