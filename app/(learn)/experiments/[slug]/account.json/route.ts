import { listExperiments, startExperiment } from '@/lib/usecases/experiments';

// Files of the build, like the lessons that run them: the same for everyone, and no server's work to hand out.
export const dynamic = 'force-static';
export const dynamicParams = false;
export const generateStaticParams = async () => (await listExperiments()).map((slug) => ({ slug }));

/** The account that an experiment of a lesson starts from (`ExperimentAccount`). */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  return Response.json((await startExperiment((await params).slug)).account);
}
