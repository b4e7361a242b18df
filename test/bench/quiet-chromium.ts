import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { chromiumPath } from '../e2e/playwright.config';

/**
 * Chromium with nothing of its own to do while a page is measured. The suggestions of its address bar are a page too (since 2026),
 * made anew for each window: 0.9 s of a processor, just when the measured page loads. On two cores that was half a second
 * of the first command on a slowed phone.
 */
export function quietChromium(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath && { executablePath: chromiumPath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // The last list counts: Playwright's own, of which these are the ones that would ask the network, is gone with it.
      '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,HttpsUpgrades,MediaRouter,OptimizationHints',
      `--crash-dumps-dir=${mkdtempSync(join(tmpdir(), 'chromium-'))}`,
      ...args,
    ],
  });
}
