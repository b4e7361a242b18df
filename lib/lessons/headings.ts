import { anchorOf } from './glossary';

/** The heading of a lesson's last section, a list of links: nothing to find by a search, or to come back to. */
export const sourcesHeading = 'Sources';

/** The id of a heading in a lesson's page: `what-the-second-leg-costs`. One in a page as long as its words are. */
export const headingAnchor = (heading: string): string => anchorOf({ term: heading });
