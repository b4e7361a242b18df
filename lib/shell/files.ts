import { type FsStat, InMemoryFs } from 'just-bash';
import type { World } from '@/lib/engine/world';

/** Bytes that one line may have in its files at a time; far above what lasts, far below what hurts. */
const workingBytes = 8 * 1024 * 1024;

/** Paths that just-bash fills itself. */
const system = /^\/(bin|dev|proc|usr)(\/|$)/;
const standing: ReadonlySet<string> = new Set(['/', '/home', '/home/user', '/tmp']);

/** Thrown by just-bash's file system when the line's files outgrow it. */
export const isFull = (error: unknown): boolean => error instanceof Error && error.message.startsWith('ENOSPC');

/** The learner's files during one line. All of them are dated by the simulated clock: dates do not last. */
export class LineFiles extends InMemoryFs {
  constructor(
    files: Readonly<Record<string, string>>,
    private readonly world: World,
  ) {
    super({}, { maxTotalBytes: workingBytes });
    for (const [path, content] of Object.entries(files)) {
      if (path.endsWith('/')) this.mkdirSync(path, { recursive: true });
      // Permissions do not last either, and a script is there to be run.
      else this.writeFileSync(path, content, undefined, { mode: content.startsWith('#!') ? 0o755 : 0o644 });
    }
  }

  override async stat(path: string): Promise<FsStat> {
    return { ...(await super.stat(path)), mtime: new Date(this.world.now) };
  }

  override async lstat(path: string): Promise<FsStat> {
    return { ...(await super.lstat(path)), mtime: new Date(this.world.now) };
  }

  /** What lasts: text files, and directories that are empty; with the paths of those files that are not text. */
  async kept(): Promise<{ files: Record<string, string>; binary: string[] }> {
    const files: [string, string][] = [];
    const binary: string[] = [];
    const paths = this.getAllPaths();
    const parents = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))));
    for (const path of paths.sort()) {
      if (system.test(path) || standing.has(path)) continue;
      const { isFile, isDirectory } = await super.lstat(path);
      if (isDirectory && !parents.has(path)) files.push([`${path}/`, '']);
      if (!isFile) continue;
      const content = textOf(await this.readFileBuffer(path));
      if (content === undefined) binary.push(path);
      else files.push([path, content]);
    }
    return { files: Object.fromEntries(files), binary };
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
