import type { Page } from '@playwright/test';
import { defaultSettings } from 'lighthouse/core/config/constants.js';
import { startServer } from '../server/start-server';
import type { Figure } from './bench';
import { median } from './measure';
import { quietChromium } from './quiet-chromium';

const rounds = 7;
const path = '/labs/one-interface-two-instances';

/** What one visit took, seconds from the start of its navigation. */
interface Visit {
  /** The field for a command can be seen. */
  readonly field: number;
  /** The command that was typed into it at once is answered on the page. */
  readonly answered: number;
}

/** The first command on the workbench, on a phone that was never here: Lighthouse's phone and its slow network, applied as it goes. */
export async function firstCommand(): Promise<Figure[]> {
  const server = await startServer();
  const browser = await quietChromium();
  const { screenEmulation, emulatedUserAgent } = defaultSettings;
  try {
    const visits: Visit[] = [];
    // The first one is the server's own first.
    for (let round = -1; round < rounds; round += 1) {
      const context = await browser.newContext({
        viewport: { width: screenEmulation.width, height: screenEmulation.height },
        deviceScaleFactor: screenEmulation.deviceScaleFactor,
        isMobile: true,
        hasTouch: true,
        ...(emulatedUserAgent && { userAgent: emulatedUserAgent }),
      });
      const seen = await visit(await context.newPage(), `${server.url}${path}`);
      if (round >= 0) visits.push(seen);
      await context.close();
    }
    const seconds = (values: readonly number[]) => values.map((value) => value.toFixed(2)).join(' ');
    const answered = visits.map((one) => one.answered);
    return [
      {
        name: 'first command on the workbench, phone, answered after, s',
        value: median(answered),
        detail: `${seconds(answered)}; its field was seen after ${median(visits.map((one) => one.field)).toFixed(2)}`,
      },
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Types a command into the field as soon as it can be seen, and notes when; a text, because what compiles this file adds to its functions. */
const visitor = `
let field;
const log = () => document.querySelector('[aria-label="What was run"]');
const look = () => {
  const input = log()?.parentElement.querySelector('input');
  if (field === undefined && input && performance.getEntriesByName('first-contentful-paint').length > 0) {
    field = performance.now();
    // As a keyboard does it, for React to hear of it.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, 'aws ec2 describe-vpcs');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    setTimeout(() => input.form.requestSubmit());
  } else if (field !== undefined && log()?.textContent.includes('CidrBlock')) {
    changes.disconnect();
    console.debug(JSON.stringify({ field, answered: performance.now() }));
  }
};
const changes = new MutationObserver(look);
changes.observe(document, { childList: true, subtree: true });
new PerformanceObserver(look).observe({ type: 'paint', buffered: true });
`;

/**
 * Open the page and type a command as soon as that can be done. Watched in the page itself, whose clock has the start, and told
 * on its console: to be asked, it would have to load what a question is asked with, which takes a slowed page a quarter of a second.
 */
async function visit(page: Page, url: string): Promise<Visit> {
  const { rttMs, throughputKbps, cpuSlowdownMultiplier } = defaultSettings.throttling;
  const session = await page.context().newCDPSession(page);
  const bytesPerSecond = (throughputKbps * 1024) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: rttMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdownMultiplier });
  await page.addInitScript({ content: visitor });
  const told = page.waitForEvent('console', (message) => message.type() === 'debug');
  await page.goto(url, { waitUntil: 'commit' });
  const { field, answered } = JSON.parse((await told).text()) as Visit;
  return { field: field / 1000, answered: answered / 1000 };
}
