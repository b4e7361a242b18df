import type { Case, Claim, Gap, NamedSystem } from './claim';
import type { ExperimentAccount, ExperimentView, NeededSystem } from './experiment';

/** A lesson, a lab or an experiment by its name, with the page that has it. */
export interface Place {
  readonly href: string;
  readonly title: string;
}

/** An experiment that waits for systems of the simulator. */
export interface ComingView {
  readonly title: string;
  readonly needs: readonly NeededSystem[];
}

/** A claim with where it is taught (none while its lesson is not written), and what shows it or is to show it. */
export interface ClaimView extends Claim {
  readonly lesson: Place | undefined;
  readonly experiments: readonly Place[];
  readonly coming: readonly ComingView[];
  readonly cases: readonly string[];
}

export interface GapView extends Gap {
  readonly lesson: Place | undefined;
}

/** A contradiction as it is tried: with its experiment, started, or what that waits for. */
export interface CaseView extends Case {
  readonly lesson: Place | undefined;
  readonly started: { readonly view: ExperimentView; readonly account: ExperimentAccount } | undefined;
  readonly coming: ComingView | undefined;
  /** Where each claim of its sides stands, by number. */
  readonly hrefs: ReadonlyMap<number, string>;
  /** The cases before and after it. */
  readonly before: Place | undefined;
  readonly after: Place | undefined;
}

export interface ExperimentRow extends Place {
  readonly claims: readonly number[];
  /** The first lesson that shows it. */
  readonly lesson: Place | undefined;
}

/** A system or use that the documents name, with what teaches it and what one does with it. */
export interface SystemView extends Omit<NamedSystem, 'labs' | 'experiments'> {
  readonly lessons: readonly Place[];
  readonly labs: readonly Place[];
  readonly experiments: readonly Place[];
}
