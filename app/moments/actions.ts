'use server';

import { action } from '@/lib/auth/action';
import { StartFromShare, startFromShareForm } from '@/lib/usecases/start-from-share';

const toItsLab = ({ slug }: { slug: string }) => `/labs/${slug}`;

/** Makes the opener's own attempt where a shared moment stands, and goes to its lab. */
export const startFromShareAction = action('action startFromShare', StartFromShare, startFromShareForm, toItsLab);
