import 'server-only';

/**
 * Who may call what: one row for each address and method, read by the doors and by the tests.
 *
 * - `anyone`: no identity needed.
 * - `guest`: anyone; a browser without a session becomes a guest by it.
 * - `user`: whoever has a session or a token; what they see is their own, another's id answers 404.
 * - `account`: not a guest.
 */
export const permissions = {
  'GET /': 'anyone',
  'GET /labs': 'anyone',
  'GET /labs/[slug]': 'anyone',
  'GET /embed/labs/[slug]': 'anyone',
  'GET /lessons': 'anyone',
  'GET /experiments/[slug]/account.json': 'anyone',
  'GET /fidelity': 'anyone',
  'GET /fidelity/[resource]': 'anyone',
  'GET /lessons/[slug]': 'anyone',
  'GET /quizzes': 'anyone',
  'GET /quizzes/[slug]': 'anyone',
  'GET /progress': 'anyone',
  'GET /classes': 'account',
  'GET /classes/[id]': 'account',
  'GET /classes/[id]/gradebook': 'account',
  'GET /grading': 'account',
  'GET /grading/[id]': 'account',
  'GET /sign-in': 'anyone',
  'GET /sign-up': 'anyone',
  'GET /settings': 'user',

  'GET /api/health': 'anyone',
  'GET /api/v1/openapi.json': 'anyone',
  'GET /api/v1/me': 'anyone',
  'GET /api/v1/labs': 'anyone',
  'POST /api/v1/labs/{slug}/attempts': 'guest',
  'GET /api/v1/lab-attempts': 'anyone',
  'GET /api/v1/lab-attempts/events': 'user',
  'GET /api/v1/lab-attempts/{id}': 'user',
  'POST /api/v1/lab-attempts/{id}/commands': 'user',
  'POST /api/v1/lab-attempts/{id}/undo': 'user',
  'POST /api/v1/lab-attempts/{id}/reset': 'user',
  'POST /api/v1/lab-attempts/{id}/hints': 'user',
  'POST /api/v1/lab-attempts/{id}/completions': 'user',
  'POST /api/v1/lab-attempts/{id}/credentials': 'user',
  'DELETE /api/v1/lab-attempts/{id}/credentials': 'user',
  'GET /api/v1/lessons': 'anyone',
  'GET /api/v1/lessons/{slug}/progress': 'anyone',
  'PUT /api/v1/lessons/{slug}/progress': 'guest',
  'PUT /api/v1/lessons/{slug}/answers/{questionId}': 'guest',
  'GET /api/v1/quizzes': 'anyone',
  'POST /api/v1/quizzes/{slug}/attempts': 'guest',
  'GET /api/v1/quiz-attempts': 'anyone',
  'GET /api/v1/quiz-attempts/{id}': 'user',
  'PUT /api/v1/quiz-attempts/{id}/answers/{questionId}': 'user',
  'POST /api/v1/quiz-attempts/{id}/submit': 'user',
  'GET /api/v1/progress': 'anyone',
  'GET /api/v1/classes': 'account',
  'GET /api/v1/classes/{id}': 'account',
  'GET /api/v1/classes/{id}/gradebook': 'account',
  'GET /api/v1/grading/queue': 'account',
  'PUT /api/v1/marks/{answerId}': 'user',
  'GET /api/v1/me/export': 'user',
  'DELETE /api/v1/me': 'user',

  // Signed with the credentials of an attempt, which they check themselves: no cookie, no token.
  'GET /api/ec2': 'anyone',
  'POST /api/ec2': 'anyone',

  'GET /api/auth/[...nextauth]': 'anyone',
  'POST /api/auth/[...nextauth]': 'anyone',

  'action signUp': 'anyone',
  'action signIn': 'anyone',
  'action changePassword': 'account',
  'action changeName': 'account',
  'action changeTheme': 'user',
  'action createToken': 'account',
  'action revokeToken': 'account',
  'action deleteMe': 'user',
  'action answerLessonQuestion': 'guest',
  'action finishLesson': 'guest',
  'action createClass': 'account',
  'action joinClass': 'account',
  'action renewCode': 'account',
  'action setClassRole': 'account',
  'action assignQuiz': 'account',
  'action changeDueDate': 'account',
  'action releaseMarks': 'account',
} as const satisfies Record<string, 'anyone' | 'guest' | 'user' | 'account'>;

export type Permission = keyof typeof permissions;
export type Access = (typeof permissions)[Permission];
