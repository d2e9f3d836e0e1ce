interface Answered<T> {
  isPending: boolean;
  isLoadingError: boolean;
  data: T | undefined;
}

/**
 * What a query has read last, also when reading it again failed; undefined before. To touch `data` before there is any would
 * suspend the page around it instead of letting it show its own state.
 */
export const dataOf = <T>(query: Answered<T>): T | undefined => (query.isPending || query.isLoadingError ? undefined : query.data);
