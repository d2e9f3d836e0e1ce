/** What Pulse answers when it refuses something: RFC 9457 with a stable `code`. */
export interface ProblemDocument {
  code: string;
  title: string;
  detail?: string | null;
  status: number;
  /** Faulty fields with their sentences, of `validation_failed`. */
  errors?: Record<string, string[]>;
  /** The other connection, of `endpoint_taken`. */
  connectionId?: string;
  /** When it may be tried again, of `auth_hold`. */
  retryAt?: string;
  /** Whether there is no admin yet, of `unauthenticated`. */
  setupRequired?: boolean;
}

/** A call that Pulse refused, or that never reached it (`status` 0, `code` `no_answer`). */
export class ApiError extends Error {
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(problem.title);
    this.name = "ApiError";
    this.problem = problem;
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }

  /** The sentences for one field; none when it is not at fault. */
  fieldErrors(field: string): string[] {
    return this.problem.errors?.[field] ?? [];
  }
}

/** The call was given up by whoever made it, so there is nothing to tell. */
export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

const noAnswer: ProblemDocument = {
  code: "no_answer",
  status: 0,
  title: "Pulse does not answer.",
  detail: "Check that it runs and that this machine reaches it.",
};

/** Turns whatever went wrong into an {@link ApiError}, so that a page has one kind of error to show. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) {
    return error;
  }
  return new ApiError(noAnswer);
}

/** Reads a refusal. A proxy in between may answer with a page of its own, which says nothing to an admin. */
export function problemOf(status: number, body: unknown): ProblemDocument {
  if (typeof body === "object" && body !== null && "code" in body && "title" in body) {
    return body as ProblemDocument;
  }
  return {
    code: "unexpected_answer",
    status,
    title: `Pulse answered with status ${status}.`,
    detail: "If this stays, look at Pulse's log and at the proxies between this browser and Pulse.",
  };
}
