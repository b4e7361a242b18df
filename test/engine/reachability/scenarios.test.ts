import { describe, expect, test } from 'vitest';
import { cellOf, reachabilityMatrix } from '@/lib/engine/reachability/matrix';
import { trace } from '@/lib/engine/reachability/trace';
import { parseFlow, ScenarioAccount, scenarios } from './scenario';
import { backTexts, flaws, hopTexts, verdictText } from './shown-hops';

describe.each(scenarios)('$title', (scenario) => {
  const account = new ScenarioAccount(scenario);

  test('the account is made', () => account.run(scenario.account));

  test.each(scenario.flows)('$flow: $say', async ({ after, flow, verdict, out, back }) => {
    if (after !== undefined) await account.run(after);
    const { world } = account;
    const asked = parseFlow(world, flow);
    const found = trace(world, asked);
    const shown = {
      verdict: verdictText(found.verdict),
      out: hopTexts(world, found.out),
      back: backTexts(world, found),
    };
    const expand = (texts: string[]) => texts.map((text) => account.expand(text));
    expect(shown).toEqual({ verdict, out: out ? expand(out) : shown.out, back: back ? expand(back) : shown.back });
    const { source, destination, ...pair } = asked;
    const matrix = reachabilityMatrix(world, { sources: [source], targets: [destination], flows: [pair] });
    expect(matrix).toEqual([[[cellOf(found.verdict)]]]);
    expect([...flaws(world, found.out), ...flaws(world, found.back)]).toEqual([]);
  });
});
