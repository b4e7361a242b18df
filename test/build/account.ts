import { createAccount } from '@/lib/engine/create-account';
import { execute } from '@/lib/engine/execute';
import type { Quotas } from '@/lib/engine/quotas';
import type { Surroundings } from '@/lib/engine/surroundings';
import { setTime, toJson, type World } from '@/lib/engine/world';

/** When every account of the tests begins: 2026-01-31T09:30:00Z. */
export const began = Date.UTC(2026, 0, 31, 9, 30);

/** An account as AWS hands it out, and calls to it, each a second after the one before. */
export class TestAccount {
  readonly world: World;

  constructor(options: { quotas?: Partial<Quotas>; seed?: string; region?: string; surroundings?: Surroundings } = {}) {
    this.world = createAccount({ seed: 'seed', now: began, ...options });
  }

  /** What the call answers, as the caller knows it to look; throws when it is refused. */
  call<Output = object>(operation: string, input: object = {}): Output {
    this.wait(1);
    const outcome = execute(this.world, { operation, input });
    if (!outcome.ok) throw new Error(`${operation} was refused: ${outcome.error.code}: ${outcome.error.message}`);
    // Tests compare whole outputs, or read a member that an exact comparison elsewhere has shown.
    return outcome.output as Output;
  }

  /** `Code: message` of a call that has to be refused; throws when it is accepted or leaves a mark on the world. */
  refusal(operation: string, input: object = {}): string {
    this.wait(1);
    const before = this.bytes();
    const outcome = execute(this.world, { operation, input });
    if (outcome.ok) throw new Error(`${operation} was accepted: ${JSON.stringify(outcome.output)}`);
    if (this.bytes() !== before) throw new Error(`the refused ${operation} changed the world`);
    return `${outcome.error.code}: ${outcome.error.message}`;
  }

  /** Let simulated time pass. */
  wait(seconds: number): void {
    setTime(this.world, this.world.now + seconds * 1000);
  }

  bytes(): string {
    return JSON.stringify(toJson(this.world));
  }

  get defaultVpcId(): string {
    const vpc = this.world.vpcs.first('default', 'default');
    if (!vpc) throw new Error('the account has no default VPC');
    return vpc.VpcId;
  }
}
