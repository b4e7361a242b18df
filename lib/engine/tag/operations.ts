import type { Operation } from '../operation';
import { createTags } from './create-tags';
import { deleteTags } from './delete-tags';
import { describeTags } from './describe-tags';

export const tagOperations: readonly Operation[] = [createTags, deleteTags, describeTags];
