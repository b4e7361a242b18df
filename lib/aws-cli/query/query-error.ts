/** The expression after `--query` is wrong. The text is that of the JMESPath library the AWS CLI uses. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  constructor(
    message: string,
    /** Whether it is found before the call is made: the form is wrong, not what it meets. */
    readonly form: boolean,
  ) {
    super(message);
  }
}
