import type { Operation } from '../operation';
import { describeImages } from './describe-images';

export const imageOperations: readonly Operation[] = [describeImages];
