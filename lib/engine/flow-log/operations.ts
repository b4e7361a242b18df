import type { Operation } from '../operation';
import { createFlowLogs } from './create-flow-logs';
import { deleteFlowLogs } from './delete-flow-logs';
import { describeFlowLogs } from './describe-flow-logs';

export const flowLogOperations: readonly Operation[] = [createFlowLogs, deleteFlowLogs, describeFlowLogs];
