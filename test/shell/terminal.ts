import { defaultLimits, type Limits, type LineResult, type ShellState } from '@/lib/shell/line';
import { runLine } from '@/lib/shell/run-line';
import { newShell } from '@/lib/shell/shell-state';
import { TestAccount } from '../build/account';

/** An account with a shell that lasts, as a learner has them. */
export class Terminal extends TestAccount {
  shell: ShellState = newShell();

  /** Run a line and keep the shell it leaves. */
  async line(text: string, limits: Partial<Limits> = {}): Promise<LineResult> {
    const result = await runLine(this.world, this.shell, text, { limits: { ...defaultLimits, ...limits } });
    this.shell = result.shell;
    return result;
  }

  /** What a line prints; throws when it exits with an error. */
  async out(text: string): Promise<string> {
    const { stdout, stderr, exitCode } = await this.line(text);
    if (exitCode !== 0) throw new Error(`exit code ${exitCode} of: ${text}\n${stderr}`);
    return stdout;
  }
}
