import type { Operation } from '../operation';
import { createTrafficMirrorFilter } from './create-traffic-mirror-filter';
import { createTrafficMirrorFilterRule } from './create-traffic-mirror-filter-rule';
import { createTrafficMirrorSession } from './create-traffic-mirror-session';
import { createTrafficMirrorTarget } from './create-traffic-mirror-target';
import { deleteTrafficMirrorFilter } from './delete-traffic-mirror-filter';
import { deleteTrafficMirrorFilterRule } from './delete-traffic-mirror-filter-rule';
import { deleteTrafficMirrorSession } from './delete-traffic-mirror-session';
import { deleteTrafficMirrorTarget } from './delete-traffic-mirror-target';
import { describeTrafficMirrorFilterRules } from './describe-traffic-mirror-filter-rules';
import { describeTrafficMirrorFilters } from './describe-traffic-mirror-filters';
import { describeTrafficMirrorSessions } from './describe-traffic-mirror-sessions';
import { describeTrafficMirrorTargets } from './describe-traffic-mirror-targets';
import { modifyTrafficMirrorFilterNetworkServices } from './modify-traffic-mirror-filter-network-services';
import { modifyTrafficMirrorFilterRule } from './modify-traffic-mirror-filter-rule';
import { modifyTrafficMirrorSession } from './modify-traffic-mirror-session';

export const trafficMirrorOperations: readonly Operation[] = [
  createTrafficMirrorFilter,
  createTrafficMirrorFilterRule,
  createTrafficMirrorSession,
  createTrafficMirrorTarget,
  deleteTrafficMirrorFilter,
  deleteTrafficMirrorFilterRule,
  deleteTrafficMirrorSession,
  deleteTrafficMirrorTarget,
  describeTrafficMirrorFilterRules,
  describeTrafficMirrorFilters,
  describeTrafficMirrorSessions,
  describeTrafficMirrorTargets,
  modifyTrafficMirrorFilterNetworkServices,
  modifyTrafficMirrorFilterRule,
  modifyTrafficMirrorSession,
];
