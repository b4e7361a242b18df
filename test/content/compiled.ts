import { serialize } from 'next-mdx-remote/serialize';

/** The code that MDX of a file of content/ becomes. The error of one that does not compile names the file. */
export async function compiled(file: string, mdx: string): Promise<string> {
  try {
    return (await serialize(mdx)).compiledSource;
  } catch (error) {
    throw new Error(`content/${file}: ${error instanceof Error ? error.message : error}`);
  }
}
