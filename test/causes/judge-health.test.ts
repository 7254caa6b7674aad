import { expect, test } from 'vitest';
import { judgeHealth } from '../../src/causes/judge-health.js';
import type { Facts, WslStartFact } from '../../src/domain/facts.js';
import type { Finding } from '../../src/domain/findings.js';

const start = (change: Partial<WslStartFact>): Facts => ({
  wslStart: {
    attempt: 'started',
    distro: 'Ubuntu',
    exitCode: 0,
    codePath: null,
    hresult: null,
    failedMode: null,
    fallbackMode: null,
    runningMode: 'nat',
    printed: [],
    ...change,
  },
});
const disabled: Finding = {
  id: 'service-disabled',
  probe: 'services',
  data: { service: 'SharedAccess' },
  evidence: '',
};
const pending: Finding = {
  id: 'restart-pending',
  probe: 'pending-restart',
  data: { by: 'windows-update' },
  evidence: '',
};
const failed: Finding = {
  id: 'wsl-start-failed',
  probe: 'wsl-start',
  data: { hresult: null, codePath: null },
  evidence: '',
};

test('a network that works is healthy, whatever else waits for a restart', () => {
  expect(judgeHealth([pending], start({}))).toBe('healthy');
  expect(judgeHealth([], start({ runningMode: null }))).toBe('healthy');
});

test('a start that failed is broken', () => {
  expect(judgeHealth([failed], start({ attempt: 'failed', runningMode: null }))).toBe('broken');
});

test.each(['virtioproxy', 'consomme'])('%s is a fallback, never a repair', (runningMode) => {
  expect(judgeHealth([], start({ runningMode }))).toBe('working-by-fallback');
});

test('a WSL without network is broken though it starts', () => {
  expect(judgeHealth([], start({ runningMode: 'none' }))).toBe('broken');
});

test('where nothing could be started, hard facts tell and their absence does not', () => {
  expect(judgeHealth([disabled], {})).toBe('broken');
  expect(judgeHealth([], {})).toBe('unknown');
  expect(judgeHealth([pending], start({ attempt: 'not-attempted', runningMode: null }))).toBe('unknown');
});
