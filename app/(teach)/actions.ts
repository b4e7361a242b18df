'use server';

import type { z } from 'zod';
import { action } from '@/lib/auth/action';
import { callerAddress } from '@/lib/auth/address';
import type { Caller } from '@/lib/auth/caller';
import { userOf } from '@/lib/auth/user-of';
import {
  AssignQuiz,
  assignQuiz,
  ChangeDueDate,
  changeDueDate,
  ReleaseMarks,
  releaseMarks,
} from '@/lib/usecases/assignments';
import {
  CreateClass,
  createClass,
  JoinClass,
  joinClass,
  RenewCode,
  renewCode,
  SetClassRole,
  setClassRole,
} from '@/lib/usecases/classes';

const by =
  <I, T>(usecase: (user: Caller['user'], input: I) => Promise<T>) =>
  (caller: Caller | undefined, input: I): Promise<T> =>
    usecase(userOf(caller), input);
const join = async (user: Caller['user'], input: z.output<typeof JoinClass>) =>
  joinClass(user, input, await callerAddress());
const page = ({ id }: { id: string }): string => `/classes/${id}`;

export const createClassAction = action('action createClass', CreateClass, by(createClass), page);
export const joinClassAction = action('action joinClass', JoinClass, by(join), page);
export const renewCodeAction = action('action renewCode', RenewCode, by(renewCode));
export const setClassRoleAction = action('action setClassRole', SetClassRole, by(setClassRole));
export const assignQuizAction = action('action assignQuiz', AssignQuiz, by(assignQuiz));
export const changeDueDateAction = action('action changeDueDate', ChangeDueDate, by(changeDueDate));
export const releaseMarksAction = action('action releaseMarks', ReleaseMarks, by(releaseMarks));
