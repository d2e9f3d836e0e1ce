import { expect, it } from "vitest";
import { fakeApi, noAnswer, noContent, refusal, unauthenticated } from "../testing/fakeApi";
import { client, unwrap } from "./client";
import { ApiError } from "./problem";
import { isExpired, markSignedIn } from "./sessionState";

const tokens = "GET /api/access/tokens";
const read = () => unwrap(client.GET("/api/access/tokens"));
const signOut = () => unwrap(client.POST("/api/access/sign-out"));
const signIn = () => markSignedIn({ header: "X-Pulse-Antiforgery", value: "token" });
const refused = (call: Promise<unknown>) =>
  call.then(
    () => Promise.reject(new Error("The call was not refused.")),
    (error: unknown) => error as ApiError,
  );

it("sends the antiforgery token with what changes something, and with nothing else", async () => {
  const api = fakeApi({ [tokens]: [], "POST /api/access/sign-out": noContent() });
  signIn();
  await read();
  await signOut();
  expect(api.calls.map((call) => call.headers.get("X-Pulse-Antiforgery"))).toEqual([null, "token"]);
});

it("sends no token before anybody is signed in", async () => {
  const api = fakeApi({ "POST /api/access/sign-out": noContent() });
  await signOut();
  expect(api.calls[0]?.headers.has("X-Pulse-Antiforgery")).toBe(false);
});

it("tells why Pulse refused a call", async () => {
  fakeApi({ [tokens]: refusal(503, "store_unavailable", "The store cannot be reached.", { detail: "Check the disk." }) });
  const error = await refused(read());
  expect(error).toBeInstanceOf(ApiError);
  expect([error.status, error.code, error.message, error.problem.detail]).toEqual([
    503,
    "store_unavailable",
    "The store cannot be reached.",
    "Check the disk.",
  ]);
});

it("does not show the page of a proxy", async () => {
  fakeApi({ [tokens]: new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "Content-Type": "text/html" } }) });
  const error = await refused(read());
  expect([error.code, error.message]).toEqual(["unexpected_answer", "Pulse answered with status 502."]);
  expect(JSON.stringify(error.problem)).not.toContain("Bad gateway");
});

it("says that Pulse does not answer", async () => {
  fakeApi({ [tokens]: noAnswer() });
  expect((await refused(read())).problem).toMatchObject({ code: "no_answer", status: 0, title: "Pulse does not answer." });
});

it("leaves a call that was given up an abort", async () => {
  fakeApi({ [tokens]: () => new Promise(() => {}) });
  const given = new AbortController();
  const call = unwrap(client.GET("/api/access/tokens", { signal: given.signal }));
  given.abort();
  expect((await refused(call)).name).toBe("AbortError");
});

it("notices that the session has ended, and not where nobody needs one", async () => {
  fakeApi({
    [tokens]: unauthenticated(),
    "GET /api/access/session": unauthenticated(),
    "POST /api/access/sign-in": unauthenticated(),
  });
  signIn();
  await refused(unwrap(client.GET("/api/access/session")));
  await refused(unwrap(client.POST("/api/access/sign-in", { body: { userName: "admin", password: "wrong" } })));
  expect(isExpired()).toBe(false);
  await refused(read());
  expect(isExpired()).toBe(true);
});

it("takes nobody's session for ended before the first sign-in", async () => {
  fakeApi({ [tokens]: unauthenticated() });
  await refused(read());
  expect(isExpired()).toBe(false);
});
