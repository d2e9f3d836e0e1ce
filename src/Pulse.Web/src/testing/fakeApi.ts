import { afterEach, expect } from "vitest";
import { platforms } from "./platforms";

/** A call that the fake API received. */
export interface ApiCall {
  /** Method and path, e.g. `GET /api/access/tokens`. */
  route: string;
  /** The parts in the places of the braces, in order. */
  parts: string[];
  query: Record<string, string>;
  headers: Headers;
  body: unknown;
  /** Aborted when the caller cancels the call. */
  signal: AbortSignal;
}

/** The result of {@link refusal}, {@link noContent} and {@link noAnswer}; any other value is the body of a 200. */
class Answer {
  constructor(
    readonly make: () => Response,
    readonly description: string,
  ) {}
}

type Body = object | string | number | null;
type Reply = Answer | Response | Body | ((call: ApiCall) => Reply | Promise<Reply>);

/** Method and path, with `{}` for a part with any value: `DELETE /api/access/tokens/{}`. */
export type Routes = Record<string, Reply>;

const json = (status: number, body: unknown, type = "application/json") =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": type } });

/** A refusal in the form of Pulse: RFC 9457 with a stable code. */
export const refusal = (status: number, code: string, title: string, more: Record<string, unknown> = {}) =>
  new Answer(() => json(status, { status, code, title, ...more }, "application/problem+json"), `${status} ${code}`);

/** The refusal of a form: sentences for each wrong field. */
export const faults = (errors: Record<string, string[]>) => refusal(400, "validation_failed", "Some fields are not valid.", { errors });

export const unauthenticated = (setupRequired = false) =>
  refusal(401, "unauthenticated", "Sign in, or send a valid API token.", { setupRequired });

export const noContent = () => new Answer(() => new Response(null, { status: 204 }), "204");

/** Pulse cannot be reached. */
export const noAnswer = () =>
  new Answer(() => {
    throw new TypeError("fetch failed");
  }, "no answer");

/** The session of the admin. Every fake API answers it, unless its routes give another answer. */
export const signedIn = {
  userName: "admin",
  scopes: ["settings:read", "settings:write"],
  antiforgeryToken: "antiforgery-token",
  antiforgeryHeader: "X-Pulse-Antiforgery",
};

let unplanned: string[] = [];
const realFetch = globalThis.fetch;

afterEach(() => {
  globalThis.fetch = realFetch;
  const calls = unplanned;
  unplanned = [];
  expect(calls, "calls that the fake API has no route for").toEqual([]);
});

/** Answers instead of Pulse, and records the calls. A call without a route fails the test. */
export function fakeApi(routes: Routes) {
  const table: Routes = {
    "GET /api/access/session": signedIn,
    "GET /api/platforms": platforms,
    "GET /api/version": { version: "1.2.3", commit: null },
    ...routes,
  };
  const calls: ApiCall[] = [];
  // Its own list: a call that comes late must not fail the next test.
  const missing: string[] = [];
  unplanned = missing;

  globalThis.fetch = async (input, init) => {
    const request = new Request(input instanceof Request ? input : new URL(String(input), location.origin), init);
    const url = new URL(request.url);
    const asked = `${request.method} ${url.pathname}`;
    const found = match(table, asked);
    if (!found) {
      missing.push(asked);
    }
    const text = await request.text();
    const call: ApiCall = {
      route: found?.route ?? asked,
      parts: found?.parts ?? [],
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: text ? JSON.parse(text) : undefined,
      signal: request.signal,
    };
    calls.push(call);
    if (!found) {
      return refusal(501, "unplanned", `The fake API has no ${asked}.`).make();
    }
    return Promise.race([givenUp(request.signal), answer(table[found.route] ?? null, call)]);
  };

  return {
    /** All calls, oldest first. */
    calls,
    /** The calls of one route. */
    to: (route: string) => calls.filter((call) => call.route === route),
    /** Sets another answer for a route, or adds a route. */
    set: (route: string, reply: Reply) => {
      table[route] = reply;
    },
  };
}

/** What fetch throws in a browser. The reason of the signal is an exception of Node, which the page does not know. */
export const abortError = () => new DOMException("The call was given up.", "AbortError");

/** Fails once the caller gives the call up. */
const givenUp = (signal: AbortSignal) =>
  new Promise<never>((_, fail) => {
    const giveUp = () => fail(abortError());
    if (signal.aborted) {
      giveUp();
    }
    signal.addEventListener("abort", giveUp);
  });

async function answer(reply: Reply, call: ApiCall): Promise<Response> {
  if (typeof reply === "function") {
    return answer(await reply(call), call);
  }
  if (reply instanceof Answer) {
    return reply.make();
  }
  return reply instanceof Response ? reply.clone() : json(200, reply);
}

function match(table: Routes, asked: string): { route: string; parts: string[] } | undefined {
  if (asked in table) {
    return { route: asked, parts: [] };
  }
  for (const route of Object.keys(table).filter((key) => key.includes("{}"))) {
    const escaped = route.split("{}").map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const parts = new RegExp(`^${escaped.join("([^/]+)")}$`).exec(asked);
    if (parts) {
      return { route, parts: parts.slice(1) };
    }
  }
  return undefined;
}
