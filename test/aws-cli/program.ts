import type { CommandContext, CommandResult, Ec2Client } from '@/lib/aws-cli/client';
import { runAws } from '@/lib/aws-cli/run-aws';
import { type Call, execute, type Outcome } from '@/lib/engine/execute';
import { TestAccount } from '../build/account';

/** `aws` on a fresh account, with the calls it made. */
export class Program implements Ec2Client {
  readonly account = new TestAccount();
  readonly calls: Call[] = [];
  readonly files = new Map<string, string>();
  readonly env = new Map<string, string>();
  stdin = '';

  get region(): string {
    return this.account.world.region;
  }

  call(operation: string, input: object): Outcome {
    this.account.wait(1);
    this.calls.push({ operation, input });
    return execute(this.account.world, { operation, input });
  }

  sleep(seconds: number): void {
    this.account.wait(seconds);
  }

  /** Words after `aws`; a text is cut at its blanks. */
  run(line: string | readonly string[]): Promise<CommandResult> {
    const context: CommandContext = {
      readFile: async (path) => this.files.get(path),
      env: this.env,
      stdin: this.stdin,
    };
    return runAws(this, typeof line === 'string' ? line.split(' ') : line, context);
  }

  /** What a line prints that must go well. */
  async print(line: string | readonly string[]): Promise<string> {
    const { stdout, stderr, exitCode } = await this.run(line);
    if (exitCode !== 0) throw new Error(`aws ${line} ended with ${exitCode}: ${stderr}`);
    return stdout;
  }

  /** stderr and exit code of a line that must not go well. */
  async fail(line: string | readonly string[]): Promise<[string, number]> {
    const { stdout, stderr, exitCode } = await this.run(line);
    if (exitCode === 0) throw new Error(`aws ${line} went well: ${stdout}`);
    return [stderr, exitCode];
  }
}
