import createClient, { type Middleware } from "openapi-fetch";
import { basePath } from "./basePath";
import type { ConnectionPaths } from "./connectionPaths";
import { ApiError, problemOf, toApiError } from "./problem";
import type { paths } from "./schema";
import { noteServerTime } from "./serverTime";
import { antiforgery, markExpired } from "./sessionState";

/** Adds the antiforgery token to each change, and reads time and session from every answer. */
const session: Middleware = {
  onRequest({ request }) {
    const token = antiforgery();
    if (token && request.method !== "GET") {
      request.headers.set(token.header, token.value);
    }
    return request;
  },
  onResponse({ request, response }) {
    noteServerTime(response.headers.get("date"));
    if (response.status === 401 && !/\/api\/access\/(session|sign-in|setup)$/.test(new URL(request.url).pathname)) {
      markExpired();
    }
  },
};

export const client = createClient<paths & ConnectionPaths>({
  baseUrl: `${globalThis.location?.origin ?? "http://localhost"}${basePath}`,
  // Read at each call, so that a test can replace it.
  fetch: (request) => globalThis.fetch(request),
});
client.use(session);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of an answer, or an {@link ApiError} for every error; an abort stays an abort. */
export async function unwrap<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (error) {
    throw error instanceof DOMException ? error : toApiError(error);
  }
  if (!answer.response.ok) {
    throw new ApiError(problemOf(answer.response.status, answer.error));
  }
  return answer.data as T;
}
