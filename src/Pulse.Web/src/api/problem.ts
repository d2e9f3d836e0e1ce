/** The problem document of a refusal: RFC 9457 with a stable `code`. */
export interface ProblemDocument {
  code: string;
  title: string;
  detail?: string | null;
  status: number;
  /** Wrong fields with their sentences, of `validation_failed`. */
  errors?: Record<string, string[]>;
  /** The other connection, of `endpoint_taken`. */
  connectionId?: string;
  /** The end of the hold, of `auth_hold`. */
  retryAt?: string;
  /** Whether there is no admin yet, of `unauthenticated`. */
  setupRequired?: boolean;
}

/** A call that Pulse refused, or that did not reach Pulse (`status` 0, `code` `no_answer`). */
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

  /** The sentences for one field; none if the field is right. */
  fieldErrors(field: string): string[] {
    return this.problem.errors?.[field] ?? [];
  }
}

/** The caller cancelled the call, so there is nothing to show. */
export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

const noAnswer: ProblemDocument = {
  code: "no_answer",
  status: 0,
  title: "Pulse does not answer.",
  detail: "Check that Pulse runs and that this machine can reach it.",
};

/** Turns every error into an {@link ApiError}, so that a page has one kind of error to show. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) {
    return error;
  }
  return new ApiError(noAnswer);
}

/** Reads a refusal. A proxy in between may answer with its own page, which does not help an admin. */
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
