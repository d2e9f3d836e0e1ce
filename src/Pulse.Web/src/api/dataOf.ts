interface Answered<T> {
  isPending: boolean;
  isLoadingError: boolean;
  data: T | undefined;
}

/**
 * The data that a query has read last, even if a later read failed; undefined before the first. Reading `data` before that would
 * suspend the surrounding page, which could then not show its own state.
 */
export const dataOf = <T>(query: Answered<T>): T | undefined => (query.isPending || query.isLoadingError ? undefined : query.data);
