import { anchorOf } from './glossary';

/** The id of a heading in a lesson's page: `what-the-second-leg-costs`. One in a page as long as its words are. */
export const headingAnchor = (heading: string): string => anchorOf({ term: heading });
