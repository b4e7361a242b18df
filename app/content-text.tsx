import { MDXRemote, type MDXRemoteProps } from 'next-mdx-remote/rsc';

/** The MDX of a file of content/. The error of one that does not compile names it. */
export async function ContentText({ file, ...mdx }: MDXRemoteProps & { file: string }) {
  try {
    return await MDXRemote(mdx);
  } catch (error) {
    throw new Error(`content/${file}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
