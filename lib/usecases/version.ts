import 'server-only';
import manifest from '@/package.json';

/** The version of Patchbay that runs. */
export const version: string = manifest.version;
