import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { LabAtWork } from '@/app/lab-at-work';
import { EmbedFrame } from '@/components/embed/embed-frame';
import { findEmbeddedLab } from '@/lib/usecases/labs';

type Props = { params: Promise<{ slug: string }> };

// Whether there is such a page is the installation's to say, when it starts.
export const dynamic = 'force-dynamic';
export const metadata: Metadata = { robots: { index: false } };

/** One lab, for a frame in another site's page. */
export default async function EmbeddedLabPage({ params }: Props) {
  const lab = await findEmbeddedLab((await params).slug);
  if (!lab) notFound();
  // As Next finds it for its own scripts.
  const policy = (await headers()).get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  return (
    <EmbedFrame href={`/labs/${lab.slug}`}>
      <LabAtWork lab={lab} nonce={nonce} />
    </EmbedFrame>
  );
}
