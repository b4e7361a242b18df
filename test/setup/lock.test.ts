import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingOptional } from '../../lib/setup/complete-lock.mjs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

test('the lock file holds the optional packages of every platform, or npm ci refuses it', () => {
  expect([...missingOptional(lock).keys()]).toEqual([]);
});

test('a lock file without one is noticed', () => {
  const { 'node_modules/@next/swc-darwin-arm64': _gone, ...packages } = lock.packages;
  expect([...missingOptional({ packages }).keys()]).toEqual(['node_modules/@next/swc-darwin-arm64']);
});

test('no package is pinned to a registry host', () => {
  const hosts = Object.values<{ resolved?: string }>(lock.packages).filter((entry) => entry.resolved !== undefined);
  expect(hosts).toEqual([]);
});
