import type { Operation } from '../operation';
import { describeInstanceAttribute } from './describe-instance-attribute';
import { describeInstanceStatus } from './describe-instance-status';
import { describeInstances } from './describe-instances';
import { modifyInstanceAttribute } from './modify-instance-attribute';
import { modifyInstanceMetadataOptions } from './modify-instance-metadata-options';
import { rebootInstances } from './reboot-instances';
import { resetInstanceAttribute } from './reset-instance-attribute';
import { runInstances } from './run-instances';
import { startInstances } from './start-instances';
import { stopInstances } from './stop-instances';
import { terminateInstances } from './terminate-instances';

export const instanceOperations: readonly Operation[] = [
  describeInstanceAttribute,
  describeInstanceStatus,
  describeInstances,
  modifyInstanceAttribute,
  modifyInstanceMetadataOptions,
  rebootInstances,
  resetInstanceAttribute,
  runInstances,
  startInstances,
  stopInstances,
  terminateInstances,
];
